"""Linear programmes over some cells of a system: the cheapest move, the farthest move, one filling (scipy's
HiGHS)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from relais.core.figures.disclosure.systems import System

NEAR_WHOLE = 1e-6
SECONDS = 20.0  # for one integer programme; past it we say that we do not know, never that it is safe


class Undecided(Exception):
    """The solver stopped before it knew."""


def whole_numbers(
    matrix: Any, sums: Sequence[float], cost: Sequence[float], least: Sequence[float], most: Sequence[float]
) -> list[int] | None:
    """The cheapest x of whole numbers with `matrix` x = `sums` and `least` <= x <= `most`; None when there
    is none.

    The plain programme is tried first, and solved again in whole numbers when its answer is broken: for
    tables of two dimensions it never is. Raises Undecided when the solver stops before it knows.
    """
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    for whole in (0, 1):
        found: Any = milp(
            np.array(cost),
            integrality=np.full(len(cost), whole),
            bounds=Bounds(least, most),
            constraints=LinearConstraint(matrix, sums, sums),
            options={"time_limit": SECONDS},
        )
        if found.status == 2:
            return None
        if found.x is None:
            raise Undecided(f"the solver stopped: {found.message}")
        near = np.rint(found.x)
        if np.abs(found.x - near).max() < NEAR_WHOLE:
            return [int(x) for x in near]
    raise Undecided("the solver gave no whole numbers")


def equations_of(system: System, cells: Sequence[int]) -> tuple[tuple[int, ...], Any]:
    """The equations that touch `cells`, and their signs as a matrix: a row for each, a column for each
    cell."""
    import numpy as np
    from scipy.sparse import csr_array

    row: dict[int, int] = {}
    entries = [
        (row.setdefault(equation, len(row)), i, sign)
        for i, cell in enumerate(cells)
        for equation, sign in system.at[cell].items()
    ]
    rows, columns, signs = np.array(entries, dtype=np.int32).reshape(-1, 3).T
    shape = (max(1, len(row)), len(cells))
    return tuple(row), csr_array((signs.astype(float), (rows, columns)), shape=shape)


class Programme:
    """The equations that touch `cells`, as a matrix with two columns for each cell: what it gains and what
    it loses.

    Cells outside stand still.
    """

    def __init__(self, system: System, cells: Iterable[int]) -> None:
        from scipy.sparse import hstack

        self.cells = tuple(cells)
        _, matrix = equations_of(system, self.cells)
        self.matrix = hstack([matrix, -matrix], format="csr")

    def cheapest(
        self, price: Sequence[float], down: Sequence[float], up: Sequence[float], target: int, amount: int
    ) -> dict[int, int] | None:
        """Move `target` by exactly `amount` and others within `-down … up`, paying `price` for each unit.
        None when that cannot be."""
        gains, losses = [up[c] for c in self.cells], [down[c] for c in self.cells]
        i = self.cells.index(target)
        gains[i], losses[i] = max(amount, 0), max(-amount, 0)
        least = [0.0] * (2 * len(gains))
        least[i], least[i + len(gains)] = gains[i], losses[i]
        return self._solve([price[c] for c in self.cells] * 2, least, gains + losses)

    def farthest(
        self, down: Sequence[float], up: Sequence[float], target: int, sign: int
    ) -> dict[int, int] | None:
        """Move `target` up (sign 1) or down (-1) as far as it goes; `down` and `up` must be finite there."""
        gains, losses = [up[c] for c in self.cells], [down[c] for c in self.cells]
        i = self.cells.index(target)
        cost = [0.0] * (2 * len(gains))
        cost[i], cost[i + len(gains)] = -sign, sign
        return self._solve(cost, [0.0] * len(cost), gains + losses)

    def _solve(self, cost: list[float], least: list[float], most: list[float]) -> dict[int, int] | None:
        n = len(self.cells)
        found = whole_numbers(self.matrix, [0.0] * self.matrix.shape[0], cost, least, most)
        if found is None:
            return None
        return {c: up - down for c, up, down in zip(self.cells, found, found[n:], strict=False) if up != down}
