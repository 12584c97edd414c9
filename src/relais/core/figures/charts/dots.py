"""Groups or places one under another, each a mark with its interval; two marks a row show how far apart they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.figures.charts.chart import Chart, Drawing, Shape, all_values, chart_of
from relais.core.figures.charts.keys import SIZE
from relais.core.figures.charts.levels import Levels, levels
from relais.core.figures.charts.line import FORMS, LEADING, MOST
from relais.core.figures.charts.series import About, Kind, Point, Series, Wording, WrongSeries
from relais.core.figures.charts.spreading import spread
from relais.core.figures.shapes import Box, Dot, Rule, Words, breadth, lines_of

ROW, LANE, HATCH = (
    27.0,
    18.0,
    26.0,
)  # px: height of a row, of a line for what is not shown, length of its hatch
TIGHT = 500.0  # narrower than this, labels stand above their row


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where values stand across."""

    left: float
    right: float
    across: Levels

    def x(self, value: float) -> float:
        return self.left + (self.right - self.left) * self.across.part(value)


def dots(
    series: Sequence[Series], about: About, words: Wording, *, kind: Kind, from_zero: bool = True
) -> Chart:
    """A row for each label, in the order of the first series; a mark for each series, one to six.

    Raises WrongSeries: other labels in another series, too many series, a count not from zero.
    """
    if len(series) > MOST:
        raise WrongSeries(f"{len(series)} marks a row cannot be told apart; {MOST} can")
    if kind is Kind.COUNT and not from_zero:
        raise WrongSeries("a count is drawn from zero")
    labels = [[point.label for point in each.points] for each in series]
    if any(each != labels[0] for each in labels):
        raise WrongSeries("each series has the same rows, in the same order")
    across = levels(all_values(series), from_zero=from_zero)
    return chart_of(series, about, words, lambda width: _drawn(series, words, across, width))


def _drawn(series: Sequence[Series], words: Wording, across: Levels, width: float) -> Drawing:
    if not series or not series[0].points:
        return Drawing(width, 0, ())
    is_tight = width < TIGHT
    beside = max(breadth(words.of(p), SIZE) for each in series for p in each.shown or [Point("", 0)])
    column = min(max(breadth(p.label, SIZE + 1) for p in series[0].points), width * 0.36)
    rows = _Rows((0 if is_tight else column + 12) + beside + 14, width - beside - 14, across)
    shapes: list[Shape] = []
    y = LEADING + 8 if len(series) > 1 else 4.0
    top = y
    heads_wanted: list[tuple[int, float]] = []
    for points in zip(*(each.points for each in series), strict=True):
        shown = [(n, point) for n, point in enumerate(points) if point.is_shown]
        if len(shown) > len(heads_wanted):
            heads_wanted = [(n, rows.x(point.value or 0)) for n, point in shown]
        made, y = _row(series, points, words, rows, y, column, is_tight)
        shapes += made
    grid: list[Shape] = []
    for mark in across.marks:
        x = rows.x(mark)
        grid.append(Rule(x, top, x, y + 3, "zero" if mark == 0 else "grid"))
    ticks: list[Shape] = [
        Words(rows.x(mark), y + 18, words.marked(mark), "middle", "light")
        for mark in _sparse(across, rows, words)
    ]
    end = y + 24
    if not across.begins_at_zero:
        end += LEADING
        ticks.append(
            Words(0, end - 3, words.begins.format(value=words.marked(across.marks[0])), kind="light")
        )
    return Drawing(width, end, (*grid, *shapes, *_heads(series, heads_wanted, width), *ticks))


def _sparse(across: Levels, rows: _Rows, words: Wording) -> list[float]:
    """Marks of which the words do not touch."""
    step = rows.x(across.marks[1]) - rows.x(across.marks[0])
    room = max(breadth(words.marked(mark), SIZE) for mark in across.marks) + 8
    every = next(n for n in range(1, 99) if n * step >= room)
    return list(across.marks[::every])


def _row(
    series: Sequence[Series], points: Sequence[Point], words: Wording, rows: _Rows, y: float, column: float,
    is_tight: bool,
) -> tuple[list[Shape], float]:  # fmt: skip
    """One row from `y` down, and where the next begins."""
    shapes: list[Shape] = []
    label = points[0].label
    if is_tight:
        shapes.append(Words(0, y + SIZE + 2, label, kind="label"))
        y += LEADING + 3
    lines = [] if is_tight else lines_of(label, column, SIZE + 1)
    begun = y
    shown = [(n, point) for n, point in enumerate(points) if point.is_shown]
    if shown:
        shapes += _marks(series, shown, words, rows, y + ROW / 2)
        y += ROW
    for n, point in enumerate(points):
        if not point.is_shown:
            shapes += _gap(series[n].name, point, words, rows.left, y)
            y += LANE if shown else ROW
    y = max(y, begun + len(lines) * LEADING + 8)
    middle = (begun + y) / 2 - (len(lines) - 1) * LEADING / 2 + 4
    shapes += [Words(column, middle + n * LEADING, text, "end", "label") for n, text in enumerate(lines)]
    return shapes, y + (4 if is_tight else 0)


def _marks(
    series: Sequence[Series], shown: Sequence[tuple[int, Point]], words: Wording, rows: _Rows, y: float
) -> list[Shape]:
    places = [rows.x(point.value or 0) for _, point in shown]
    shapes: list[Shape] = []
    if len(shown) > 1:
        shapes.append(Rule(min(places), y, max(places), y, "between"))
    for n, point in shown:
        if point.ends:
            low, high = (rows.x(end) for end in point.ends)
            shapes.append(Rule(low, y, high, y, f"range {n}"))
    shapes += [
        Dot(x, y, 5, str(n), FORMS[n], words.whole(_named(series[n].name, point), point))
        for x, (n, point) in zip(places, shown, strict=True)
    ]
    return [*shapes, *_values(shown, words, rows, y)]


def _named(name: str, point: Point) -> str:
    return name if name != point.label else ""


def _values(shown: Sequence[tuple[int, Point]], words: Wording, rows: _Rows, y: float) -> list[Shape]:
    """The value of the lowest at its left and of the highest at its right, clear of all intervals."""
    ends = [rows.x(end) for _, p in shown for end in (p.ends or (p.value or 0, p.value or 0))]
    ordered = sorted(shown, key=lambda each: each[1].value or 0)
    highest = ordered[-1][1]
    made: list[Shape] = [Words(max(ends) + 10, y + 4, words.of(highest), kind="value")]
    if len(ordered) > 1:
        made.append(Words(min(ends) - 10, y + 4, words.of(ordered[0][1]), "end", "value"))
    return made


def _gap(name: str, point: Point, words: Wording, left: float, y: float) -> list[Shape]:
    text = f"{name}: {words.of(point)}" if name else words.of(point)
    return [
        Box(left, y + 3, HATCH, 11, point.status.value, words.whole(name, point)),
        Words(left + HATCH + 7, y + 13, text, kind="light"),
    ]


def _heads(series: Sequence[Series], wanted: Sequence[tuple[int, float]], width: float) -> list[Shape]:
    """The names of the series over their marks in the first row that has most of them."""
    if len(series) < 2:
        return []
    names = [(n, x, 14 + breadth(series[n].name, SIZE + 0.5)) for n, x in wanted]
    centres = spread([x for _, x, _ in names], [room + 14 for *_, room in names], 0, width)
    shapes: list[Shape] = []
    for (n, _, room), centre in zip(names, centres, strict=True):
        shapes.append(Dot(centre - room / 2 + 4, SIZE - 4, 4, str(n), FORMS[n]))
        shapes.append(Words(centre - room / 2 + 13, SIZE, series[n].name, kind=f"name {n}"))
    return shapes
