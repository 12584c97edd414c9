"""The order of the measures in each cell, so that few edges cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from relais.core.chain.graph import Chain
from relais.core.chain.layout.cells import Cells

SWEEPS = 8
WEIGHTS = {"order": 4.0}  # a step pulls harder than the other families (1)

Heights = Mapping[int, float]  # measure number to y
Placed = Callable[[Cells], Heights]


def with_few_crossings(chain: Chain, start: Cells, heights: Placed) -> Cells:
    """The best order met in SWEEPS barycentre sweeps, rightward and leftward in turn.

    Method: Sugiyama, Tagawa and Toda, IEEE Trans. SMC 11(2), 1981. `heights` gives the y of every
    measure for an order. A measure never leaves its cell, and those of no step stay in order of
    number, to be found.
    """
    pulls = _pulls(chain)
    column = {n: cell[0] for cell, numbers in start.within.items() for n in numbers}
    pairs = [(link.source, link.target) for link in chain.links]
    best, fewest = start, _crossings(pairs, column, heights(start))
    order = dict(start.within)
    for sweep in range(SWEEPS):
        for x in sorted({x for x, _ in order if x < start.steps}, reverse=sweep % 2 == 1):
            y = heights(replace(start, within=order))
            for cell in [cell for cell in order if cell[0] == x]:
                order[cell] = tuple(sorted(order[cell], key=lambda n: (_barycentre(n, pulls, y), n)))
        swept = replace(start, within=dict(order))
        found = _crossings(pairs, column, heights(swept))
        if found < fewest:
            best, fewest = swept, found
    return best


def _pulls(chain: Chain) -> dict[int, list[tuple[int, float]]]:
    pulls: dict[int, list[tuple[int, float]]] = {number: [] for number in chain.nodes}
    for link in chain.links:
        weight = WEIGHTS.get(link.family, 1.0)
        pulls[link.source].append((link.target, weight))
        pulls[link.target].append((link.source, weight))
    return pulls


def _barycentre(number: int, pulls: Mapping[int, list[tuple[int, float]]], y: Heights) -> float:
    total = sum(weight for _, weight in pulls[number])
    return sum(y[n] * w for n, w in pulls[number]) / total if total else y[number]


def _crossings(pairs: list[tuple[int, int]], column: Mapping[int, int], y: Heights) -> int:
    """Crossings between edges that join the same two columns, by counting inversions."""
    between: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for a, b in pairs:
        left, right = sorted((a, b), key=lambda n: (column[n], n))
        if column[left] != column[right]:
            between[column[left], column[right]].append((y[left], y[right]))
    crossings = 0
    for ends in between.values():
        seen: list[float] = []
        for _, right_y in sorted(ends):
            crossings += len(seen) - bisect_right(seen, right_y)
            insort(seen, right_y)
    return crossings
