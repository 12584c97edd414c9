"""Counts that should add up: sexes, types of household, regions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

from relais.core.figures.audit.figure import (
    Figure,
    Figures,
    Finding,
    Kind,
    Structure,
    rounding_of,
    value_of,
)
from relais.core.figures.cube import PLACE, cut_of, parts_of


def sums(figures: Figures) -> Iterator[Finding]:
    """Wholes that are not the sum of their parts. Cuts of one whole that all fail are one finding, of the
    fewest codes: where the regions do not add up to the country, they do not for women and men either.
    """
    failed: dict[tuple[str, ...], Finding] = {}
    ways = _Ways(figures.structure)
    for figure in figures.every:
        if not figures.meanings[figure.definition].is_count:
            continue
        for dimension, parts in _said(figures, figure, ways):
            off = abs(value_of(parts) - figure.value)
            if off > 1e-9 and off > rounding_of([figure, *parts]) + 1e-9:
                found = _finding(figure, parts)
                group = (figure.source, figure.definition, figure.place, figure.period, dimension)
                failed[group] = _together(failed[group], found) if group in failed else found
    yield from failed.values()


class _Ways:
    """How a place and a cut fall apart, looked up once for each: dimension, and what its parts are called."""

    def __init__(self, structure: Structure) -> None:
        self.of_place = cache(partial(_places, structure))
        self.of_cut = cache(partial(_cuts, structure))


def _places(structure: Structure, place: str) -> list[tuple[str, ...]]:
    return [parts for whole, parts in structure.partitions.get(PLACE, ()) if whole == place]


def _cuts(structure: Structure, cut: str) -> list[tuple[str, list[str]]]:
    codes = parts_of(cut)
    return [
        (dimension, [cut_of({**codes, dimension: part}) for part in parts])
        for dimension, partitions in structure.partitions.items()
        for whole, parts in partitions
        if dimension != PLACE and codes.get(dimension) == whole
    ]


def _said(figures: Figures, whole: Figure, ways: _Ways) -> Iterator[tuple[str, list[Figure]]]:
    """Each dimension along which the parts of `whole` are said, with those parts."""
    get, source, definition, period = figures.by_key.get, whole.source, whole.definition, whole.period
    for places in ways.of_place(whole.place):
        each = [get((source, definition, place, period, whole.cut)) for place in places]
        if all(each):
            yield PLACE, [found for found in each if found]
    for dimension, cuts in ways.of_cut(whole.cut):
        each = [get((source, definition, whole.place, period, cut)) for cut in cuts]
        if all(each):
            yield dimension, [found for found in each if found]


def _finding(figure: Figure, parts: list[Figure]) -> Finding:
    return Finding(
        Kind.SUM, figure.source, figure.definition, figure.place, figure.period, figure.cut, figure.value,
        value_of(parts), (figure.id, *(part.id for part in parts)),
    )  # fmt: skip


def _together(one: Finding, other: Finding) -> Finding:
    """Both as one, told by the whole with the fewest codes."""
    first, second = sorted((one, other), key=lambda found: len(parts_of(found.cut)))
    return replace(first, of=(*first.of, *(each for each in second.of if each not in first.of)))
