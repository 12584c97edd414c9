"""Measures that wait for each other in a circle: a mistake that `relais check` reports."""

from __future__ import annotations

from collections import deque

from relais.core.chain.components import condense
from relais.core.chain.graph import Chain


def find_cycle(chain: Chain) -> list[int] | None:
    """One cycle of precedence, as [a, b, c] for "a before b before c before a"; None without any.

    Always the same one: the shortest through the lowest number that is in any cycle.
    """
    knots = [part for part in condense(chain).parts if len(part) > 1]
    if not knots:
        return None
    start = min(knots)[0]
    came_from = {start: start}
    queue = deque([start])
    while True:  # ends: within its knot, `start` can be reached from every measure that it reaches
        here = queue.popleft()
        for then in chain.after[here]:
            if then == start:
                return _walk_back(came_from, here)
            if then not in came_from:
                came_from[then] = here
                queue.append(then)


def _walk_back(came_from: dict[int, int], here: int) -> list[int]:
    path = [here]
    while came_from[here] != here:
        here = came_from[here]
        path.append(here)
    return path[::-1]
