"""The curves of the edges: they turn between columns only, and pass columns only in a free lane.

So no edge ever runs through a measure that it does not join.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from relais.core.chain.layout import curves
from relais.core.chain.layout.shapes import Edge
from relais.core.chain.layout.stops import Places, Stop, stops
from relais.core.chain.layout.turns import Turn, middles
from relais.core.chain.links import Link


def routes(links: Sequence[Link], places: Places) -> list[Edge]:
    """One edge per link, in the order of the links."""
    all_stops = stops(links, places)
    middle = middles(_turn(a, b) for each in all_stops for a, b in pairwise(each) if _turns(a, b))
    return [
        Edge(link.source, link.target, link.kind, _path(each, middle, places.xs))
        for link, each in zip(links, all_stops, strict=True)
    ]


def _path(each: Sequence[Stop], middle: Mapping[Turn, float], xs: Sequence[float]) -> str:
    path = curves.start(each[0].at)
    for a, b in pairwise(each):
        if _turns(a, b):
            path += curves.wave(a.at, b.at, middle[_turn(a, b)])
        elif a.at[1] == b.at[1]:
            path += curves.line(b.at)
        else:
            path += curves.bow(a.at, b.at, 1 if a.at[0] > xs[a.column] else -1)
    return path


def _turns(a: Stop, b: Stop) -> bool:
    return a.column != b.column and a.at[1] != b.at[1]


def _turn(a: Stop, b: Stop) -> Turn:
    left, right = (a, b) if a.column < b.column else (b, a)
    return Turn(left.column, left.at, right.at)
