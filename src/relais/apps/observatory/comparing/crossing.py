"""Figures of groups where two or more characteristics of people cross; and which crossings nobody counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from django.db.models import Exists, OuterRef

from relais.apps.observatory import models as m
from relais.apps.observatory.vocabulary import NOT_OF_PEOPLE
from relais.core.figures.crossings import NOTE
from relais.core.figures.cube import PLACE, parts_of

ASKED_BY = 3  # the measure that asks to look at characteristics together
MOST = 3  # characteristics that are crossed on a page; more, and groups have no name that one can read


@dataclass(frozen=True, slots=True)
class Crossed:
    """What one release says, of one definition, place and period, of groups where `dimensions` cross.

    `beside` is what the figures are about besides people, as dimension and code. `cells` go from the highest
    value down; those without a value are last.
    """

    definition: m.Definition
    place: str
    period: str
    release: m.Release
    dimensions: tuple[str, ...]
    beside: tuple[tuple[str, str], ...]
    cells: tuple[m.Observation, ...]

    @property
    def is_modelled(self) -> bool:
        """Estimates of `relais data maihda`, not figures as they were counted."""
        return all(cell.note == NOTE for cell in self.cells)

    def unknown(self) -> list[tuple[str, ...]]:
        """Combinations of the codes that occur here of which nothing is said, not even that it is hidden."""
        said = {tuple(cell.parts[name] for name in self.dimensions) for cell in self.cells}
        codes = (dict.fromkeys(each) for each in zip(*sorted(said), strict=True))
        return [each for each in product(*codes) if each not in said]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator that is wanted by several characteristics: `together` were crossed; `apart` never were."""

    indicator: m.Indicator
    together: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, ...], ...]


def crossed(places: Sequence[str]) -> list[Crossed]:
    """The newest of each crossing and source in `places`, in the order of indicators, then of `places`. One
    query."""
    figures = m.Observation.objects.current().filter(place__in=places, cut__contains="&")
    later = m.Observation.objects.current().filter(
        definition=OuterRef("definition"), place=OuterRef("place"), cut=OuterRef("cut"),
        release__source=OuterRef("release__source"), end__gt=OuterRef("end"),
    )  # fmt: skip
    newest = figures.filter(~Exists(later))
    groups: dict[tuple[object, ...], list[m.Observation]] = {}
    for each in newest.select_related("definition__indicator", "release__source"):
        dimensions, beside = _split(each.parts)
        if 2 <= len(dimensions) <= MOST:
            what = (each.definition_id, each.place, each.release.source_id, dimensions, beside)
            groups.setdefault((*what, each.note == NOTE), []).append(each)
    return sorted(map(_newest, groups.values()), key=lambda one: _order(one, places))


def places() -> list[str]:
    """The country and its regions: the place with most parts first, which is the one that this is all about.
    One query."""
    parents = dict(
        m.Code.objects.filter(dimension__slug=PLACE).order_by("position").values_list("code", "parent")
    )
    parts = Counter(parents.values())
    large = [code for code, parent in parents.items() if parent is None or parents.get(parent) is None]
    return sorted(large, key=lambda code: -parts[code])


def wanted() -> list[Wanted]:
    """Every indicator wanted by two characteristics of people or more, with what is crossed anywhere. Two
    queries."""
    cuts = m.Observation.objects.current().filter(cut__contains="&")
    known: dict[int, set[tuple[str, ...]]] = {}
    for indicator, cut in cuts.values_list("definition__indicator", "cut").distinct():
        known.setdefault(indicator, set()).add(_split(parts_of(cut))[0])
    return [
        _wanted(each, asked, known.get(each.pk, set()))
        for each in m.Indicator.objects.order_by("number")
        if len(asked := tuple(name for name in each.breakdowns if name not in NOT_OF_PEOPLE)) > 1
    ]


def _split(parts: dict[str, str]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The characteristics of people, and the rest with its codes."""
    people = tuple(name for name in parts if name not in NOT_OF_PEOPLE)
    return people, tuple(pair for pair in parts.items() if pair[0] in NOT_OF_PEOPLE)


def _newest(cells: Sequence[m.Observation]) -> Crossed:
    """Of one source: its newest period, as its newest release says it."""
    newest = max(cells, key=lambda cell: (cell.end, cell.start, cell.release.available_date, cell.release_id))
    kept = [cell for cell in cells if (cell.period, cell.release_id) == (newest.period, newest.release_id)]
    kept.sort(key=lambda cell: (cell.value is None, -(cell.value or 0), cell.cut))
    return Crossed(
        newest.definition, newest.place, newest.period, newest.release, *_split(newest.parts), tuple(kept)
    )


def _order(one: Crossed, places: Sequence[str]) -> tuple[object, ...]:
    definition = one.definition
    return (
        definition.indicator.number, definition.position, one.is_modelled, -len(one.dimensions),
        one.dimensions, one.beside, places.index(one.place), one.release.source.slug,
    )  # fmt: skip


def _wanted(indicator: m.Indicator, asked: tuple[str, ...], known: set[tuple[str, ...]]) -> Wanted:
    """Of what is asked, the largest crossings that exist, and each pair that was never crossed."""
    found = {tuple(name for name in asked if name in each) for each in known}
    crossings = [each for each in found if len(each) > 1]
    largest = sorted(each for each in crossings if not any(set(each) < set(other) for other in crossings))
    apart = [pair for pair in combinations(asked, 2) if not any(set(pair) <= set(each) for each in largest)]
    return Wanted(indicator, tuple(largest), tuple(apart))
