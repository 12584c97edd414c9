"""Groups or places one under another, each a mark with its interval; two show how far apart they are."""

from __future__ import annotations

from collections.abc import Sequence

from relais.core.figures.charts.chart import Chart, Drawing, Shape, all_values, chart_of
from relais.core.figures.charts.keys import BOLD, LEADING, SIZE, interval, key
from relais.core.figures.charts.levels import Levels, levels
from relais.core.figures.charts.plots import FORMS, MOST
from relais.core.figures.charts.rows import (
    LANE,
    Rows,
    above,
    axis,
    beside,
    gap,
    labels_of,
    rows_for,
    widest,
)
from relais.core.figures.charts.series import About, Kind, Point, Series, Wording, WrongSeries, check_axis
from relais.core.figures.charts.spreading import spread
from relais.core.figures.shapes import Dot, Rule, Words, breadth

ROW = 27.0  # px


def dots(
    series: Sequence[Series], about: About, words: Wording, *, kind: Kind, from_zero: bool = True
) -> Chart:
    """A row for each label, in the order of the first series; a mark for each series, one to six.

    Raises WrongSeries: other labels in another series, too many series, a count not from zero.
    """
    if len(series) > MOST:
        raise WrongSeries(f"{len(series)} marks a row cannot be told apart; {MOST} can")
    check_axis(kind, from_zero=from_zero)
    labels = labels_of(series)
    across = levels(all_values(series), from_zero=from_zero)
    return chart_of(series, about, words, lambda width: _drawn(series, labels, words, across, width))


def _drawn(
    series: Sequence[Series], labels: Sequence[str], words: Wording, across: Levels, width: float
) -> Drawing:
    value = widest(series, words) + 14
    rows = rows_for(labels, across, width, before=value if len(series) > 1 else 4, after=value)
    top = y = LEADING + 8 if len(series) > 1 else 2.0
    shapes: list[Shape] = []
    heads: list[tuple[int, float]] = []
    bodies: list[tuple[float, float]] = []
    for points in zip(*(each.points for each in series), strict=True):
        shown = [(n, rows.x(point.value or 0)) for n, point in enumerate(points) if point.is_shown]
        heads = max(heads, shown, key=len)
        over, begun = above(points[0].label, rows, y)
        marks, y = _row(series, points, words, rows, begun)
        shapes += [*over, *marks]
        bodies.append((begun, y - 5))
    rules, below, end = axis(rows, words, [(top, y + 3)] if rows.column else bodies)
    names = _heads(series, heads, width) if len(series) > 1 else []
    keys, end = key(interval(series, words, "range 0"), rows.left, end + 6, width)
    return Drawing(width, end, (*rules, *shapes, *names, *below, *keys))


def _row(
    series: Sequence[Series], points: Sequence[Point], words: Wording, rows: Rows, y: float
) -> tuple[list[Shape], float]:
    """One row from `y` down, and where the next begins."""
    shapes: list[Shape] = []
    begun = y
    shown = [(n, point) for n, point in enumerate(points) if point.is_shown]
    if shown:
        shapes += _marks(series, shown, words, rows, y + ROW / 2)
        y += ROW - 3
    elif len(points) == 1:
        y += (ROW - LANE) / 2
    for n, point in enumerate(points):
        if not point.is_shown:
            made, y = gap(series[n].name, point, words, rows, y)
            shapes += made
    y = max(y + 3, begun + ROW)
    label, y = beside(points[0].label, rows, begun, y)
    return [*shapes, *label], y


def _marks(
    series: Sequence[Series], shown: Sequence[tuple[int, Point]], words: Wording, rows: Rows, y: float
) -> list[Shape]:
    places = [rows.x(point.value or 0) for _, point in shown]
    between: list[Shape] = [Rule(min(places), y, max(places), y, "between")] if len(shown) > 1 else []
    ranges: list[Shape] = [
        Rule(rows.x(p.ends[0]), y, rows.x(p.ends[1]), y, f"range {n}") for n, p in shown if p.ends
    ]  # fmt: skip
    marks: list[Shape] = [
        Dot(x, y, 5, str(n), FORMS[n], words.whole(series[n].name, point))
        for x, (n, point) in zip(places, shown, strict=True)
    ]
    return [*between, *ranges, *marks, *_values([point for _, point in shown], words, rows, y)]


def _values(shown: Sequence[Point], words: Wording, rows: Rows, y: float) -> list[Shape]:
    """The highest value at the right and the lowest at the left of all intervals."""
    ordered = sorted(shown, key=lambda point: point.value or 0)
    ends = [rows.x(end) for p in shown for end in (p.ends or (p.value or 0,))]
    made: list[Shape] = [Words(max(ends) + 11, y + 4, words.of(ordered[-1]), kind="value")]
    if len(ordered) > 1:
        made.append(Words(min(ends) - 11, y + 4, words.of(ordered[0]), "end", "value"))
    return made


def _heads(series: Sequence[Series], wanted: Sequence[tuple[int, float]], width: float) -> list[Shape]:
    """The names of the series over their marks in the first row that has most of them; others after."""
    places = {**dict.fromkeys(range(len(series)), width), **dict(wanted)}
    rooms = [14 + breadth(each.name, BOLD) for each in series]
    centres = spread([places[n] for n in range(len(series))], [room + 14 for room in rooms], 0, width)
    shapes: list[Shape] = []
    for n, (room, centre) in enumerate(zip(rooms, centres, strict=True)):
        shapes.append(Dot(centre - room / 2 + 4, SIZE - 4, 4, str(n), FORMS[n]))
        shapes.append(Words(centre - room / 2 + 13, SIZE, series[n].name, kind=f"name {n}"))
    return shapes
