"""Hide more cells, as cheaply as possible, until no small one can be computed.

For each cell that is not wide enough: the cheapest move that widens it, where hidden cells move for (almost)
nothing and a shown one costs what is lost by hiding it; all that the move touches is hidden, and widened in
its turn. This is the heuristic by networks and linear programmes of Cox (1980, 1995) and of Kelly, Golden
and Assad (1992); that hidden counts are whole numbers is kept as in Fischetti and Salazar (2001), by
witnesses. The tau-Argus handbook calls it secondary suppression.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import inf

from relais.core.figures.disclosure.moves import Room
from relais.core.figures.disclosure.programmes import Undecided
from relais.core.figures.disclosure.witnesses import Witnesses

ALMOST_NOTHING = 1e-3  # of two moves that hide nothing, the shorter


@dataclass(slots=True)
class Pattern:
    """Which cells are hidden, the witnesses that they are protected, and the cells that cannot be."""

    room: Room
    need: Sequence[int]
    price: list[float]
    hidden: set[int]
    open: set[int]
    witnesses: Witnesses

    def widen(self, cell: int) -> dict[int, int] | None:
        """The cheaper of the moves up and down that make it wide enough; a move that hides nothing is taken
        at once."""
        low, high = self.witnesses.reach(cell)
        found: list[tuple[float, dict[int, int]]] = []
        for by in (low + self.need[cell], high - self.need[cell]):
            if move := self._cheapest(cell, by):
                cost = sum(self.price[c] for c in move if self.price[c] > ALMOST_NOTHING)
                if not cost:
                    return move
                found.append((cost, move))
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def widen_a_little(self, cell: int) -> dict[int, int] | None:
        """The farthest move up or down, where one way alone is not enough."""
        reach = self.witnesses.reach(cell)
        free = [c for c, price in enumerate(self.price) if price < inf]
        for sign in (1, -1):
            try:
                move = self.room.farthest(free, cell, sign, self.need[cell])
            except Undecided:
                continue
            if not reach[0] <= move.get(cell, 0) <= reach[1]:
                return move
        return None

    def _cheapest(self, cell: int, by: int) -> dict[int, int] | None:
        """Not knowing in time is as good as not finding."""
        try:
            return self.room.cheapest(self.price, cell, by)
        except Undecided:
            return None


def suppress(
    room: Room, small: Iterable[int], need: Sequence[int], loss: Sequence[float], free: Iterable[int] = ()
) -> Pattern:
    """Hide `small` and what it takes, so that every hidden cell i has two fillings `need[i]` apart.

    `loss` is the price of hiding a cell, infinite for what is publicly known. `free` cells are in no table:
    they move for nothing. What cannot be protected is in `open`. O(cells hidden) programmes of some hundred
    columns.
    """
    pattern = Pattern(room, need, list(loss), set(small), set(), Witnesses(room))
    for cell in (*pattern.hidden, *free):
        if pattern.price[cell] < inf:
            pattern.price[cell] = ALMOST_NOTHING
    todo = sorted(pattern.hidden)
    while todo:
        cell = todo.pop()
        while pattern.witnesses.width(cell) < need[cell]:
            move = pattern.widen(cell) or pattern.widen_a_little(cell)
            if move is None:
                pattern.open.add(cell)
                break
            pattern.witnesses.add(move)
            fresh = sorted(c for c in move if pattern.price[c] > ALMOST_NOTHING)
            pattern.hidden.update(fresh)
            todo += fresh
            for c in fresh:
                pattern.price[c] = ALMOST_NOTHING
    return pattern


def trim(pattern: Pattern, keep: Collection[int], loss: Sequence[float]) -> None:
    """Show again what need not be hidden, the dearest first: what was hidden before better was known.

    A cell is shown again when all that leant on it can be moved without it. Cells of `keep` stay hidden.
    """
    witnesses = pattern.witnesses
    shown = {c: price for c, price in enumerate(pattern.price) if price > ALMOST_NOTHING}
    for cell in shown:
        pattern.price[cell] = inf
    for cell in sorted(pattern.hidden - set(keep), key=lambda c: (-loss[c], c)):
        pattern.price[cell] = inf
        gone = sorted(witnesses.of.get(cell, ()))
        touched = {c for number in gone for c in witnesses.moves[number]}
        leaning = touched & pattern.hidden - pattern.open - {cell}
        if witnesses.replace(gone, pattern.widen, sorted(leaning), pattern.need.__getitem__):
            pattern.hidden.discard(cell)
        else:
            pattern.price[cell] = ALMOST_NOTHING
