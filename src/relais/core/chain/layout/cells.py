"""Which cell of the drawing each measure stands in: its step across, its theme down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from relais.core.chain.depth import depths
from relais.core.chain.graph import Chain
from relais.core.chain.orphans import without_precedence

LOOSE_COLUMNS = 4  # measures of no step, side by side in their theme

Cell = tuple[int, int]  # (column, theme)


@dataclass(frozen=True, slots=True)
class Cells:
    """Of all `columns` the first `steps` are steps; a cell lists its measures from the top."""

    steps: int
    columns: int
    within: Mapping[Cell, tuple[int, ...]]


def cells(chain: Chain) -> Cells:
    """Steps first, from what waits for nothing; then the measures without precedence."""
    loose = set(without_precedence(chain))
    depth = {n: d for n, d in depths(chain).items() if n not in loose}
    steps = max(depth.values(), default=-1) + 1
    within: dict[Cell, list[int]] = {}
    met: dict[int, int] = {}  # theme: loose measures so far
    for number, theme in chain.nodes.items():
        if number in loose:
            column = steps + met.get(theme, 0) % LOOSE_COLUMNS
            met[theme] = met.get(theme, 0) + 1
        else:
            column = depth[number]
        within.setdefault((column, theme), []).append(number)
    columns = steps + min(LOOSE_COLUMNS, max(met.values(), default=0))
    return Cells(steps, columns, {cell: tuple(numbers) for cell, numbers in within.items()})
