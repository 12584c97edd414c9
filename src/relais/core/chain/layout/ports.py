"""Where edges touch circles: on the side they leave by, fanned out by where they go next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from relais.core.chain.layout.grid import RADIUS

SPACING = 3.5
SPREAD = 0.62 * RADIUS  # how far from the middle of a circle an edge still lands
RIM = RADIUS + 1.5  # an edge stops just short of the circle

Point = tuple[float, float]


@dataclass(frozen=True, order=True, slots=True)
class Port:
    """One end of one edge: at measure `number`, on its right (side 1) or left (side -1).

    The edge heads for y `toward`; `edge` and `end` (0 the first, 1 the last) say which; both only
    have to be sortable.
    """

    number: int
    side: int
    toward: float
    edge: int
    end: int


def touches(ports: Iterable[Port], centres: Mapping[int, Point]) -> dict[tuple[int, int], Point]:
    """For (edge, end) the point where that edge touches that circle."""
    sides: dict[tuple[int, int], list[Port]] = defaultdict(list)
    for port in sorted(ports):
        sides[port.number, port.side].append(port)
    found: dict[tuple[int, int], Point] = {}
    for (number, side), leaving in sides.items():
        x, y = centres[number]
        for port, dy in zip(leaving, fan(len(leaving)), strict=True):
            found[port.edge, port.end] = x + side * sqrt(RIM**2 - dy**2), y + dy
    return found


def fan(count: int) -> list[float]:
    """Offsets from the middle of a circle for so many edges, evenly spread."""
    gap = min(SPACING, 2 * SPREAD / max(count - 1, 1))
    return [(i - (count - 1) / 2) * gap for i in range(count)]
