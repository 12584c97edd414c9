"""The plain shapes of a drawn chain: CSS pixels, y downward; colours are the stylesheet's."""

from __future__ import annotations

from dataclasses import dataclass

from relais.core.chain.links import FAMILIES


@dataclass(frozen=True, slots=True)
class Node:
    """A measure: a circle around (x, y). `step` counts from 1; None without precedence."""

    number: int
    theme: int
    x: float
    y: float
    r: float
    step: int | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A link: `source`, `target`, `kind` as it is written, `path` for the `d` of an SVG path.

    The path runs in the direction of reading: for an order from what comes before to what comes
    after (so for "A requires B" from B to A), for any other kind from source to target. It stops at
    the rim of both circles.
    """

    source: int
    target: int
    kind: str
    path: str

    @property
    def family(self) -> str:
        """order, echo, support, tension or reading."""
        return FAMILIES[self.kind]


@dataclass(frozen=True, slots=True)
class Band:
    """The row of a theme: a rectangle, and the left middle of a label of at most `label_width`."""

    theme: int
    x: float
    y: float
    width: float
    height: float
    label_x: float
    label_y: float
    label_width: float


@dataclass(frozen=True, slots=True)
class Column:
    """A heading for the measures of one step, or of no step (None), from x over `width`."""

    step: int | None
    x: float
    width: float
    label_y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """What to draw, in this order; all of it inside (0, 0) to (width, height)."""

    width: float
    height: float
    bands: tuple[Band, ...]
    columns: tuple[Column, ...]
    edges: tuple[Edge, ...]
    nodes: tuple[Node, ...]
