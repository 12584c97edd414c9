"""Values through time as lines, with intervals, breaks, and gaps that stay gaps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from relais.core.figures.charts.chart import Chart, Drawing, Shape, all_values, chart_of, statuses
from relais.core.figures.charts.keys import SIZE, hatches, key
from relais.core.figures.charts.levels import Levels, levels
from relais.core.figures.charts.runs import dated, day_of, runs
from relais.core.figures.charts.series import About, Break, Kind, Point, Series, Status, Wording, WrongSeries
from relais.core.figures.charts.spreading import spread
from relais.core.figures.shapes import Area, Box, Dot, Line, Rule, Words, breadth, lines_of

HEIGHT, LEADING, STRIP = (
    230.0,
    15.0,
    9.0,
)  # px: of the plot, of a line of words, of a gap of one line of several
FORMS = ("disc", "square", "diamond", "triangle", "ring", "kite")  # beside colour and dashes
MOST = len(FORMS)
DENSE = 26  # points: more than these stand without marks
BANDS = 2  # series: more have whiskers, since bands over one another cannot be told apart


@dataclass(frozen=True, slots=True)
class Plot:
    """Where days and values stand."""

    left: float
    right: float
    top: float
    bottom: float
    days: tuple[dt.date, ...]
    up: Levels

    def x(self, day: dt.date) -> float:
        first, last = self.days[0], self.days[-1]
        if first == last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (day - first).days / (last - first).days

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * self.up.part(value)

    def around(self, day: dt.date) -> tuple[float, float]:
        """From halfway the day before to halfway the day after."""
        n = self.days.index(day)
        edges = [self.left, *((self.x(a) + self.x(b)) / 2 for a, b in pairwise(self.days)), self.right]
        return edges[n], edges[n + 1]


def line(
    series: Sequence[Series], about: About, words: Wording, *, kind: Kind, from_zero: bool = True
) -> Chart:
    """One to six series. An axis that does not begin at zero says so; that of a count always does.

    Raises WrongSeries: too many series, points without date or out of order, a count not from zero.
    """
    if len(series) > MOST:
        raise WrongSeries(f"{len(series)} lines in one chart; make small multiples of more than {MOST}")
    if kind is Kind.COUNT and not from_zero:
        raise WrongSeries("a count is drawn from zero")
    days = dated(series)
    up = levels(all_values(series), from_zero=from_zero)
    return chart_of(series, about, words, lambda width: _drawn(series, words, tuple(days), up, width))


def _drawn(
    series: Sequence[Series], words: Wording, days: tuple[dt.date, ...], up: Levels, width: float
) -> Drawing:
    if not days:
        return Drawing(width, 0, ())
    labels = [_label(each, words, width) for each in series]
    left = max(breadth(words.marked(mark), SIZE) for mark in up.marks) + 8
    right = width - max((_room(lines) for lines in labels), default=0) - 12
    notes = _lanes(series, left, right, days)
    top = SIZE + LEADING * (max((lane for *_, lane in notes), default=-1) + 1)
    plot = Plot(left, right, top, top + HEIGHT, days, up)
    strips, bottom = _strips(series, plot, words)
    periods = _periods(series, plot, bottom, width)
    foot = bottom + 22
    if not up.begins_at_zero:
        foot += LEADING
        begins = words.begins.format(value=words.marked(up.marks[0]))
        periods.append(Words(left, foot - 2, begins, kind="light"))
        foot += 4
    keys, end = key(hatches(statuses(series), words), left, foot + 4, width)
    shapes = [
        *_columns(series, plot, words), *_grid(plot, words), *_breaks(notes, plot), *curves(series, plot, words),
        *strips, *periods, *_names(series, labels, plot, words), *keys,
    ]  # fmt: skip
    return Drawing(width, end if keys else foot, tuple(shapes))


def _grid(plot: Plot, words: Wording) -> list[Shape]:
    rules: list[Shape] = []
    for mark in plot.up.marks:
        y = plot.y(mark)
        rules.append(Rule(plot.left, y, plot.right, y, "zero" if mark == 0 else "grid"))
        rules.append(Words(plot.left - 7, y + 4, words.marked(mark), "end", "light"))
    return rules


def curves(series: Sequence[Series], plot: Plot, words: Wording, *, is_small: bool = False) -> list[Shape]:
    """Intervals of all, then lines of all, then marks of all. Small ones have a mark at their end only."""
    parts = [(str(n), each, runs(each)) for n, each in enumerate(series)]
    bands = [
        shape for kind, _, found in parts for run in found for shape in _interval(run, kind, plot, len(parts))
    ]
    lines: list[Shape] = [
        Line(tuple((plot.x(day_of(p)), plot.y(p.value or 0)) for p in run), kind)
        for kind, _, found in parts for run in found if len(run) > 1
    ]  # fmt: skip
    marks: list[Shape] = []
    for kind, each, found in parts:
        is_dense = is_small or len(each.points) > DENSE
        for run in found:
            for point in run:
                if not is_dense or len(run) == 1 or point is each.shown[-1]:
                    x, y = plot.x(day_of(point)), plot.y(point.value or 0)
                    form = FORMS[int(kind)]
                    marks.append(
                        Dot(x, y, 3.0 if is_small else 3.6, kind, form, words.whole(each.name, point))
                    )
    return [*bands, *lines, *marks]


def _interval(run: Sequence[Point], kind: str, plot: Plot, count: int) -> list[Shape]:
    """A band, or whiskers where there is one point or many lines."""
    ends = [(plot.x(day_of(p)), *p.ends) for p in run if p.ends]
    if len(ends) == len(run) > 1 and count <= BANDS:
        lower = [(x, plot.y(low)) for x, low, _ in ends]
        upper = [(x, plot.y(high)) for x, _, high in reversed(ends)]
        return [Area(((*lower, *upper),), f"band {kind}")]
    return [Rule(x, plot.y(low), x, plot.y(high), f"whisker {kind}") for x, low, high in ends]


def _not_shown(series: Sequence[Series], day: dt.date) -> list[tuple[int, Point]]:
    found = [(n, p) for n, each in enumerate(series) for p in each.points if p.date == day]
    return [(n, point) for n, point in found if not point.is_shown]


def _is_everyones(series: Sequence[Series], day: dt.date) -> bool:
    return not any(p.is_shown for each in series for p in each.points if p.date == day)


def _columns(series: Sequence[Series], plot: Plot, words: Wording) -> list[Shape]:
    """The periods of which nothing is shown, hatched from top to bottom."""
    shapes: list[Shape] = []
    for day in plot.days:
        if _is_everyones(series, day):
            (left, right), points = plot.around(day), [point for _, point in _not_shown(series, day)]
            point = next((p for p in points if p.status is Status.HIDDEN), points[0])
            box = (left, plot.top, right - left, plot.bottom - plot.top)
            shapes.append(Box(*box, point.status.value, words.whole("", point)))
    return shapes


def _strips(series: Sequence[Series], plot: Plot, words: Wording) -> tuple[list[Shape], float]:
    """Beneath the plot a strip for each series of which something is not shown while others are."""
    shapes: list[Shape] = []
    y = plot.bottom
    for n, each in enumerate(series):
        gaps = [p for p in each.points if not p.is_shown and not _is_everyones(series, day_of(p))]
        if gaps:
            y += STRIP + 4
            shapes.append(Dot(plot.left - 12, y - STRIP / 2, 3.6, str(n), FORMS[n], each.name))
        for point in gaps:
            left, right = plot.around(day_of(point))
            says = words.whole(each.name, point)
            shapes.append(Box(left, y - STRIP, right - left, STRIP, point.status.value, says))
    return shapes, y


def _periods(series: Sequence[Series], plot: Plot, bottom: float, width: float) -> list[Shape]:
    """Labels of the first and the last period, and of as many between as have room."""
    names = {day_of(p): p.label for each in series for p in each.points}
    shapes: list[Shape] = []
    for day in _kept([(day, plot.x(day), breadth(names[day], SIZE)) for day in plot.days]):
        x, half = plot.x(day), breadth(names[day], SIZE) / 2
        shapes.append(Rule(x, plot.bottom, x, plot.bottom + 4, "tick"))
        shapes.append(Words(min(max(x, half), width - half), bottom + 18, names[day], "middle", "light"))
    return shapes


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


Note = tuple[float, float, str, int]  # x of the break, where its words begin, its words, their lane


def _lanes(series: Sequence[Series], left: float, right: float, days: Sequence[dt.date]) -> list[Note]:
    """The breaks of all series, each once, with words that touch no others."""
    breaks = sorted({b for each in series for b in each.breaks}, key=lambda b: b.date)
    notes: list[Note] = []
    free: list[float] = []
    for each in breaks:
        if not days[0] < each.date <= days[-1]:
            continue
        x = _at(each, left, right, days)
        wide = breadth(each.label, SIZE)
        begin = max(0.0, min(x + 5, right - wide))
        lane = next((n for n, until in enumerate(free) if until <= begin), len(free))
        free[lane : lane + 1] = [begin + wide + 10]
        notes.append((x, begin, each.label, lane))
    return notes


def _at(each: Break, left: float, right: float, days: Sequence[dt.date]) -> float:
    """Halfway the two periods that it parts."""
    place: Callable[[dt.date], float] = Plot(left, right, 0, 1, tuple(days), levels([])).x
    before = max(day for day in days if day < each.date)
    after = min(day for day in days if day >= each.date)
    return (place(before) + place(after)) / 2


def _breaks(notes: Sequence[Note], plot: Plot) -> list[Shape]:
    shapes: list[Shape] = []
    for x, begin, label, lane in notes:
        y = plot.top - 7 - lane * LEADING
        shapes.append(Rule(x, y - 8, x, plot.bottom, "break"))
        shapes.append(Words(begin, y, label, kind="note"))
    return shapes


def _label(each: Series, words: Wording, width: float) -> list[str]:
    """What stands at the end of a line: its name, and its last value on the last line."""
    if not each.shown:
        return lines_of(each.name, width * 0.3, SIZE)
    return [*lines_of(each.name, width * 0.3, SIZE), words.of(each.shown[-1])]


def _room(lines: Sequence[str]) -> float:
    return max((breadth(text, SIZE + 0.5) for text in lines), default=0)


def _names(
    series: Sequence[Series], labels: Sequence[list[str]], plot: Plot, words: Wording
) -> list[Shape]:  # fmt: skip
    ends = [(each.shown or [None])[-1] for each in series]
    there = [n for n, point in enumerate(ends) if point and labels[n]]
    heights = [len(labels[n]) * LEADING + 4 for n in there]
    wanted = [plot.y(point.value or 0) for point in ends if point]
    centres = spread(wanted, heights, plot.top - LEADING, max(plot.bottom, plot.top + sum(heights) - LEADING))
    shapes: list[Shape] = []
    for n, y, centre in zip(there, wanted, centres, strict=True):
        point = ends[n]
        x = plot.x(day_of(point)) if point else plot.right
        if abs(centre - y) > 4 or x < plot.right - 1:
            shapes.append(Rule(x + 5, y, plot.right + 8, centre, "lead"))
        first = centre - (len(labels[n]) - 1) * LEADING / 2 + 4
        for row, text in enumerate(labels[n]):
            is_value = row == len(labels[n]) - 1
            kind = f"name {n}" if not is_value else "value"
            shapes.append(Words(plot.right + 12, first + row * LEADING, text, kind=kind))
    return shapes
