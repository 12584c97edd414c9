"""One way to fill in what is not known, so that everything adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relais.core.figures.disclosure.programmes import equations_of, whole_numbers
from relais.core.figures.disclosure.systems import System


class Contradiction(Exception):
    """Nothing fits: the figures do not come from the same counts. It names a cell, never a number."""


def fill(
    system: System, low: Sequence[float], high: Sequence[float], cost: Sequence[float] | None = None
) -> list[int]:
    """Whole numbers from `low` to `high` that satisfy every equation, the cheapest where there is a cost.
    Raises Contradiction where there are none."""
    x = [int(at) for at in low]
    known = [a == b for a, b in zip(low, high, strict=True)]
    for total, parts in system.equations:
        if all(known[cell] for cell in (total, *parts)) and x[total] != sum(x[part] for part in parts):
            raise Contradiction(f"{system.cells[total]} is not the sum of its parts")
    for cells in pieces(system, known):
        equations, matrix = equations_of(system, cells)
        found = whole_numbers(
            matrix,
            [_left(system, equation, x, known) for equation in equations] or [0],
            [cost[c] if cost else 0.0 for c in cells],
            [low[c] for c in cells],
            [high[c] for c in cells],
        )
        if found is None:
            raise Contradiction(f"nothing fits around {system.cells[cells[0]]}")
        for cell, value in zip(cells, found, strict=True):
            x[cell] = value
    return x


def pieces(system: System, known: Sequence[bool]) -> Iterator[list[int]]:
    """The cells that are not known, in pieces that no equation joins."""
    seen = list(known)
    for start in range(len(system.cells)):
        if seen[start]:
            continue
        seen[start] = True
        piece = [start]
        for cell in piece:
            for equation in system.at[cell]:
                for other in system.members(equation):
                    if not seen[other]:
                        seen[other] = True
                        piece.append(other)
        yield piece


def _left(system: System, equation: int, x: Sequence[int], known: Sequence[bool]) -> int:
    """What the unknown cells of an equation must come to."""
    total, parts = system.equations[equation]
    left = -sum(x[part] for part in parts if known[part])
    return left + x[total] if known[total] else left
