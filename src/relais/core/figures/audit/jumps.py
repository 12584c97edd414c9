"""Changes far larger than the others of their series: perhaps a break that nobody marked, perhaps true."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from relais.core.figures.audit.figure import Figure, Figures, Finding, Kind

FEWEST = 5  # values: with fewer nobody knows what is usual
TIMES = 6  # the usual change


def jumps(figures: Figures, breaks: frozenset[tuple[str, str]]) -> Iterator[Finding]:
    """Changes of over six times the median one. `breaks`: definition and period from which it is marked."""
    series: dict[tuple[str, str, str, str, int], list[Figure]] = {}
    for figure in figures.every:
        at = figure.source, figure.definition, figure.place, figure.cut, len(figure.period)
        series.setdefault(at, []).append(figure)
    for said in series.values():
        if len(said) < FEWEST:
            continue
        said.sort(key=lambda figure: figure.period)
        steps = [abs(after.value - before.value) for before, after in pairwise(said)]
        usual = max(median(steps), said[0].rounding * 2)
        for (before, after), step in zip(pairwise(said), steps, strict=True):
            is_marked = (after.definition, after.period) in breaks
            if step > TIMES * usual and not is_marked:
                yield Finding(
                    Kind.JUMP, after.source, after.definition, after.place, after.period, after.cut,
                    after.value, before.value, (before.id, after.id),
                )  # fmt: skip
