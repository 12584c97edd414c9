"""Values through time as lines, with intervals, breaks, and gaps that stay gaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from relais.core.figures.charts import breaks
from relais.core.figures.charts.chart import Chart, Drawing, Shape, all_values, chart_of, statuses
from relais.core.figures.charts.keys import BOLD, LEADING, SIZE, hatches, interval, key
from relais.core.figures.charts.levels import Levels, levels
from relais.core.figures.charts.plots import FORMS, MOST, Plot, blanks, columns, curves, interval_kind
from relais.core.figures.charts.runs import dated, day_of
from relais.core.figures.charts.series import About, Kind, Series, Wording, WrongSeries, check_axis
from relais.core.figures.charts.spreading import spread
from relais.core.figures.shapes import Box, Dot, Rule, Words, breadth, lines_of

HEIGHT, STRIP = 230.0, 9.0  # px: of the plot, and of a gap of one line of several


def line(
    series: Sequence[Series], about: About, words: Wording, *, kind: Kind, from_zero: bool = True
) -> Chart:
    """One to six series. An axis that does not begin at zero says so; that of a count always does.

    Raises WrongSeries: too many series, points without date or out of order, a count not from zero.
    """
    if len(series) > MOST:
        raise WrongSeries(f"{len(series)} lines in one chart; make small multiples of more than {MOST}")
    check_axis(kind, from_zero=from_zero)
    days = dated(series)
    up = levels(all_values(series), from_zero=from_zero)
    return chart_of(series, about, words, lambda width: _drawn(series, words, tuple(days), up, width))


def _drawn(
    series: Sequence[Series], words: Wording, days: tuple[dt.date, ...], up: Levels, width: float
) -> Drawing:
    if not days:
        return Drawing(width, 0, ())
    labels = [_label(each, words, width) for each in series]
    plot = _plot(labels, words, days, up, width)
    notes = breaks.notes(series, plot)
    plot = plot.lowered(breaks.height(notes))
    strips, bottom = _strips(series, plot, words)
    periods, foot = _periods(series, plot, words, bottom, width)
    explained = [*interval(series, words, interval_kind(series)), *hatches(statuses(series), words)]
    keys, end = key(explained, plot.left, foot + 2, width)
    shapes = (
        *columns(series, plot, words), *_grid(plot, words), *breaks.drawn(notes, plot),
        *curves(series, plot, words), *strips, *periods, *_names(series, labels, plot), *keys,
    )  # fmt: skip
    return Drawing(width, end, shapes)


def _plot(
    labels: Sequence[list[str]], words: Wording, days: tuple[dt.date, ...], up: Levels, width: float
) -> Plot:
    """Room at the left for marks, at the right for names, and for all names above one another."""
    left = max(breadth(words.marked(mark), SIZE) for mark in up.marks) + 8
    names = max((breadth(text, BOLD) for lines in labels for text in lines), default=0)
    height = max(HEIGHT, sum(map(_tall, labels)) - LEADING)
    return Plot(left, width - names - 12, SIZE, SIZE + height, days, up)


def _tall(lines: Sequence[str]) -> float:
    return len(lines) * LEADING + 4


def _grid(plot: Plot, words: Wording) -> list[Shape]:
    rules: list[Shape] = []
    for mark in plot.up.marks:
        y = plot.y(mark)
        rules.append(Rule(plot.left, y, plot.right, y, "zero" if mark == 0 else "grid"))
        rules.append(Words(plot.left - 7, y + 4, words.marked(mark), "end", "light"))
    return rules


def _strips(series: Sequence[Series], plot: Plot, words: Wording) -> tuple[list[Shape], float]:
    """Beneath the plot a strip for each series of which something is not shown while others are."""
    shapes: list[Shape] = []
    y = plot.bottom
    everyones = blanks(series)
    for n, each in enumerate(series):
        gaps = [p for p in each.points if not p.is_shown and day_of(p) not in everyones]
        if gaps:
            y += STRIP + 4
            begin = plot.around(day_of(gaps[0]))[0]
            shapes.append(Dot(begin - 8, y - STRIP / 2, 3.6, str(n), FORMS[n], each.name))
        for point in gaps:
            left, right = plot.around(day_of(point))
            says = words.whole(each.name, point)
            shapes.append(Box(left, y - STRIP, right - left, STRIP, point.status.value, says))
    return shapes, y


def _periods(
    series: Sequence[Series], plot: Plot, words: Wording, bottom: float, width: float
) -> tuple[list[Shape], float]:
    """Labels of the first and the last period, and of as many between as have room; where the axis begins."""
    names = {day_of(p): p.label for each in series for p in each.points}
    shapes: list[Shape] = []
    for day in _kept([(day, plot.x(day), breadth(names[day], SIZE)) for day in plot.days]):
        x, half = plot.x(day), breadth(names[day], SIZE) / 2
        shapes.append(Rule(x, plot.bottom, x, plot.bottom + 4, "tick"))
        shapes.append(Words(min(max(x, half), width - half), bottom + 18, names[day], "middle", "light"))
    if plot.up.begins_at_zero:
        return shapes, bottom + 26
    begins = words.begins.format(value=words.marked(plot.up.marks[0]))
    lines = lines_of(begins, width - plot.left, SIZE)
    shapes += [
        Words(plot.left, bottom + 36 + n * LEADING, text, kind="light") for n, text in enumerate(lines)
    ]
    return shapes, bottom + 30 + len(lines) * LEADING


def _kept(places: Sequence[tuple[dt.date, float, float]]) -> list[dt.date]:
    """The days of which the words do not touch; the last one goes before others, then the first."""
    if not places:
        return []
    *others, (last, end, room) = places
    kept: list[dt.date] = []
    free, until = float("-inf"), end - room / 2 - 10
    for day, x, wide in others:
        if x - wide / 2 >= free and x + wide / 2 <= until:
            kept.append(day)
            free = x + wide / 2 + 10
    return [*kept, last]


def _label(each: Series, words: Wording, width: float) -> list[str]:
    """What stands at the end of a line: its name, and its last value on the last line."""
    last = [words.of(each.shown[-1])] if each.shown else []
    return [*lines_of(each.name, width * 0.3, BOLD), *last]


def _names(series: Sequence[Series], labels: Sequence[list[str]], plot: Plot) -> list[Shape]:
    """At the end of each line its words, moved apart where they would touch, and what leads to them."""
    there = [n for n, each in enumerate(series) if each.shown]
    ends = [series[n].shown[-1] for n in there]
    wanted = [plot.y(point.value or 0) for point in ends]
    centres = spread(wanted, [_tall(labels[n]) for n in there], plot.top - LEADING, plot.bottom)
    shapes: list[Shape] = []
    for n, point, y, centre in zip(there, ends, wanted, centres, strict=True):
        x = plot.x(day_of(point))
        if abs(centre - y) > 4 or x < plot.right - 1:
            shapes.append(Rule(x + 5, y, plot.right + 8, centre, "lead"))
        shapes += _name(labels[n], n, plot.right + 12, centre)
    return shapes


def _name(lines: Sequence[str], n: int, x: float, centre: float) -> list[Shape]:
    first = centre - (len(lines) - 1) * LEADING / 2 + 4
    *names, value = [(first + row * LEADING, text) for row, text in enumerate(lines)]
    return [
        *(Words(x, y, text, kind=f"name {n}") for y, text in names),
        Words(x, value[0], value[1], kind="value"),
    ]
