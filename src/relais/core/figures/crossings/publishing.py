"""What may leave of a study, as a file of figures that the observatory imports.

Of a stratum that is too small it has nothing but the word that it is hidden; it was in no model. Numbers of
persons are given in tens, rounded down: where a source prints how many answered in all, what is left out
cannot be subtracted to the person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from relais.core.figures.crossings.groups import Kind
from relais.core.figures.crossings.studies import Stratum, Study
from relais.core.figures.disclosure import SURVEY

NOTE = "modelled-by-stratum"  # of notes.yaml: by it the pages know these figures
_TENS = 10


@dataclass(frozen=True, slots=True)
class About:
    """What the figures are of: slug of a definition, code of a place, period; and printed decimals."""

    definition: str
    place: str
    period: str
    decimals: int = 1


def in_tens(count: int) -> int:
    """Rounded down: a class of ten, that never reaches a threshold before its persons do."""
    return count // _TENS * _TENS


def columns(study: Study) -> list[str]:
    """Of the file of figures."""
    return [
        "definition", "place", "period", *study.variables, "value", "low", "high", "answers", "obs_status",
        "conf_status", "note",
    ]  # fmt: skip


def figures(study: Study, about: About) -> Iterator[list[str]]:
    """A row for each combination of codes, as the observatory imports them; shares as percentages."""
    shown = {each.codes: each for each in study.strata}
    for codes in sorted([*shown, *study.hidden]):
        yield [about.definition, about.place, about.period, *codes, *_said(study, shown.get(codes), about)]


def _said(study: Study, stratum: Stratum | None, about: About) -> list[str]:
    if stratum is None:
        return ["", "", "", "", "", "C", NOTE]
    numbers = (printed(study, each, about) for each in (stratum.predicted, stratum.low, stratum.high))
    quality = "U" if stratum.count < SURVEY.doubtful else "E"
    return [*numbers, str(in_tens(stratum.count)), quality, "F", NOTE]


def printed(study: Study, number: float, about: About) -> str:
    """A mean of answers in the unit of the figures."""
    return f"{100 * number if study.kind is Kind.YES_NO else number:.{about.decimals}f}"
