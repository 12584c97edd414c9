"""Two to four groups or places beside each other: what may be compared, and how far they lie apart.

Only figures of one definition and one period are compared. Nothing is averaged: the average of rates of
groups of unequal size is the rate of nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.reading.places import Places
from relais.apps.observatory.reading.series import newest
from relais.core.figures.cube import parts_of
from relais.core.figures.differences import Difference, Estimate, difference

MOST = 4

Alike = Mapping[str, Sequence[Sequence[str]]]  # dimension to lists of codes that sources use for one group


class Reason(StrEnum):
    """Why figures are not compared."""

    TOO_MANY = "too-many"
    DEFINITIONS = "definitions"
    ALIKE = "alike"
    PERIODS = "periods"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Side:
    """A group in a place, with every figure of it that has a value. `key` is what an address calls it."""

    definition: m.Definition
    place: str
    cut: str
    figures: tuple[m.Observation, ...]

    @property
    def key(self) -> str:
        return ":".join(filter(None, (self.definition.slug, self.place, self.cut)))

    @property
    def periods(self) -> set[str]:
        return {each.period for each in self.figures}

    def at(self, period: str, publisher: LocalText | None) -> m.Observation:
        """Of a period that it has; by that publisher where it says it, else by the nearest source."""
        said = [each for each in self.figures if each.period == period]
        figure = newest([each for each in said if each.release.source.publisher == publisher] or said)
        assert figure is not None
        return figure

    def publishers(self, period: str) -> set[LocalText]:
        return {each.release.source.publisher for each in self.figures if each.period == period}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why it is not done. `mark` is the break between two periods."""

    reason: Reason
    mark: m.BreakMark | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A side against the first. `is_part`: one is part of the other, so nothing is said of chance."""

    side: Side
    figure: m.Observation
    difference: Difference
    is_part: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A side in an earlier period and how far it has come since."""

    side: Side
    earlier: m.Observation
    difference: Difference


@dataclass(frozen=True, slots=True)
class Comparison:
    """`periods` are those that all sides have, newest first; `period` is the one that is compared."""

    sides: tuple[Side, ...]
    periods: tuple[str, ...]
    period: str
    figures: tuple[m.Observation, ...]
    pairs: tuple[Pair, ...]
    changes: tuple[Change, ...]
    no_change: Refusal | None

    @property
    def has_several_sources(self) -> bool:
        return len({each.release.source.publisher for each in self.figures}) > 1


def sides_of(indicator: m.Indicator) -> list[Side]:
    """Every group in every place of which a value is known, by definition. Two queries."""
    definitions = {
        each.pk: each for each in indicator.definitions.select_related("family").order_by("position")
    }
    told: dict[tuple[int, str, str], list[m.Observation]] = {}
    found = m.Observation.objects.current().filter(definition__in=definitions, value__isnull=False)
    for each in found.select_related("release__source").order_by("-start", "place", "cut"):
        each.definition = definitions[each.definition_id]
        told.setdefault((each.definition_id, each.place, each.cut), []).append(each)
    every = [Side(definitions[key], place, cut, tuple(of)) for (key, place, cut), of in told.items()]
    return sorted(every, key=lambda side: (side.definition.position, side.cut, side.place))


def compare(
    sides: Sequence[Side], places: Places, alike: Alike, breaks: Iterable[m.BreakMark], *, period: str = "",
    since: str = "",
) -> Comparison | Refusal:  # fmt: skip
    """`sides` (two or more, all different) in the newest period that they share, or in `period`.

    With `since`, an earlier period that they share: how far each has come, unless a break lies between.
    """
    if reason := _refused(sides, alike):
        return Refusal(reason)
    shared = _newest_first(sides)
    if not shared:
        return Refusal(Reason.PERIODS)
    period = period if period in shared else shared[0]
    publisher = _shared_publisher(sides, period)
    figures = tuple(side.at(period, publisher) for side in sides)
    earlier = since if since in shared[shared.index(period) + 1 :] else ""
    mark = _between(figures, earlier, sides, breaks) if earlier else None
    changes = () if mark or not earlier else tuple(_changes(sides, figures, earlier))
    pairs = tuple(_pairs(sides, figures, places))
    no_change = Refusal(Reason.BREAK, mark) if mark else None
    return Comparison(tuple(sides), shared, period, figures, pairs, changes, no_change)


def _refused(sides: Sequence[Side], alike: Alike) -> Reason | None:
    if len(sides) > MOST:
        return Reason.TOO_MANY
    if len({side.definition.pk for side in sides}) > 1:
        return Reason.DEFINITIONS
    if any(_are_alike(one.cut, other.cut, alike) for one, other in combinations(sides, 2)):
        return Reason.ALIKE
    return None


def _are_alike(one: str, other: str, alike: Alike) -> bool:
    """Two names of sources for one and the same group: to compare them is to compare sources."""
    return one != other and _named_once(one, alike) == _named_once(other, alike)


def _named_once(cut: str, alike: Alike) -> dict[str, str]:
    first = {(name, code): codes[0] for name, lists in alike.items() for codes in lists for code in codes}
    return {name: first.get((name, code), code) for name, code in parts_of(cut).items()}


def _newest_first(sides: Sequence[Side]) -> tuple[str, ...]:
    shared = set.intersection(*(side.periods for side in sides))
    ends = {each.period: each.end for each in sides[0].figures}
    return tuple(sorted(shared, key=lambda period: ends[period], reverse=True))


def _shared_publisher(sides: Sequence[Side], period: str) -> LocalText | None:
    """One who says all of them, so that one way of counting is compared."""
    return min(set.intersection(*(side.publishers(period) for side in sides)), key=str, default=None)


def _pairs(sides: Sequence[Side], figures: Sequence[m.Observation], places: Places) -> Iterable[Pair]:
    first, own = sides[0], figures[0]
    for side, figure in zip(sides[1:], figures[1:], strict=True):
        is_part = _is_part(first, side, places) or _is_part(side, first, places)
        one, other = (_estimate(each, with_interval=not is_part) for each in (figure, own))
        yield Pair(side, figure, difference(one, other), is_part)


def _is_part(part: Side, whole: Side, places: Places) -> bool:
    within = {part.place, *_above(part.place, places)}
    return whole.place in within and parts_of(whole.cut).items() <= parts_of(part.cut).items()


def _above(place: str, places: Places) -> Iterable[str]:
    while parent := places.parents.get(place):
        yield parent
        place = parent


def _estimate(figure: m.Observation, *, with_interval: bool = True) -> Estimate:
    assert figure.value is not None
    known = with_interval and figure.low is not None and figure.high is not None
    return Estimate(figure.value, figure.decimals, (figure.low, figure.high) if known else None)  # type: ignore[arg-type]


def _between(
    figures: Sequence[m.Observation], earlier: str, sides: Sequence[Side],
    breaks: Iterable[m.BreakMark],
) -> m.BreakMark | None:  # fmt: skip
    then = sides[0].at(earlier, None)
    places = {side.place for side in sides}
    own = [mark for mark in breaks if mark.definition_id == sides[0].definition.pk]
    concerned = [mark for mark in own if mark.place in {None, *places}]
    return next((mark for mark in concerned if then.start < mark.date <= figures[0].start), None)


def _changes(sides: Sequence[Side], figures: Sequence[m.Observation], earlier: str) -> Iterable[Change]:
    for side, now in zip(sides, figures, strict=True):
        then = side.at(earlier, now.release.source.publisher)
        yield Change(side, then, difference(_estimate(now), _estimate(then)))
