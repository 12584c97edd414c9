"""What moves when something is delayed or dropped; nothing is changed by asking.

A move is counted in days and as two bounds, for dates are often unknown and are never filled in. Between
two nodes lies *slack*: the days from the end of the earlier to the start of the later. Slack takes up delay.
Where the start is not known, the slack is somewhere between nothing and the days to the later one's end;
where that is not known either, anything. So an unknown date gives "moves, by how much is not known", within
bounds. What is dropped is late for ever.
"""

from __future__ import annotations

import datetime as dt
import heapq
import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Generic

from relais.core.chain.waiting import K, Road, Wait, Waiting

FOREVER = math.inf


@dataclass(frozen=True, slots=True)
class Span:
    """When a node starts and ends, as far as known."""

    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Move(Generic[K]):
    """A node that moves, by at least and at most so many days (FOREVER: it cannot happen as planned).

    `road` is the way by which the most comes; empty where the question itself put it.
    """

    node: K
    least: float
    most: float
    road: Road[K]

    @property
    def is_known(self) -> bool:
        """Whether it is known by how much."""
        return self.least == self.most

    @property
    def is_lost(self) -> bool:
        """Whether it waits, without a way around, for something that never comes."""
        return self.least == FOREVER


def what_if(
    waiting: Waiting[K],
    spans: Mapping[K, Span],
    *,
    delays: Mapping[K, int] | None = None,
    drops: Collection[K] = (),
) -> list[Move[K]]:
    """Everything that would move, what moves most first; `delays` in days, several questions at once.

    A node that is asked about and waits for another moves by the larger of both. Questions about what is no
    node, and delays of nothing, are passed over. O(E log V); a circle of waits ends, for no wait lengthens a
    delay.
    """
    asked = {waiting.place[node]: float(days) for node, days in (delays or {}).items()
             if days > 0 and node in waiting.place}  # fmt: skip
    asked |= {waiting.place[node]: FOREVER for node in drops if node in waiting.place}
    slack = {wait: _slack(spans, wait) for wait in waiting.waits}

    def passed_at_most(wait: Wait[K], days: float) -> float:
        return max(0.0, days - slack[wait][0])

    def passed_at_least(wait: Wait[K], days: float) -> float:
        if not wait.holds:
            return 0.0
        return days if days == FOREVER else max(0.0, days - slack[wait][1])

    most, came_from = _spread(waiting, asked, passed_at_most)
    least, _ = _spread(waiting, asked, passed_at_least)
    moves = [
        Move(waiting.nodes[place], least.get(place, 0.0), days, waiting.road(_way(came_from, place)))
        for place, days in most.items()
    ]
    return sorted(moves, key=lambda move: (-move.most, -move.least, waiting.place[move.node]))


def _slack(spans: Mapping[K, Span], wait: Wait[K]) -> tuple[float, float]:
    """The least and the most days between two nodes. Dates that overlap give none: what waits moves along."""
    end, later = spans.get(wait.earlier, Span()).end, spans.get(wait.later, Span())
    if end is None:
        return 0.0, FOREVER
    if later.start is not None:
        days = max(0.0, float((later.start - end).days))
        return days, days
    return 0.0, FOREVER if later.end is None else max(0.0, float((later.end - end).days))


def _spread(
    waiting: Waiting[K], asked: Mapping[int, float], passed: Callable[[Wait[K], float], float]
) -> tuple[dict[int, float], dict[int, int]]:
    """Each place that moves to its days, and to the place before it on the way (-1: it was asked about).

    The largest move first, as Dijkstra takes the shortest way first; among equals the fewest steps, then the
    lowest places.
    """
    days_of: dict[int, float] = {}
    came_from: dict[int, int] = {}
    heap = [(-days, 0, place, -1) for place, days in asked.items()]
    heapq.heapify(heap)
    while heap:
        minus, steps, place, before = heapq.heappop(heap)
        if place in days_of:
            continue
        days_of[place], came_from[place] = -minus, before
        for then in waiting.after[place]:
            if then not in days_of and (days := passed(waiting.wait(place, then), -minus)) > 0:
                heapq.heappush(heap, (-days, steps + 1, then, place))
    return days_of, came_from


def _way(came_from: Mapping[int, int], place: int) -> list[int]:
    steps = []
    while place != -1:
        steps.append(place)
        place = came_from[place]
    return steps[::-1]
