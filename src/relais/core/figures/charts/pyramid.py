"""Two groups back to back, a row for each class of age: what is equal is as long on either side."""

from __future__ import annotations

from collections.abc import Sequence

from relais.core.figures.charts.chart import Chart, Drawing, Shape, all_values, chart_of, statuses
from relais.core.figures.charts.keys import LEADING, SIZE, hatches, interval, key, whisker
from relais.core.figures.charts.rows import HATCH, LABEL, labels_of, widest
from relais.core.figures.charts.series import About, Point, Series, Wording, WrongSeries
from relais.core.figures.shapes import Box, Dot, Rule, Words, breadth

ROW, BAR, GUTTER = 22.0, 17.0, 100.0  # px: the gutter has the label of an age class, not that of a place


def pyramid(left: Series, right: Series, about: About, words: Wording) -> Chart:
    """Rows from top to bottom as given, so the oldest first.

    Raises WrongSeries: other rows on one side, a value below zero, a label with no room between two sides.
    """
    series = [left, right]
    labels = labels_of(series)
    values = all_values(series)
    if min(values, default=0) < 0:
        raise WrongSeries("a pyramid has no room for values below zero")
    if wide := [label for label in labels if breadth(label, LABEL) > GUTTER]:
        raise WrongSeries(f"“{wide[0]}” has no room between the sides of a pyramid: draw bars")
    highest = max(values, default=0) or 1
    return chart_of(series, about, words, lambda width: _drawn(series, labels, words, highest, width))


def _drawn(
    series: Sequence[Series], labels: Sequence[str], words: Wording, highest: float, width: float
) -> Drawing:
    gutter = max((breadth(label, LABEL) for label in labels), default=0) + 20
    longest = (width - gutter) / 2 - widest(series, words) - 8
    top = LEADING + 8
    shapes: list[Shape] = []
    for n, (each, sign) in enumerate(zip(series, (-1, 1), strict=True)):
        zero = (width + sign * gutter) / 2
        for row, point in enumerate(each.points):
            middle = top + row * ROW + ROW / 2
            shapes += _bar(each.name, point, words, n, zero, sign * longest, highest, middle)
        bottom = top + len(labels) * ROW
        shapes += [Rule(zero, top, zero, bottom, "zero"), *_head(each.name, n, zero, sign)]
    middles = ((top + row * ROW + ROW / 2, label) for row, label in enumerate(labels))
    shapes += [Words(width / 2, middle + 4, label, "middle", "label") for middle, label in middles]
    explained = [*interval(series, words, "whiskers"), *hatches(statuses(series), words)]
    keys, end = key(explained, 0, top + len(labels) * ROW + 8, width)
    return Drawing(width, end, (*shapes, *keys))


def _head(name: str, n: int, zero: float, sign: int) -> list[Shape]:
    """The name over its side, from the middle outwards, in its colour and with a swatch of it."""
    words = Words(zero + sign * 17, SIZE, name, "start" if sign > 0 else "end", f"name {n}")
    return [Dot(zero + sign * 6, SIZE - 4, 5, str(n), "square"), words]


def _bar(
    name: str, point: Point, words: Wording, n: int, zero: float, reach: float, highest: float, middle: float
) -> list[Shape]:
    """`reach` is how far the highest value goes from `zero`, to the left when it is negative."""
    says, y, sign = words.whole(name, point), middle - BAR / 2, 1 if reach > 0 else -1
    if point.value is None:
        return [Box(zero if sign > 0 else zero - HATCH, y, HATCH, BAR, point.status.value, says)]
    end = zero + reach * (point.value / highest)
    shapes: list[Shape] = [Box(min(zero, end), y, abs(end - zero), BAR, f"bar {n}", says)]
    if point.ends:
        low, high = (zero + reach * (each / highest) for each in point.ends)
        shapes += whisker(low, high, middle)
        end = high
    return [
        *shapes,
        Words(end + sign * 6, middle + 4, words.of(point), "start" if sign > 0 else "end", "value"),
    ]
