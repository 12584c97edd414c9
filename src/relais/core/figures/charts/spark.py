"""The course of a value as small as a word: no axis, no words; what it shows is said beside it."""

from __future__ import annotations

from relais.core.figures.charts.chart import Drawing, all_values
from relais.core.figures.charts.levels import levels
from relais.core.figures.charts.plots import Plot, curves
from relais.core.figures.charts.runs import dated
from relais.core.figures.charts.series import Series, Wording

WIDTH, HEIGHT, MARGIN = 150.0, 36.0, 4.0  # px


def spark(series: Series, words: Wording) -> Drawing:
    """A line from zero with a mark on its last value, broken where the series is; none of less than two."""
    if len(series.shown) < 2:
        return Drawing(WIDTH, 0, ())
    up = levels(all_values([series]))
    plot = Plot(MARGIN, WIDTH - MARGIN, MARGIN, HEIGHT - MARGIN, tuple(dated([series])), up)
    return Drawing(WIDTH, HEIGHT, tuple(curves([series], plot, words, is_small=True)))
