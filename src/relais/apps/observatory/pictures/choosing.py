"""Which chart suits the figures of a definition: a map, lines, two periods, groups, places, or none."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from relais.apps.observatory import models as m
from relais.apps.observatory.reading.places import Places
from relais.apps.observatory.reading.series import Series, series_of
from relais.apps.observatory.vocabulary import Kind
from relais.core.figures.cube import parts_of

FEWEST_PERIODS = 3  # two points are a difference, not a line
MOST_LINES = 12
MOST_ROWS = 15
MOST_PAIRS = 7  # of which six may stand out


@dataclass(frozen=True, slots=True)
class Map:
    """One value of most municipalities, in one period, by one publisher."""

    figures: tuple[m.Observation, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Series through time, that of single-parent families first."""

    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The same groups in one place, or one group in several places, in two periods that compare."""

    pairs: tuple[tuple[m.Observation, m.Observation], ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups in one place and period, cut by the same dimensions, by one publisher."""

    figures: tuple[m.Observation, ...]


@dataclass(frozen=True, slots=True)
class Across:
    """One group in several places, in one period, by one publisher."""

    figures: tuple[m.Observation, ...]


Choice = Map | Lines | Pairs | Groups | Across


def choose(
    definition: m.Definition, figures: Sequence[m.Observation], places: Places,
    breaks: Iterable[m.BreakMark] = (),
) -> Choice | None:  # fmt: skip
    """None where there is nothing to see beside one another.

    A line of elsewhere gives way to groups or places among which single-parent families of the region stand.
    """
    lines, beside = _lines(figures, definition.family_cut), _beside(definition, figures, places)
    if lines and beside and not _is_near(lines, definition, places) and _is_near(beside, definition, places):
        lines = None
    pairs = _pairs(beside, figures, breaks) if beside else None
    return _map(figures, places) or lines or pairs or beside or _lines(figures, None)


def _map(figures: Iterable[m.Observation], places: Places) -> Map | None:
    """Of fewer than half of the municipalities a map would show little but that nobody knows."""
    local = [each for each in figures if each.place in places.municipalities]
    maps = _grouped(local, lambda each: (each.cut, each.period, each.release.source.publisher))
    known = [of for of in maps if 2 * sum(each.value is not None for each in of) > len(places.municipalities)]
    return Map(max(known, key=lambda of: (of[0].end, len(of)))) if known else None


def _lines(figures: Sequence[m.Observation], cut: str | None) -> Lines | None:
    """Lines that are long enough, if that of `cut` is: one for each place and group."""
    long = [each for each in series_of(figures) if len(_known(each)) >= FEWEST_PERIODS]
    if not long or (cut is not None and all(each.cut != cut for each in long)):
        return None
    once = {(each.place, each.cut): each for each in reversed(long) if _is_comparable(each.cut, cut)}.values()
    ordered = sorted(once, key=lambda each: (each.cut != cut, each.cut != "", -len(each.figures)))
    return Lines(tuple(ordered[:MOST_LINES]))


def _is_comparable(cut: str, of: str | None) -> bool:
    """Cut by nothing else: beside families by type, a line by education would be of another question."""
    return of is None or parts_of(cut).keys() <= parts_of(of).keys()


def _known(series: Series) -> list[m.Observation]:
    return [each for each in series.figures if each.value is not None]


def _beside(definition: m.Definition, figures: Sequence[m.Observation], places: Places) -> Choice | None:
    """Of those with single-parent families the newest; of those the largest; of those that of the region."""
    by_cut = _grouped(
        (each for each in figures if each.cut),
        lambda one: (one.place, one.period, one.release.source.publisher, tuple(one.parts)),
    )
    by_place = [
        _smallest(of, places) if definition.kind == Kind.COUNT else of
        for of in _grouped(figures, lambda one: (one.cut, one.period, one.release.source.publisher))
    ]
    found: list[Choice] = [*map(Groups, by_cut), *map(Across, by_place)]
    fitting = [each for each in found if 2 <= len(_of(each)) <= MOST_ROWS]
    return max(fitting, key=lambda each: _worth(each, definition.family_cut, places), default=None)


def _pairs(newest: Choice, figures: Iterable[m.Observation], breaks: Iterable[m.BreakMark]) -> Pairs | None:
    """Each of them beside itself in the first period that has them all, without intervals or breaks between.

    Two ends of a line cannot show an interval: marks in rows can.
    """
    later = _of(newest)
    if len(later) > MOST_PAIRS or not all(_is_certain(each) for each in later):
        return None
    earlier: dict[tuple[dt.date, str], dict[Hashable, m.Observation]] = defaultdict(dict)
    for each in figures:
        if each.end < later[0].start and _is_certain(each):
            earlier[each.start, each.period].setdefault(_group(each), each)
    wanted = [_group(each) for each in later]
    whole = (earlier[key] for key in sorted(earlier) if earlier[key].keys() >= {*wanted})
    found = next((of for of in whole if not _is_broken(of[wanted[0]], later[0], breaks)), None)
    return Pairs(tuple((found[_group(each)], each) for each in later)) if found else None


def _group(figure: m.Observation) -> Hashable:
    """With decimals: from 12 % to 11.6 % nobody knows whether it fell."""
    return figure.place, figure.cut, figure.release.source.publisher, figure.decimals


def _is_certain(figure: m.Observation) -> bool:
    return figure.value is not None and figure.low is None


def _is_broken(first: m.Observation, last: m.Observation, breaks: Iterable[m.BreakMark]) -> bool:
    return any(first.start < mark.date <= last.start for mark in breaks)


def _is_near(choice: Choice, definition: m.Definition, places: Places) -> bool:
    return any(each.place == places.region and each.cut == definition.family_cut for each in _of(choice))


def _of(choice: Choice) -> Sequence[m.Observation]:
    if isinstance(choice, Lines):
        return [figure for each in choice.series for figure in each.figures]
    if isinstance(choice, Pairs):
        return [figure for pair in choice.pairs for figure in pair]
    return choice.figures


def _smallest(figures: Sequence[m.Observation], places: Places) -> tuple[m.Observation, ...]:
    """Without the places that hold another one: beside a country, the count of a town is not to be seen."""
    holding = {places.parents.get(each.place) for each in figures}
    above = holding | {places.parents.get(place) for place in holding if place}
    return tuple(each for each in figures if each.place not in above)


def _worth(choice: Choice, family_cut: str, places: Places) -> tuple[object, ...]:
    figures = _of(choice)
    tells_of_families = any(each.cut == family_cut for each in figures)
    return tells_of_families, figures[0].end, len(figures), figures[0].place == places.region


def _grouped(
    figures: Iterable[m.Observation], key: Callable[[m.Observation], Hashable]
) -> list[tuple[m.Observation, ...]]:
    told: dict[Hashable, list[m.Observation]] = defaultdict(list)
    for each in figures:
        told[key(each)].append(each)
    return [tuple(of) for of in told.values()]
