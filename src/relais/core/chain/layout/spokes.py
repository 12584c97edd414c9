"""The edges between one measure and its neighbours beside and below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt

from relais.core.chain.layout import curves
from relais.core.chain.layout.ports import RIM, Point, fan
from relais.core.chain.layout.shapes import Edge
from relais.core.chain.links import Link

DIRECTIONS: Mapping[int | None, tuple[int, int]] = {1: (-1, 0), 3: (1, 0)}  # by step
BELOW = 0, 1

Spoke = tuple[Point, Point]  # at the rim of the measure, at the rim of the neighbour


def other_end(link: Link, number: int) -> int:
    """The neighbour that a link of measure `number` leads to."""
    return link.target if link.source == number else link.source


def spokes(
    links: Sequence[Link],
    number: int,
    at: Mapping[int, Point],
    step: Mapping[int, int],
    fork: float,
) -> list[Edge]:
    """One edge per link, in the order of the links.

    `at` gives the middle of every circle and `step` 1 for a neighbour on the left, 3 on the right,
    none below. Edges to the neighbours below go straight down to y = `fork` before they part.
    """
    rims = _rims(links, number, at, step)
    edges: list[Edge] = []
    for link in links:
        here, there = rims[link]
        outward = (link.step or (link.source, link.target))[0] == number
        if other_end(link, number) in step:
            a, b = (here, there) if outward else (there, here)
            path = curves.start(a) + curves.wave(a, b, (a[0] + b[0]) / 2)
        else:
            bend = here[0], fork
            path = (
                curves.start(here) + curves.line(bend) + curves.drop(bend, there)
                if outward
                else curves.start(there) + curves.drop(there, bend) + curves.line(here)
            )
        edges.append(Edge(link.source, link.target, link.kind, path))
    return edges


def _rims(
    links: Sequence[Link], number: int, at: Mapping[int, Point], step: Mapping[int, int]
) -> dict[Link, Spoke]:
    sides: dict[tuple[int, int], list[Link]] = defaultdict(list)
    twins: dict[int, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda link: (at[other_end(link, number)], link)):
        other = other_end(link, number)
        sides[DIRECTIONS.get(step.get(other), BELOW)].append(link)
        twins[other].append(link)
    found: dict[Link, Spoke] = {}
    for (dx, dy), leaving in sides.items():
        for link, offset in zip(leaving, fan(len(leaving)), strict=True):
            other = other_end(link, number)
            twin = fan(len(twins[other]))[twins[other].index(link)]
            found[link] = _rim(at[number], dx, dy, offset), _rim(at[other], -dx, -dy, twin)
    return found


def _rim(centre: Point, dx: int, dy: int, offset: float) -> Point:
    """The point of a rim in a direction (one of dx, dy is 0), moved sideways by `offset`."""
    depth = sqrt(RIM**2 - offset**2)
    return centre[0] + dx * depth + abs(dy) * offset, centre[1] + dy * depth + abs(dx) * offset
