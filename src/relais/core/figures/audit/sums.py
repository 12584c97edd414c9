"""Counts that should add up: sexes, types of household, regions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relais.core.figures.audit.figure import PLACE, Figure, Figures, Finding, Kind, rounding_of, value_of
from relais.core.figures.cube import cut_of, parts_of


def sums(figures: Figures) -> Iterator[Finding]:
    """Wholes that are not the sum of their parts. Cuts of one whole that all fail are one finding, of the
    fewest codes: where the regions do not add up to the country, they do not for women and men either.
    """
    failed: dict[tuple[str, ...], Finding] = {}
    for figure in figures.every:
        if not figures.meanings[figure.definition].is_count:
            continue
        for dimension, parts in _partitions(figures, figure):
            off = abs(value_of(parts) - figure.value)
            if off > rounding_of([figure, *parts]) + 1e-9:
                found = _finding(figure, parts)
                group = (figure.source, figure.definition, figure.place, figure.period, dimension)
                failed[group] = _together(failed[group], found) if group in failed else found
    yield from failed.values()


def _partitions(figures: Figures, figure: Figure) -> Iterator[tuple[str, list[Figure]]]:
    """Each dimension along which the parts of `figure` are said, with those parts."""
    codes = {PLACE: figure.place, **parts_of(figure.cut)}
    for dimension, partitions in figures.structure.partitions.items():
        for whole, parts in partitions:
            if codes.get(dimension) != whole:
                continue
            cells = [{**codes, dimension: part} for part in parts]
            each = [_at(figures, figure, cell) for cell in cells]
            if all(each):
                yield dimension, [found for found in each if found]


def _at(figures: Figures, like: Figure, codes: dict[str, str]) -> Figure | None:
    cut = cut_of({name: code for name, code in codes.items() if name != PLACE})
    return figures.by_key.get((like.source, like.definition, codes[PLACE], like.period, cut))


def _finding(figure: Figure, parts: list[Figure]) -> Finding:
    return Finding(
        Kind.SUM, figure.source, figure.definition, figure.place, figure.period, figure.cut, figure.value,
        value_of(parts), (figure.id, *(part.id for part in parts)),
    )  # fmt: skip


def _together(one: Finding, other: Finding) -> Finding:
    """Both as one, told by the whole with the fewest codes."""
    first, second = sorted((one, other), key=lambda found: len(parts_of(found.cut)))
    return replace(first, of=(*first.of, *(each for each in second.of if each not in first.of)))
