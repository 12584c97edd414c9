"""Series to charts and maps: shapes without colours, beside the same values as rows.

A chart is made from `Series` of `Point`s, what it says `About` itself, and its `Wording`. `{% chart %}` of
the room `ui` draws it. What holds in every chart: no line across a break or a gap; nothing tells a hidden
value; counts are never told by colour; bars and counts begin at zero; no words lie on others.
"""

from relais.core.figures.charts.bars import bars
from relais.core.figures.charts.chart import Chart, Drawing, Row
from relais.core.figures.charts.dots import dots
from relais.core.figures.charts.line import line
from relais.core.figures.charts.multiples import multiples
from relais.core.figures.charts.places import Borders, places
from relais.core.figures.charts.pyramid import pyramid
from relais.core.figures.charts.series import (
    About,
    Break,
    Kind,
    Point,
    Series,
    Status,
    Wording,
    WrongSeries,
)
from relais.core.figures.charts.slope import slope
from relais.core.figures.charts.tiles import have_tiles, tiles

__all__ = [
    "About", "Borders", "Break", "Chart", "Drawing", "Kind", "Point", "Row", "Series", "Status", "Wording",
    "WrongSeries", "bars", "dots", "have_tiles", "line", "multiples", "places", "pyramid", "slope", "tiles",
]  # fmt: skip
