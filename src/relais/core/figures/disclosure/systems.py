"""Every cell of all tables once, and every equation between them: what an attacker writes down first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from relais.core.figures.disclosure.cells import Cell, Codes
from relais.core.figures.disclosure.tables import Frame


@dataclass(frozen=True, slots=True)
class System:
    """`cells` numbered from 0. Each equation is (total, parts): cell `total` is the sum of cells `parts`.

    `at` gives for each cell the equations that it is in, with its sign there: -1 for the total, 1 for a
    part. `implied` are cells that stand in no table and that anyone can subtract: what is left of a total
    beside a share.
    """

    cells: tuple[Cell, ...]
    place: dict[Cell, int]
    equations: tuple[tuple[int, tuple[int, ...]], ...]
    at: tuple[dict[int, int], ...]
    implied: frozenset[int]

    def members(self, equation: int) -> tuple[int, ...]:
        total, parts = self.equations[equation]
        return (total, *parts)


def system_of(frames: Iterable[Frame]) -> System:
    """The system of these tables together. Cells that several tables hold are one."""
    place: dict[Cell, int] = {}
    equations: dict[tuple[int, frozenset[int]], tuple[int, ...]] = {}
    implied: set[Cell] = set()

    def number(cell: Cell) -> int:
        return place.setdefault(cell, len(place))

    for frame in frames:
        held = {codes: number(frame.cell(codes)) for codes in frame.places}
        for total, parts in _sums(frame, held):
            equations[total, frozenset(parts)] = parts
        for whole, part, rest in _complements(frame, held):
            implied.add(rest)
            parts = (part, number(rest))
            equations[whole, frozenset(parts)] = parts
    rows = tuple((total, parts) for (total, _), parts in equations.items())
    at: list[dict[int, int]] = [{} for _ in place]
    for i, (total, parts) in enumerate(rows):
        at[total][i] = -1
        for part in parts:
            at[part][i] = 1
    return System(tuple(place), place, rows, tuple(at), frozenset(place[cell] for cell in implied))


def _sums(frame: Frame, held: dict[Codes, int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    for codes, total in held.items():
        for i, dimension in enumerate(frame.dimensions):
            below = ((*codes[:i], part, *codes[i + 1 :]) for part in dimension.parts.get(codes[i], ()))
            if parts := tuple(held[place] for place in below if place in held):
                yield total, parts


def _complements(frame: Frame, held: dict[Codes, int]) -> Iterator[tuple[int, int, Cell]]:
    """For each share: its denominator, its numerator, and the rest. With one sibling that one is the rest."""
    for share in frame.shares:
        i = [dimension.name for dimension in frame.dimensions].index(share.dimension)
        whole = frame.dimensions[i].parent[share.code]
        assert whole is not None  # Frame checks it
        for codes, part in held.items():
            if codes[i] != share.code:
                continue
            beside = [
                (*codes[:i], c, *codes[i + 1 :]) for c in frame.dimensions[i].parts[whole] if c != share.code
            ]
            if sum(place in held for place in beside) > 1:
                around = held[*codes[:i], whole, *codes[i + 1 :]]
                yield around, part, frame.cell((*codes[:i], f"{whole} - {share.code}", *codes[i + 1 :]))
