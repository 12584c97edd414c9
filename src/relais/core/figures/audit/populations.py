"""One name, two populations; one cell, two values."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from relais.core.figures.audit.figure import Figure, Figures, Finding, Kind, value_of


def populations(figures: Figures) -> Iterator[Finding]:
    """Counts of one indicator for one place that one source gives for two kinds of family: the first of each.
    What is said as such comes before what is put together from its parts.
    """
    groups: dict[tuple[str, str, str], dict[str, list[Figure]]] = {}
    for figure in figures.every:
        meaning = figures.meanings[figure.definition]
        if meaning.is_count and meaning.family:
            whole = figures.whole(
                figure.source, figure.definition, figure.place, figure.period, meaning.family_cut
            )
            if figure in whole:
                group = groups.setdefault((figure.source, meaning.indicator, figure.place), {})
                known = group.get(meaning.family, whole)
                group[meaning.family] = min(known, whole, key=lambda each: each[0].period)
    for (source, _, place), families in groups.items():
        ordered = sorted(families.values(), key=lambda each: (len(each), each[0].definition))
        for one, other in combinations(ordered, 2):
            first = one[0]
            yield Finding(
                Kind.POPULATIONS, source, first.definition, place, first.period, first.cut, value_of(one),
                value_of(other), tuple(each.id for each in (*one, *other)),
            )  # fmt: skip


def conflicts(figures: Figures) -> Iterator[Finding]:
    """Cells of which two sources say values that differ by more than both were rounded; also where they call
    one group by two names.
    """
    group = cache(figures.structure.group)
    first: dict[tuple[str, str, str, str], Figure] = {}
    several: dict[tuple[str, str, str, str], list[Figure]] = {}
    for figure in figures.every:
        at = figure.definition, figure.place, figure.period, group(figure.cut)
        other = first.setdefault(at, figure)
        if other is not figure:
            several.setdefault(at, [other]).append(figure)
    for said in several.values():
        low, high = min(said, key=lambda one: one.value), max(said, key=lambda one: one.value)
        if high.value - low.value > low.rounding + high.rounding + 1e-9:
            yield Finding(
                Kind.CONFLICT, low.source, low.definition, low.place, low.period, low.cut, low.value,
                high.value, tuple(each.id for each in said),
            )  # fmt: skip
