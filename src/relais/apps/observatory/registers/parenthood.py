"""The parenthood parameter (measure 6): by what each producer’s figures can be cut, said and seen.

What a producer says, or what was read of it, is a reviewed file. What published figures show by themselves is
computed from them. Neither is made to agree with the other: a figure proves that a cut exists, its absence
proves nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import BooleanField, Count, ExpressionWrapper, Q

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.vocabulary import Cuttable, Parameter
from relais.core.figures.cube import PLACE, parts_of

MEASURE = 6  # of the advice, which asks for it
INDICATOR = "parenthood-parameter"  # which shows its score

DIMENSIONS: Mapping[Parameter, frozenset[str]] = {
    Parameter.SEX: frozenset({"sex", "sex_head"}),
    Parameter.AGE: frozenset({"age"}),
    Parameter.FAMILY: frozenset(
        {"household_type", "family_type", "integration_category", "nucleus_type", "household_position"}
    ),
    Parameter.CHILDREN: frozenset({"children"}),
    Parameter.STATUS: frozenset({"status", "work_intensity", "scale"}),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """How many current figures are cut by a parameter, and the last year that they are about."""

    figures: int
    year: int


@dataclass(frozen=True, slots=True)
class Square:
    """One producer and one parameter. `said` None: not listed that year. `before`: an earlier answer."""

    said: m.Coverage | None
    before: m.Coverage | None
    seen: Seen | None

    @property
    def is_odd(self) -> bool:
        """It says no, while there are figures that are cut so."""
        told = self.said if self.said and self.said.answer != Cuttable.UNKNOWN else self.before
        return bool(told and told.answer == Cuttable.NO and self.seen)


@dataclass(frozen=True, slots=True)
class Line:
    """One producer, with a square for each parameter in their order."""

    producer: str
    name: LocalText
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many squares of a year have which answer. `seen`: squares that figures about that year show."""

    year: int
    producers: int
    answers: Mapping[Cuttable, int]
    seen: int

    @property
    def asked(self) -> int:
        return sum(self.answers.values())

    @property
    def certain(self) -> int:
        """Percent that is surely yes."""
        return round(100 * self.answers[Cuttable.YES] / self.asked)

    @property
    def possible(self) -> int:
        """Percent that may be yes: what is not known counts as if it were."""
        return round(100 * (self.answers[Cuttable.YES] + self.answers[Cuttable.UNKNOWN]) / self.asked)


@dataclass(frozen=True, slots=True)
class Matrix:
    """All that is said and seen. Three queries."""

    answers: tuple[m.Coverage, ...]
    cuts: Mapping[tuple[str, Parameter], Mapping[int, int]]  # year that figures are about, to how many

    @property
    def years(self) -> list[int]:
        """In which a producer is listed, newest first."""
        return sorted({each.year for each in self.answers}, reverse=True)

    @property
    def told(self) -> list[m.Coverage]:
        """Answers that came with an explanation, one for each producer and year."""
        return list({(each.producer, each.year): each for each in self.answers if each.note}.values())

    def lines(self, year: int) -> list[Line]:
        """Every producer that is listed in `year`, in the order of the file."""
        told = {(each.producer, each.parameter, each.year): each for each in self.answers}
        names = {each.producer: each.producer_name for each in self.answers if each.year == year}
        return [
            Line(slug, name, tuple(self._square(told, slug, each, year) for each in Parameter))
            for slug, name in names.items()
        ]

    def _square(
        self, told: Mapping[tuple[str, str, int], m.Coverage], slug: str, parameter: Parameter, year: int
    ) -> Square:
        years = (each for each in self.years if each < year)
        earlier = (found for each in years if (found := told.get((slug, parameter, each))))
        before = next((each for each in earlier if each.answer != Cuttable.UNKNOWN), None)
        return Square(told.get((slug, parameter, year)), before, self.seen(slug, parameter))

    def seen(self, producer: str, parameter: Parameter) -> Seen | None:
        """None: no current figure of this producer is cut so."""
        years = self.cuts.get((producer, parameter))
        return Seen(sum(years.values()), max(years)) if years else None

    def scores(self) -> list[Score]:
        """One for each year in which a producer is listed, newest first."""
        return [self._score(year) for year in self.years]

    def _score(self, year: int) -> Score:
        asked = [each for each in self.answers if each.year == year]
        answers = {answer: sum(each.answer == answer for each in asked) for answer in Cuttable}
        seen = sum(year in years for years in self.cuts.values())
        return Score(year, len({each.producer for each in asked}), answers, seen)


def matrix(date: dt.date | None = None) -> Matrix:
    """What is said, and what current figures show, or those of a day."""
    return Matrix(tuple(m.Coverage.objects.order_by("position", "pk")), _cuts(date))


def _cuts(date: dt.date | None) -> dict[tuple[str, Parameter], dict[int, int]]:
    inner = set(
        m.Code.objects.filter(dimension__slug=PLACE, parent__isnull=False).values_list("code", flat=True)
    )
    cuts: dict[tuple[str, Parameter], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for producer, cut, year, is_of_a_part, of_families, count in _figures(inner, date):
        found = set(_parameters(parts_of(cut)))
        found |= {Parameter.PLACE} if is_of_a_part else set()
        found |= {Parameter.FAMILY} if of_families else set()
        for parameter in found:
            cuts[producer, parameter][year] += count
    return {key: dict(years) for key, years in cuts.items()}


def _figures(inner: Collection[str], date: dt.date | None) -> Iterable[tuple[str, str, int, bool, bool, int]]:
    """How many figures there are of each producer, cut and year; whether they are of a place within
    another (`inner`), and whether they count families of the kind alone.
    """
    of_families = Q(definition__family__isnull=False, definition__family_cut="")
    found: Iterable[tuple[str, str, int, bool, bool, int]] = (
        m.Observation.objects.shown(date)
        .filter(release__source__producer__isnull=False)
        .annotate(of_families=ExpressionWrapper(of_families, BooleanField()))
        .annotate(is_of_a_part=ExpressionWrapper(Q(place__in=inner), BooleanField()))
        .values_list("release__source__producer", "cut", "start__year", "is_of_a_part", "of_families")
        .annotate(Count("pk"))
        .order_by()
    )
    return found


def _parameters(parts: Mapping[str, str]) -> Iterable[Parameter]:
    return (parameter for parameter, slugs in DIMENSIONS.items() if slugs & parts.keys())
