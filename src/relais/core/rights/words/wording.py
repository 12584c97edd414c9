"""An explanation in plain words, in Dutch, French and English: the whole tree, or one paragraph of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from relais.core.rights.engine import Key
from relais.core.rights.words.explaining import Condition, Step
from relais.core.rights.words.paragraphs import paragraph
from relais.core.rights.words.phrases import Told
from relais.core.rights.words.telling import Called, Telling, telling
from relais.core.rights.words.values import KNOWN_TO, NO, YES, Named, label, number, written

__all__ = [
    "KNOWN_TO",
    "Branch",
    "Named",
    "condition",
    "label",
    "lines",
    "number",
    "paragraph",
    "tree",
    "written",
]


@dataclass(frozen=True, slots=True)
class Branch:
    """A step in words, with those that it came from. `is_told`: they were told before, in the same tree."""

    told: Told
    because: tuple[Branch, ...]
    is_told: bool


def tree(step: Step, language: str, called: Called = str) -> Branch:
    """The whole explanation as a tree; what was told once is not told again."""
    return _branch(telling(step.result, language, called), step.key, set())


def _branch(words: Telling, key: Key, seen: set[Key]) -> Branch:
    told, is_told = words.step(key), key in seen
    seen.add(key)
    return Branch(
        told, () if is_told else tuple(_branch(words, each, seen) for each in told.because), is_told
    )


def condition(one: Condition, language: str, called: Called = str) -> str:
    """“Household income (30,000.00 euro a year) is below First ceiling (39,792.84 euro a year): yes”."""
    words = telling(one.step.result, language, called)
    template = words.book[one.step.name].conditions[one.number]
    return f"{words.filled(template, one.step.key)}: {(YES if one.outcome else NO)[language]}"


def lines(
    step: Step, language: str, called: Called = str, *, only: Collection[Key] | None = None
) -> Iterator[str]:
    """The whole explanation, a line each, indented; what was told once is not told again; `only` these."""
    found: list[str] = []
    _add(telling(step.result, language, called), step.key, "\n", set(), found, only)
    return iter("".join(found)[1:].split("\n"))


def _add(
    words: Telling, key: Key, begin: str, seen: set[Key], found: list[str], only: Collection[Key] | None
) -> None:
    """`begin` is how a line begins: on a new line, indented."""
    head, note, source, conditions, because = words.step(key)
    if source:
        found.append(f"{begin}{head}, {note} · {source}")
    else:
        found.append(f"{begin}{head}  [{note}]" if note else begin + head)
    if key in seen:
        return
    seen.add(key)
    begin += "  "
    if conditions:
        found.append(conditions.replace("\n", begin))
    for each in because:
        if only is None or each in only:
            _add(words, each, begin, seen, found, only)
