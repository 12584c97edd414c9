"""Where columns and bands lie: the x of each column, the y of each measure in its theme's band."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relais.core.chain.graph import Chain
from relais.core.chain.layout.cells import Cells

RADIUS = 11.0
PITCH = 28.0  # between the centres of two measures in one cell
BAND_PADDING = 22.0  # from the edge of a band to the centre of its first measure
BAND_GAP = 6.0
HEADING = 44.0
LABELS = 188.0  # the room left of the first column, for the names of themes
MARGIN = 40.0
LOOSE_PITCH = 54.0
LEAST_GUTTER = 84.0  # after a step: the room edges need to turn


@dataclass(frozen=True, slots=True)
class Rows:
    """Per theme the top and the height of its band; `bottom` is under the last."""

    top: Mapping[int, float]
    height: Mapping[int, float]
    bottom: float


def rows(cells: Cells, themes: Iterable[int]) -> Rows:
    """Bands in order of theme, each as high as its fullest cell."""
    fullest: dict[int, int] = {}
    for (_, theme), numbers in cells.within.items():
        fullest[theme] = max(fullest.get(theme, 0), len(numbers))
    top: dict[int, float] = {}
    height: dict[int, float] = {}
    y = HEADING
    for theme in sorted(set(themes)):
        top[theme] = y
        height[theme] = 2 * BAND_PADDING + (fullest[theme] - 1) * PITCH
        y += height[theme] + BAND_GAP
    return Rows(top, height, y)


def heights(cells: Cells, rows: Rows) -> dict[int, float]:
    """The y of every measure: each cell in the middle of its band, loose ones level."""
    found: dict[int, float] = {}
    for (column, theme), numbers in cells.within.items():
        level = numbers if column < cells.steps else cells.within[cells.steps, theme]
        first = rows.top[theme] + (rows.height[theme] - (len(level) - 1) * PITCH) / 2
        found.update((number, first + i * PITCH) for i, number in enumerate(numbers))
    return found


def column_xs(chain: Chain, cells: Cells, width: float) -> list[float]:
    """The x of every column in a drawing at least `width` wide.

    Loose columns stand at the right, LOOSE_PITCH apart. What is left goes to the gutters after the
    steps, in proportion to the edges that turn in them, so that a crowded gutter has more room.
    """
    loose = cells.columns - cells.steps
    gutters = cells.steps if loose else max(cells.steps - 1, 0)
    turning = _turning(chain, cells)[:gutters]
    spare = width - LABELS - MARGIN - max(loose - 1, 0) * LOOSE_PITCH - gutters * LEAST_GUTTER
    share = max(spare, 0.0) / (sum(turning) or 1)
    xs = [LABELS]
    for edges in turning:
        xs.append(xs[-1] + LEAST_GUTTER + share * edges)
    while len(xs) < cells.columns:
        xs.append(xs[-1] + LOOSE_PITCH)
    return xs[: cells.columns]


def _turning(chain: Chain, cells: Cells) -> list[int]:
    """For the gutter right of each column, the steps (before, after) that leave or arrive there."""
    column = {n: x for (x, _), numbers in cells.within.items() for n in numbers}
    found = [0] * cells.columns
    for before, after in chain.steps:
        low, high = sorted((column[before], column[after]))
        if low < high:
            for gutter in {low, high - 1}:
                found[gutter] += 1
    return found
