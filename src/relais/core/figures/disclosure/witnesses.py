"""What was found out about how far each cell can move, kept so that a cell can be taken out again."""

from __future__ import annotations

from collections.abc import Callable, Collection

from relais.core.figures.disclosure.moves import Room


class Witnesses:
    """Moves, and for each cell the lowest and the highest that they reach. Standing still is one of them."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.moves: dict[int, dict[int, int]] = {}
        self.of: dict[int, set[int]] = {}
        self._next = 0

    def add(self, move: dict[int, int]) -> int:
        """Its number. Raises AssertionError for what is no move: a mistake of ours or of the solver, never
        passed over."""
        assert self.room.check(move), "a move that breaks an equation or a limit"
        self.moves[self._next] = move
        for cell in move:
            self.of.setdefault(cell, set()).add(self._next)
        self._next += 1
        return self._next - 1

    def drop(self, number: int) -> dict[int, int]:
        move = self.moves.pop(number)
        for cell in move:
            self.of[cell].discard(number)
        return move

    def reach(self, cell: int) -> tuple[int, int]:
        """The lowest and the highest, seen from where it stands."""
        by = [self.moves[number][cell] for number in self.of.get(cell, ())]
        return min(0, *by, 0), max(0, *by, 0)

    def width(self, cell: int) -> int:
        low, high = self.reach(cell)
        return high - low

    def replace(
        self,
        gone: Collection[int],
        widen: Callable[[int], dict[int, int] | None],
        leaning: Collection[int],
        need: Callable[[int], int],
    ) -> bool:
        """Do without the moves `gone`, finding others for the cells `leaning` on them. False, and nothing
        changed, when one of these cannot be made wide enough."""
        dropped = [self.drop(number) for number in gone]
        added: list[int] = []
        for cell in leaning:
            while self.width(cell) < need(cell):
                move = widen(cell)
                if move is None:
                    for number in added:
                        self.drop(number)
                    for move in dropped:
                        self.add(move)
                    return False
                added.append(self.add(move))
        return True
