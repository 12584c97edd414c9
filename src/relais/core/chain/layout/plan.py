"""The whole chain on one page: steps from left to right, themes from top to bottom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from relais.core.chain.graph import Chain
from relais.core.chain.layout import grid
from relais.core.chain.layout.cells import Cells, cells
from relais.core.chain.layout.ordering import with_few_crossings
from relais.core.chain.layout.routes import routes
from relais.core.chain.layout.shapes import Band, Column, Drawing, Node
from relais.core.chain.layout.stops import Places, Stop

LABEL_X = 12.0
LABEL_WIDTH = grid.LABELS - 2 * grid.RADIUS - 2 * LABEL_X  # ends where the first column begins


def draw_plan(chain: Chain, *, width: float = 1200.0, kinds: Collection[str] | None = None) -> Drawing:
    """Place all measures, and draw the links of these kinds (all when None).

    The places depend on all links, so that drawings of different kinds can be laid over each other.
    The same chain always gives the same drawing. `width` is what is aimed at; many steps make the
    drawing wider.
    """
    placed = cells(chain)
    rows = grid.rows(placed, chain.nodes.values())
    placed = with_few_crossings(chain, placed, lambda order: grid.heights(order, rows))
    xs, ys = grid.column_xs(chain, placed, width), grid.heights(placed, rows)
    width = max(width, max(xs, default=0.0) + grid.MARGIN)
    spots = {
        number: Stop(column, (xs[column], ys[number]))
        for (column, _), numbers in placed.within.items()
        for number in numbers
    }
    shown = [link for link in chain.links if kinds is None or link.kind in kinds]
    return Drawing(
        width=width,
        height=rows.bottom,
        bands=tuple(_bands(rows, width)),
        columns=tuple(_columns(placed, xs, width)),
        edges=tuple(routes(shown, Places(spots, xs, rows.bottom))),
        nodes=tuple(_nodes(chain, spots, placed.steps)),
    )


def _bands(rows: grid.Rows, width: float) -> Iterator[Band]:
    for theme, top in rows.top.items():
        height = rows.height[theme]
        yield Band(theme, 0.0, top, width, height, LABEL_X, top + height / 2, LABEL_WIDTH)


def _columns(placed: Cells, xs: list[float], width: float) -> Iterator[Column]:
    lefts = [x - 2 * grid.RADIUS for x in xs] + [width]
    y = grid.HEADING / 2
    for i in range(placed.steps):
        yield Column(i + 1, lefts[i], lefts[i + 1] - lefts[i], y)
    if placed.columns > placed.steps:
        yield Column(None, lefts[placed.steps], width - lefts[placed.steps], y)


def _nodes(chain: Chain, spots: Mapping[int, Stop], steps: int) -> Iterator[Node]:
    for number, theme in chain.nodes.items():
        spot = spots[number]
        step = spot.column + 1 if spot.column < steps else None
        yield Node(number, theme, *spot.at, grid.RADIUS, step)
