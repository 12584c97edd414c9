"""Series to charts and maps: shapes without colours, beside the same values as rows.

A chart is made from `Series` of `Point`s, what it says `About` itself, and its `Wording`. A template of the room
`ui` draws it. Rules that hold in every chart: no line across a break or a gap; nothing tells a hidden value; counts
are never told by colour; bars and counts begin at zero; no word touches another.
"""

from relais.core.figures.charts.chart import Chart, Drawing, Row
from relais.core.figures.charts.dots import dots
from relais.core.figures.charts.line import line
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
from relais.core.figures.charts.tiles import tiles

__all__ = [
    "About", "Break", "Chart", "Drawing", "Kind", "Point", "Row", "Series", "Status", "Wording", "WrongSeries",
    "dots", "line", "tiles",
]  # fmt: skip
