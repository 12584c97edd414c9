"""What is known of one municipality, or of the region, beside the region; and what nobody counts there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.reading.places import Places
from relais.apps.observatory.reading.series import newest
from relais.apps.observatory.reading.words import Codes, cut_in_words, value_in_words
from relais.apps.observatory.vocabulary import Kind
from relais.core.figures.cube import PLACE

# of the municipalities: the fifth of seven known ones says little of the twelve others
ENOUGH_FOR_A_RANK = 15

Cell = tuple[int, str, str, LocalText]  # definition, cut, period, publisher


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of a value, highest first, among those that are known."""

    place: int
    among: int


@dataclass(frozen=True, slots=True)
class Known:
    """The newest figure of a group, in words. `beside` is the same of the region: "" where nobody says it.

    `others` are the same of every municipality of which it is known, this one included.
    """

    definition: m.Definition
    figure: m.Observation
    cut: str
    period: str
    value: str
    beside: str
    others: tuple[m.Observation, ...]
    rank: Rank | None

    @property
    def is_family(self) -> bool:
        """It is of single-parent families, in the sense of its definition."""
        return bool(self.definition.family_id) and self.figure.cut == self.definition.family_cut


@dataclass(frozen=True, slots=True)
class Profile:
    """By indicator, single-parent families first; `wanted` are those that should say it and do not."""

    known: dict[m.Indicator, list[Known]]
    wanted: list[m.Indicator]


def profile(place: str, places: Places, names: Codes) -> Profile:
    """Four queries, however many figures there are."""
    indicators = list(m.Indicator.objects.order_by("number"))
    definitions = {
        each.pk: each for each in m.Definition.objects.select_related("family").order_by("position")
    }
    own = _newest_of(_current(definitions, [place]))
    cells = _by_cell(_beside(definitions, own, places))
    every = [_known(definitions[each.definition_id], each, cells, places, names) for each in own]
    by_indicator = {each: [] for each in indicators}  # type: dict[m.Indicator, list[Known]]
    found = {each.pk: each for each in indicators}
    for one in sorted(every, key=lambda known: (not known.is_family, known.definition.position)):
        by_indicator[found[one.definition.indicator_id]].append(one)
    known = {indicator: of for indicator, of in by_indicator.items() if of}
    wanted = [each for each in indicators if each not in known and PLACE in each.breakdowns]
    return Profile(known, wanted)


def how_many(places: Places) -> dict[str, int]:
    """Code of the region and of each municipality to how many figures are known of it. Two queries."""
    definitions = list(m.Definition.objects.values_list("pk", flat=True))  # the index begins with them
    near = _current(definitions, [places.region, *places.municipalities])
    found = near.filter(value__isnull=False).order_by().values_list("place")
    return dict(found.annotate(Count("pk")).order_by("place"))


def _current(definitions: Iterable[int], places: Sequence[str]) -> QuerySet[m.Observation]:
    found = m.Observation.objects.current().filter(definition__in=list(definitions), place__in=places)
    return found.select_related("release__source").order_by("cut", "start")


def _newest_of(figures: Iterable[m.Observation]) -> list[m.Observation]:
    told: dict[tuple[int, str], list[m.Observation]] = defaultdict(list)
    for each in figures:
        told[each.definition_id, each.cut].append(each)
    return [figure for of in told.values() if (figure := newest(of))]


def _beside(
    definitions: Iterable[int], own: Sequence[m.Observation], places: Places
) -> Iterable[m.Observation]:
    """The same of the region and of its municipalities."""
    asked = {each.definition_id for each in own}
    found = _current([key for key in definitions if key in asked], [places.region, *places.municipalities])
    periods = {each.period for each in own}
    return [each for each in found if each.period in periods and each.value is not None]


def _by_cell(figures: Iterable[m.Observation]) -> dict[Cell, dict[str, m.Observation]]:
    told: dict[Cell, dict[str, m.Observation]] = defaultdict(dict)
    for each in figures:
        told[_cell(each)][each.place] = each
    return told


def _cell(figure: m.Observation) -> Cell:
    return figure.definition_id, figure.cut, figure.period, figure.release.source.publisher


def _known(
    definition: m.Definition, figure: m.Observation, cells: dict[Cell, dict[str, m.Observation]],
    places: Places, names: Codes,
) -> Known:  # fmt: skip
    same = cells.get(_cell(figure), {})
    others = tuple(same[code] for code in places.municipalities if code in same)
    region = None if figure.place == places.region else same.get(places.region)
    return Known(
        definition, figure, cut_in_words(figure.cut, names), period_in_words(figure.period),
        _said(figure), _said(region) if region else "", others, _rank(definition, figure, others),
    )  # fmt: skip


def _said(figure: m.Observation) -> str:
    """Nothing for what is missing or hidden."""
    return "" if figure.value is None else value_in_words(figure.value, figure.decimals)


def _rank(definition: m.Definition, figure: m.Observation, others: Sequence[m.Observation]) -> Rank | None:
    """None for counts, of which the largest municipality has most, and where too few are known."""
    if definition.kind == Kind.COUNT or figure.value is None or len(others) < ENOUGH_FOR_A_RANK:
        return None
    if figure.place not in {each.place for each in others}:
        return None
    higher = sum(each.value > figure.value for each in others if each.value is not None)
    return Rank(higher + 1, len(others))
