"""Pieces of SVG path data, with numbers no longer than the eye needs."""

from __future__ import annotations

from relais.core.chain.layout.ports import Point

DEEPEST_BOW = 20.0


def start(at: Point) -> str:
    return f"M{_pair(at)}"


def line(to: Point) -> str:
    return f"L{_pair(to)}"


def wave(start: Point, to: Point, middle: float) -> str:
    """A cubic curve that leaves and arrives level and is steepest around x = `middle`."""
    return f"C{_pair((middle, start[1]))} {_pair((middle, to[1]))} {_pair(to)}"


def drop(start: Point, to: Point) -> str:
    """A cubic curve that leaves and arrives upright."""
    half = (start[1] + to[1]) / 2
    return f"C{_pair((start[0], half))} {_pair((to[0], half))} {_pair(to)}"


def bow(start: Point, to: Point, side: int) -> str:
    """A cubic curve between two points of one column, on its right (side 1) or left (-1)."""
    depth = (
        min(DEEPEST_BOW, 8 + abs(to[1] - start[1]) / 8) / 0.75
    )  # the curve goes 3/4 of the way to its handles
    x = (max if side > 0 else min)(start[0], to[0]) + side * depth
    return f"C{_pair((x, start[1]))} {_pair((x, to[1]))} {_pair(to)}"


def _pair(point: Point) -> str:
    return f"{_short(point[0])},{_short(point[1])}"


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
