"""The points each edge goes through: from one rim, along a free lane past others, to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relais.core.chain.layout.grid import HEADING, RADIUS
from relais.core.chain.layout.lanes import Lanes
from relais.core.chain.layout.ports import Point, Port, touches
from relais.core.chain.links import Link

CLEAR = RADIUS + 3  # between a lane and the middle of any circle


@dataclass(frozen=True, slots=True)
class Stop:
    """A point that an edge goes through, level, at a column."""

    column: int
    at: Point


@dataclass(frozen=True, slots=True)
class Places:
    """The column and middle of every measure, the x of every column, the bottom of the bands."""

    spots: Mapping[int, Stop]
    xs: Sequence[float]
    bottom: float


def stops(links: Sequence[Link], places: Places) -> list[list[Stop]]:
    """For each link the stops of its edge in the direction of reading, from rim to rim.

    Within one column an edge goes by the right, in the last column by the left.
    """
    ends = [link.step or (link.source, link.target) for link in links]
    lanes = _lanes(links, ends, places)
    spots, last_column = places.spots, len(places.xs) - 1
    ports: list[Port] = []
    for i, pair in enumerate(ends):
        for end, (number, other) in enumerate((pair, pair[::-1])):
            here, there = spots[number], spots[other]
            right = there.column > here.column or here.column == there.column < last_column
            toward = lanes[i][-end] if lanes[i] else there
            ports.append(Port(number, 1 if right else -1, toward.at[1], i, end))
    touch = touches(ports, {number: spot.at for number, spot in spots.items()})
    return [
        [Stop(spots[a].column, touch[i, 0]), *lanes[i], Stop(spots[b].column, touch[i, 1])]
        for i, (a, b) in enumerate(ends)
    ]


def _lanes(links: Sequence[Link], ends: Sequence[tuple[int, int]], places: Places) -> list[list[Stop]]:
    """For each edge the two stops of its lane, if it passes a column.

    Steps choose first, and the short before the long.
    """
    spots, xs = places.spots, places.xs
    occupied = [[s.at[1] for s in spots.values() if s.column == x] for x in range(len(xs))]
    lanes = Lanes(occupied, HEADING, places.bottom, CLEAR)
    urgency: list[tuple[bool, int, float, int]] = []
    for i, (first, last) in enumerate(ends):
        a, b = spots[first], spots[last]
        span, rise = abs(a.column - b.column), abs(a.at[1] - b.at[1])
        urgency.append((links[i].family != "order", span, rise, i))
    found: list[list[Stop]] = [[] for _ in ends]
    for _, span, _, i in sorted(urgency):
        if span > 1:
            a, b = (spots[number] for number in ends[i])
            low, high = min(a.column, b.column) + 1, max(a.column, b.column) - 1
            y = lanes.take(range(low, high + 1), a.at[1], b.at[1])
            lane = [Stop(low, (xs[low] - RADIUS, y)), Stop(high, (xs[high] + RADIUS, y))]
            found[i] = lane if a.column < b.column else lane[::-1]
    return found
