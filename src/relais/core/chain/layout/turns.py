"""Where between two columns each edge turns, so that turning edges nest and do not tangle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from relais.core.chain.layout.ports import Point

FIRST, LAST = 0.2, 0.8  # fractions of the room


@dataclass(frozen=True, slots=True)
class Turn:
    """A curve from the left end to the right end, right of column `gutter`."""

    gutter: int
    left: Point
    right: Point

    @property
    def rank(self) -> tuple[float, float]:
        """Falling edges turn the sooner the lower they go, rising edges the sooner the higher."""
        sign = -1 if self.right[1] > self.left[1] else 1
        return sign * self.right[1], sign * self.left[1]


def middles(turns: Iterable[Turn]) -> dict[Turn, float]:
    """The x around which each turn bends: evenly spread for falling and for rising edges."""
    groups: dict[tuple[int, bool], list[Turn]] = defaultdict(list)
    for turn in set(turns):
        groups[turn.gutter, turn.right[1] > turn.left[1]].append(turn)
    found: dict[Turn, float] = {}
    for group in groups.values():
        group.sort(key=lambda turn: (turn.rank, turn.left, turn.right))
        for i, turn in enumerate(group):
            part = FIRST + (LAST - FIRST) * i / (len(group) - 1) if len(group) > 1 else 0.5
            found[turn] = turn.left[0] + part * (turn.right[0] - turn.left[0])
    return found
