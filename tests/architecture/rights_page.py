"""docs/reference/rights.md, for a jurist: what is modelled of each right, what is not, how well it is known.

`.venv/bin/python -m tests.architecture.rights_page` writes it anew from the catalogue.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import override

from relais.apps.check import catalogue
from relais.apps.check.amounts import said
from relais.apps.check.telling import cases_of, doubts_of, rules_of
from relais.apps.check.vocabulary import Way
from relais.apps.plan.vocabulary import Level
from relais.core.rights.law import Rule
from relais.core.rights.parameters import Amount, Parameter
from relais.core.texts.text import Text
from tests.architecture.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "rights.md"
DERIVED = "DER"

HEAD = """\
# Rights: what is modelled, what is not, and how well it is known

For a jurist. Made from `src/relais/core/rights/catalogue/`: change that, then run
`.venv/bin/python -m tests.architecture.rights_page` ([how to add a right](../how-to/add-a-right.md)).
The same for programs, on any day: `GET /api/v1/rights`. Nothing here is a decision.

How well something is known: **LAW** read in the law · **ADM** on a page of the administration · **FUND** of a
body that pays · **SEC** in a secondary source · **3P** in a third party’s test · **DER** derived by us.
“Known to” is the last day of which an amount was seen to hold: past it the verdict stands and the amount is
unknown, unless the last one is asked for. “Until changed” has no such day. Of a right it is the earliest day
of all amounts that its rules use now, those of other rights included.
"""


def page() -> str:
    """The whole page. Django must be set up."""
    with override("en"):
        every = (line for name in catalogue.rights() for line in _right(name))
        return "\n".join([HEAD, *_overview(), *_to_confirm(), *every]) + "\n"


def _overview() -> Iterator[str]:
    heads = ("Right", "Level", "Rules", "Amounts", "Known to", "Cases", "Open questions", "Measures")
    yield "## All rights\n"
    yield from _table(heads, (_summary(name) for name in catalogue.rights()))


def _summary(name: str) -> Sequence[object]:
    about, right = catalogue.rights()[name], catalogue.book().rights[name]
    until = catalogue.known_to(name) or ("until changed" if right.parameters else "")
    return (
        f"[{_en(about.name)}](#{name})", about.level, len(right.rules) or "facts only",
        len(right.parameters) or "", until, len(cases_of(name)) or "", len(doubts_of(name)) or "",
        ", ".join(map(str, about.measures)),
    )  # fmt: skip


def _to_confirm() -> Iterator[str]:
    """Everything that a jurist is asked: where sources differ, and what was derived and printed nowhere."""
    yield "\n## For a jurist to confirm\n\n### Where sources differ or are silent\n"
    for name, about in catalogue.rights().items():
        for doubt in doubts_of(name):
            yield f"- **{_en(about.name)}**, `{name}.{doubt.about}`. {doubt.question}"
            yield from (f"  - {each.says} ([source]({each.source}))" for each in doubt.versions)
            yield f"  - Computed meanwhile: {doubt.computed}"
    yield "\n### Amounts that we derived\n"
    yield "By a formula that was read, from amounts that were read; printed nowhere that we saw.\n"
    yield from _table(("Right", "Amount", "Value", "Since", "Read in"), _derived())
    yield "\n### Cases that we derived\n"
    counted = ((about, _tags(name)[DERIVED]) for name, about in catalogue.rights().items())
    yield ", ".join(f"{_en(about.name)}: {n}" for about, n in counted if n) + "."


def _derived() -> Iterator[Sequence[object]]:
    for name, about in catalogue.rights().items():
        for one in catalogue.book().rights[name].parameters.values():
            for amount in one.amounts:
                if amount.tag == DERIVED:
                    yield _en(about.name), *_amount(one, amount), f"[source]({amount.source})"


def _right(name: str) -> Iterator[str]:
    about, right = catalogue.rights()[name], catalogue.book().rights[name]
    yield f'\n<a id="{name}"></a>\n\n## {_en(about.name)}\n'
    yield f"`{name}` · {Level(about.level).label} · {_en(about.body)} · {Way(about.way).label}\n"
    yield f"{_en(about.explanation)}\n"
    if right.rules:
        yield "### Modelled\n"
        rows = (
            (f"`{t.rule.name}`", t.rule.article or "a help", _holds(t.rule), t.says) for t in rules_of(name)
        )
        yield from _table(("Rule", "Article", "Holds", "In a line"), rows)
    yield "\n### Not modelled\n"
    yield from [f"- {_en(each)}" for each in about.not_modelled] or ["Nothing that we know of."]
    if right.parameters:
        yield "\n### Amounts\n"
        yield from _table(("Amount", "Last value", "Since", "Known to", "Tag", "Read in"), _last(name))
    counted = ", ".join(f"{n} {tag}" for tag, n in _tags(name).most_common())
    yield f"\nCases that a test computes: {counted or 'none, for nothing is computed'}."
    yield "\nRead in: " + ", ".join(f"<{source}>" for source in about.sources) + "."


def _rules(name: str) -> Iterator[Sequence[object]]:
    for told in rules_of(name):
        yield f"`{told.rule.name}`", told.rule.article or "a help", _holds(told.rule), told.says


def _last(name: str) -> Iterator[Sequence[object]]:
    for one in catalogue.book().rights[name].parameters.values():
        amount = one.amounts[-1]
        until = one.known_to or "until changed"
        yield *_amount(one, amount), until, amount.tag, f"[source]({amount.source})"


def _amount(of: Parameter, amount: Amount) -> tuple[object, ...]:
    return f"{_en(of.label)} (`{of.name}`)", said(of, amount, "en"), amount.since


def _tags(name: str) -> Counter[str]:
    return Counter(case.tag for case in cases_of(name))


def _en(text: Text) -> str:
    return text.said("en").words


def _holds(rule: Rule) -> str:
    begin = f"from {rule.start}" if rule.start else ""
    end = f"to {rule.end}" if rule.end else ""
    return f"{begin} {end}".strip() or "always"


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    yield from (f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |" for row in rows)


if __name__ == "__main__":
    os.environ.setdefault("SECRET_KEY", "only-for-writing-this-page")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")
    import django

    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
