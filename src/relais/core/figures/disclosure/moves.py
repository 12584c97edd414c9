"""How far a hidden cell can move while everything shown stays true: the ground under suppression and audit.

A *move* is a whole number for each cell, such that every equation still holds. If the true counts are one
filling of the hidden cells, a move gives another, and nobody who sees what is shown can tell them apart. So
two moves that lie `protection` apart at a cell are a *witness* that it is protected. Solvers find moves;
`Room.check` adds them up again in whole numbers, so that no tolerance of a solver decides about a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from relais.core.figures.disclosure.programmes import Programme
from relais.core.figures.disclosure.systems import System

WIDTHS = (10, 40)  # of each sum so many cells are looked at first: most moves need no more


@dataclass(slots=True)
class Room:
    """How far each cell may lie below and above a filling, by what is known of it, its own not being below
    zero."""

    system: System
    down: Sequence[float]
    up: Sequence[float]

    def check(self, move: Mapping[int, int]) -> bool:
        """Whether every equation and every limit still holds."""
        if any(not -self.down[cell] <= by <= self.up[cell] for cell, by in move.items()):
            return False
        sums: dict[int, int] = {}
        for cell, by in move.items():
            for equation, sign in self.system.at[cell].items():
                sums[equation] = sums.get(equation, 0) + sign * by
        return not any(sums.values())

    def cheapest(self, price: Sequence[float], target: int, amount: int) -> dict[int, int] | None:
        """The cheapest move of `target` by `amount`; cells of infinite price stand still. It looks near
        first, so it is cheap rather than cheapest. None when there is no move at all."""
        if not -self.down[target] <= amount <= self.up[target]:
            return None
        for cells in self._windows(price, target):
            if move := Programme(self.system, cells).cheapest(price, self.down, self.up, target, amount):
                return move
        return None

    def farthest(self, free: Collection[int], target: int, sign: int, enough: int) -> dict[int, int]:
        """The farthest move of `target` with only `free` cells, no farther than `enough`."""
        price = [inf] * len(self.system.cells)
        for cell in free:
            price[cell] = 0.0
        cells = list(self._windows(price, target))[-1]
        up, down = list(self.up), list(self.down)
        for cell in cells:  # a cap keeps the programme bounded; nothing needs to move farther than this
            up[cell] = min(up[cell], enough * len(cells))
            down[cell] = min(down[cell], enough * len(cells))
        up[target], down[target] = min(up[target], enough), min(down[target], enough)
        return Programme(self.system, cells).farthest(down, up, target, sign) or {}

    def _windows(self, price: Sequence[float], target: int) -> Iterable[list[int]]:
        before = 0
        for width in (*WIDTHS, None):
            cells = _around(self.system, price, target, width)
            if len(cells) > before:
                yield cells
            before = len(cells)


def _around(system: System, price: Sequence[float], target: int, width: int | None) -> list[int]:
    """Cells that a move of `target` may want, the cheapest `width` of each sum, three sums far; all without
    width."""
    seen = {target: None}
    edge = [target]
    steps = 0
    while edge and (width is None or steps < 3):
        found: dict[int, None] = {}
        for equation in dict.fromkeys(e for cell in edge for e in system.at[cell]):
            free = [cell for cell in system.members(equation) if price[cell] < inf]
            if width is not None and len(free) > width:
                free = sorted(free, key=price.__getitem__)[:width]
            found.update((cell, None) for cell in free if cell not in seen)
        seen.update(found)
        edge = list(found)
        steps += 1
    return list(seen)
