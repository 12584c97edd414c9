"""The same line for many groups or places, each in a small chart of its own, all on one scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from relais.core.figures.charts.chart import Chart, Drawing, Shape, all_values, chart_of, statuses
from relais.core.figures.charts.keys import BOLD, LEADING, LINE, SIZE, hatches, interval, key
from relais.core.figures.charts.levels import Levels, levels
from relais.core.figures.charts.plots import Plot, columns, curves
from relais.core.figures.charts.rows import TIGHT
from relais.core.figures.charts.runs import dated, day_of
from relais.core.figures.charts.series import About, Kind, Series, Wording, check_axis
from relais.core.figures.shapes import Rule, Words, breadth, lines_of

HEIGHT, ACROSS, DOWN = 90.0, 22.0, 20.0  # px: of a plot, and between two panels


def multiples(
    panels: Sequence[Series], about: About, words: Wording, *, kind: Kind, from_zero: bool = True
) -> Chart:
    """A small chart for each series, in the order given; days and values stand at the same place in each.

    Raises WrongSeries as `line` does.
    """
    check_axis(kind, from_zero=from_zero)
    days = tuple(dated(panels))
    up = levels(all_values(panels), most=3, from_zero=from_zero)
    return chart_of(panels, about, words, lambda width: _drawn(panels, words, days, up, width))


def _drawn(
    panels: Sequence[Series], words: Wording, days: tuple[dt.date, ...], up: Levels, width: float
) -> Drawing:
    if not days:
        return Drawing(width, 0, ())
    count = min(2 if width < TIGHT else 4, len(panels))
    margin = max(breadth(words.marked(mark), SIZE) for mark in (up.marks[0], up.marks[-1])) + 8
    wide = (width - margin - ACROSS * (count - 1)) / count
    titles = [lines_of(panel.name, wide, BOLD) for panel in panels]
    names = {day_of(p): p.label for panel in panels for p in panel.points}
    shapes: list[Shape] = []
    top = 0.0
    for first in range(0, len(panels), count):
        head = max(map(len, titles[first : first + count])) * LEADING + 16
        for n in range(first, min(first + count, len(panels))):
            left = margin + (n - first) * (wide + ACROSS)
            plot = Plot(left, left + wide - 4, top + head, top + head + HEIGHT, days, up)
            shapes += _panel(panels[n], titles[n], plot, words, top)
            shapes += _scale(plot, words) if n == first else []
            shapes += _periods(plot, names) if n + count >= len(panels) else []
        top += head + HEIGHT + DOWN
    keys, end = _keys(panels, words, up, margin, top + 6, width)
    return Drawing(width, end, (*shapes, *keys))


def _panel(panel: Series, title: Sequence[str], plot: Plot, words: Wording, top: float) -> list[Shape]:
    rules = dict.fromkeys(
        (plot.up.marks[0], plot.up.marks[-1], *(mark for mark in plot.up.marks if not mark))
    )
    breaks = [plot.parting(b.date) for b in panel.breaks if plot.days[0] < b.date <= plot.days[-1]]
    return [
        *columns([panel], plot, words),
        *(
            Rule(plot.left, plot.y(mark), plot.right, plot.y(mark), "grid" if mark else "zero")
            for mark in rules
        ),
        *(Rule(x, plot.top, x, plot.bottom, "break") for x in breaks),
        *curves([panel], plot, words, is_small=True),
        *(Words(plot.left, top + SIZE + n * LEADING, text, kind="name 0") for n, text in enumerate(title)),
        *_last(panel, plot, words),
    ]


def _scale(plot: Plot, words: Wording) -> list[Shape]:
    """The least and the most of the axis, beside the first panel of a line."""
    ends = (plot.up.marks[0], plot.up.marks[-1])
    return [Words(plot.left - 7, plot.y(mark) + 4, words.marked(mark), "end", "light") for mark in ends]


def _periods(plot: Plot, names: Mapping[dt.date, str]) -> list[Shape]:
    """The first and the last, beneath the last panel of a column."""
    ends = dict.fromkeys((plot.days[0], plot.days[-1]))
    anchors = ("start", "end") if len(ends) == 2 else ("middle",)
    return [
        Words(plot.x(day), plot.bottom + SIZE + 4, names[day], anchor, "light")
        for day, anchor in zip(ends, anchors, strict=True)
    ]


def _last(panel: Series, plot: Plot, words: Wording) -> list[Shape]:
    """The last value that is shown, over its point."""
    if not panel.shown:
        return []
    point = panel.shown[-1]
    half = breadth(words.of(point), BOLD) / 2
    x = max(min(plot.x(day_of(point)), plot.right + 4 - half), plot.left + half)
    return [
        Words(x, plot.y(max(point.value or 0, *(point.ends or (0,)))) - 7, words.of(point), "middle", "value")
    ]


def _keys(
    panels: Sequence[Series], words: Wording, up: Levels, left: float, top: float, width: float
) -> tuple[list[Shape], float]:
    """What hatches and broken rules mean, and where the axis begins."""
    explained = [*interval(panels, words, "band 0"), *hatches(statuses(panels), words)]
    shapes, y = key(explained, left, top, width)
    for label in dict.fromkeys(each.label for panel in panels for each in panel.breaks):
        shapes += [
            Rule(left + 6, y, left + 6, y + 13, "break"),
            Words(left + 19, y + SIZE - 1, label, kind="note"),
        ]
        y += LINE
    if not up.begins_at_zero:
        begins = words.begins.format(value=words.marked(up.marks[0]))
        shapes.append(Words(left, y + SIZE - 1, begins, kind="light"))
        y += LINE
    return shapes, y
