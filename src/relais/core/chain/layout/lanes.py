"""Free heights for edges that pass columns on their way, so that none runs through a measure."""

from __future__ import annotations

from collections.abc import Sequence

SPACING = 4.0  # between two lanes
CROWDING = 24.0  # px of detour that an edge takes rather than share a lane


class Lanes:
    """The lanes of one drawing; `take` remembers what it gave, so ask in a fixed order.

    `occupied` gives for each column the y of its measures; a lane lies from y `top` to `bottom`
    and keeps `clear` px away from each; somewhere there must be so much room.
    """

    def __init__(self, occupied: Sequence[Sequence[float]], top: float, bottom: float, clear: float) -> None:
        self._ys = [top + i * SPACING for i in range(int((bottom - top) / SPACING) + 1)]
        self._used = [[0] * len(self._ys) for _ in occupied]
        self._blocked = [[any(abs(y - c) < clear for c in centres) for y in self._ys] for centres in occupied]

    def take(self, columns: range, start: float, end: float) -> float:
        """One y, free in all these columns, for an edge from y `start` to y `end`.

        Little detour, little company. May be off by SPACING / 2, to go on at exactly the height of
        an end.
        """
        free = [i for i in range(len(self._ys)) if not any(self._blocked[column][i] for column in columns)]
        best = min(free, key=lambda i: (self._cost(i, columns, start, end), i))
        for column in columns:
            self._used[column][best] += 1
        y = self._ys[best]
        return next((exact for exact in (start, end) if abs(exact - y) <= SPACING / 2), y)

    def _cost(self, i: int, columns: range, start: float, end: float) -> float:
        y = self._ys[i]
        company = sum(self._used[column][i] for column in columns) / len(columns)
        return abs(y - start) + abs(y - end) + CROWDING * company
