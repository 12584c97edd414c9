"""One way to fill in what is not known, so that everything adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from relais.core.figures.disclosure.programmes import whole_numbers
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
    for equation, (total, parts) in enumerate(system.equations):
        off = sum(sign * x[cell] for cell, sign in system.row(equation))
        if off and all(known[cell] for cell in (total, *parts)):
            raise Contradiction(f"{system.cells[total]} is not the sum of its parts")
    for cells in pieces(system, known):
        column = {cell: i for i, cell in enumerate(cells)}
        touched = dict.fromkeys(equation for cell in cells for equation in system.at[cell])
        found = whole_numbers(
            _matrix(system, touched, column),
            [-sum(s * x[c] for c, s in system.row(e) if known[c]) for e in touched],
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


def _matrix(system: System, equations: dict[int, None], column: dict[int, int]) -> Any:
    from scipy.sparse import csr_array

    entries = [
        (row, column[cell], float(sign))
        for row, equation in enumerate(equations)
        for cell, sign in system.row(equation)
        if cell in column
    ]
    rows, columns, signs = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_array((signs, (rows, columns)), shape=(max(1, len(equations)), len(column)))
