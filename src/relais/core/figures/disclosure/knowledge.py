"""What everyone knows of cells from what was released: the lowest and the highest that each can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf
from typing import TypeAlias

from relais.core.figures.disclosure.cells import Cell
from relais.core.figures.disclosure.releases import Release, Shown
from relais.core.figures.disclosure.systems import System
from relais.core.figures.disclosure.tables import Frame

Limits: TypeAlias = tuple[float, float]


def of_same_figures(releases: Iterable[Release], frames: Iterable[Frame]) -> list[Release]:
    """The releases without tables of other things or other periods, which no equation joins to `frames`."""
    figures = {(frame.of, frame.period) for frame in frames}
    kept = ([t for t in release.tables if (t.of, t.period) in figures] for release in releases)
    return [Release(tuple(tables)) for tables in kept if tables]


def of_releases(releases: Iterable[Release]) -> dict[Cell, Limits]:
    """Limits of every cell that is not simply hidden. Of figures that were corrected the last release
    counts."""
    limits: dict[Cell, Limits] = {}
    for release in releases:
        for cell, new in _shown(release):
            old = limits.get(cell, (0, inf))
            both = max(old[0], new[0]), min(old[1], new[1])
            limits[cell] = both if both[0] <= both[1] else new
    return limits


def in_system(system: System, limits: dict[Cell, Limits]) -> tuple[list[float], list[float]]:
    """The same, by the numbers of a system: a count is never below zero."""
    pairs = [limits.get(cell, (0, inf)) for cell in system.cells]
    return [low for low, _ in pairs], [high for _, high in pairs]


def _shown(release: Release) -> Iterator[tuple[Cell, Limits]]:
    for table in release.tables:
        for codes, state in table.states.items():
            if isinstance(state, Shown):
                yield table.cell(codes), (max(0, state.value - state.base + 1), state.value + state.base - 1)
        for codes in table.zeros():
            yield table.cell(codes), (0, 0)
