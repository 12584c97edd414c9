"""A study in words: which models, what they find, what to be careful about, and each stratum. Markdown.

It may be published as it is: like the file of figures, it has nothing of strata that are too small.
"""

from __future__ import annotations

from collections.abc import Iterator

from relais.core.figures.crossings.groups import Kind
from relais.core.figures.crossings.publishing import About, in_tens, printed
from relais.core.figures.crossings.reading import Read
from relais.core.figures.crossings.studies import Caution, Model, Stratum, Study
from relais.core.figures.disclosure import SURVEY


def report(study: Study, read: Read, about: About) -> str:
    """The report, in Markdown."""
    return "\n".join([*_head(study, read, about), *_models(study), *_cautions(study), *_strata(study, about)])


def _head(study: Study, read: Read, about: About) -> Iterator[str]:
    persons = sum(each.count for each in study.strata)
    crossed, count = " × ".join(study.variables), len(study.strata)
    model = "logistic, on log odds" if study.kind is Kind.YES_NO else "linear"
    yield from (
        f"# {about.definition}, {about.place}, {about.period}: {crossed}", "",
        "These are differences between groups. A group is no cause: nothing here says why they differ.", "",
        f"- Model: {model}, persons in strata (MAIHDA). Survey weights are not used: the figures are of the "
        "persons in the file, not of a population.",
        f"- Persons in the models: at least {in_tens(persons)}, in {count} strata.",
        f"- Strata with fewer than {study.minimum} answers, none included: {len(study.hidden)}. They are in "
        "no model and in no figure.",
        f"- Rows left out because something is missing: {_at_least(read.incomplete)}"
        + "".join(f"; {name} {_at_least(n)}" for name, n in read.missing.items() if n) + ".",
        "",
    )  # fmt: skip


def _at_least(count: int) -> str:
    if not count:
        return "none"
    return f"at least {in_tens(count)}" if in_tens(count) else "fewer than ten"


def _models(study: Study) -> Iterator[str]:
    pcv = "not known: there is no spread" if study.pcv is None else f"{100 * study.pcv:.1f} %"
    yield from (
        "| | share of variance between strata (VPC) | 95 % interval | between | within |",
        "|---|--:|--:|--:|--:|",
        _model("strata alone", study.null), _model("characteristics one by one, and strata", study.full), "",
        f"Of the spread between strata, the characteristics one by one explain (PCV): {pcv}.", "",
    )  # fmt: skip


def _model(name: str, model: Model) -> str:
    share, low, high = (f"{100 * each:.1f}" for each in (model.vpc, model.low, model.high))
    return f"| {name} | {share} % | {low} – {high} | {model.between:.4g} | {model.within:.4g} |"


_CAUTIONS = {
    Caution.FEW_STRATA: "There are few strata: the spread between them is not well known. See its interval.",
    Caution.LEFT_OUT: "Small strata are left out: the spread is that of the strata that are shown.",
    Caution.NO_SPREAD: "Strata do not differ more than by chance: the most likely spread is zero.",
    Caution.ONLY_ADDITIVE: "Beside the characteristics one by one, the most likely spread is zero. That no "
    "interaction exists does not follow: see the upper end of its interval.",
    Caution.UNBOUNDED: "The interval of a spread has no upper end that could be found.",
}


def _cautions(study: Study) -> Iterator[str]:
    for each in study.cautions:
        yield f"- **With care.** {_CAUTIONS[each]}"
    if study.cautions:
        yield ""


def _strata(study: Study, about: About) -> Iterator[str]:
    """From low to high; each interval stands beside its estimate."""
    unit = " %" if study.kind is Kind.YES_NO else ""
    head = " | ".join(study.variables)
    yield f"| {head} | answers | observed{unit} | estimate{unit} | one by one | beside it |"
    yield "|---" * len(study.variables) + "|--:" * 5 + "|"
    for each in sorted(study.strata, key=lambda stratum: stratum.predicted):
        yield _row(study, each, about)
    for codes in study.hidden:
        yield f"| {' | '.join(codes)} | hidden to protect persons | | | | |"
    yield ""
    yield (
        "*Estimate* is drawn towards *one by one* (what the characteristics predict when each adds its own "
        "part), more so the fewer the answers. *Beside it* is the difference between the two. Of twenty "
        "intervals of 95 %, about one misses the truth."
    )


def _row(study: Study, each: Stratum, about: About) -> str:
    def said(number: float) -> str:
        return printed(study, number, about)

    flag = " (few)" if each.count < SURVEY.doubtful else ""
    whole = f"{said(each.predicted)} ({said(each.low)} – {said(each.high)})"
    part = f"{said(each.interaction)} ({said(each.interaction_low)} – {said(each.interaction_high)})"
    answers = f"{in_tens(each.count)}+{flag}"
    cells = (*each.codes, answers, said(each.observed), whole, said(each.additive), part)
    return f"| {' | '.join(cells)} |"
