"""What a file says, once it is read by its recipe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from relais.core.figures.cube import Cell, Said


@dataclass(frozen=True, slots=True)
class Incoming:
    """`figures` in the order of the file; `where` says on which row (or key) each stands, for messages.

    `outlines` is the geometry of places (code of the place to Polygon or MultiPolygon of GeoJSON).
    """

    figures: Mapping[Cell, Said] = field(default_factory=dict)
    where: Mapping[Cell, str] = field(default_factory=dict)
    outlines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
