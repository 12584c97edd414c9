"""Where days and values stand, and the lines, intervals, marks and gaps of series on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from relais.core.figures.charts.chart import Shape
from relais.core.figures.charts.levels import Levels
from relais.core.figures.charts.runs import day_of, runs
from relais.core.figures.charts.series import Point, Series, Status, Wording
from relais.core.figures.shapes import Area, Box, Dot, Line, Rule

FORMS = ("disc", "square", "diamond", "triangle", "ring", "kite")  # beside colour and dashes
MOST = len(FORMS)
DENSE = 44  # points in all: more than these stand without marks, but for the last of each line
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
        """In whole pixels: nobody sees the rest, and it makes paths a fifth shorter."""
        first, last = self.days[0], self.days[-1]
        if first == last:
            return (self.left + self.right) / 2
        return round(self.left + (self.right - self.left) * (day - first).days / (last - first).days)

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * self.up.part(value)

    def lowered(self, by: float) -> Plot:
        """The same, further down."""
        return replace(self, top=self.top + by, bottom=self.bottom + by)

    def parting(self, day: dt.date) -> float:
        """Halfway the last day before `day` and the first after."""
        after = next(n for n, each in enumerate(self.days) if each >= day)
        return (self.x(self.days[after - 1]) + self.x(self.days[after])) / 2

    def around(self, day: dt.date) -> tuple[float, float]:
        """From halfway the day before to halfway the day after."""
        n = self.days.index(day)
        edges = [self.left, *((self.x(a) + self.x(b)) / 2 for a, b in pairwise(self.days)), self.right]
        return edges[n], edges[n + 1]


def curves(series: Sequence[Series], plot: Plot, words: Wording, *, is_small: bool = False) -> list[Shape]:
    """Intervals, lines and marks. Small ones, and many points, have marks only where a line ends."""
    is_dense = is_small or sum(len(each.points) for each in series) > DENSE
    across = {day: plot.x(day) for day in plot.days}
    shapes: list[Shape] = []
    for n, each in enumerate(series):
        found = runs(each)
        size = (3.0 if is_small else 3.6, str(n), FORMS[n])
        for run in found:
            corners = [(across[day_of(point)], plot.y(point.value or 0)) for point in run]
            shapes += _interval(run, corners, str(n), plot, len(series))
            if len(run) > 1:
                shapes.append(Line(tuple(corners), str(n)))
            marked = list(zip(corners, run, strict=True))
            if is_dense and len(run) > 1:
                marked = marked[-1:] if run is found[-1] else []
            shapes += [
                Dot(x, y, *size, "" if is_small else words.whole(each.name, point))
                for (x, y), point in marked
            ]
    return shapes


def _interval(
    run: Sequence[Point], corners: Sequence[tuple[float, float]], kind: str, plot: Plot, count: int
) -> list[Shape]:
    """A band, or whiskers where there is one point or many lines."""
    ends = [
        (x, plot.y(point.low), plot.y(point.high))
        for (x, _), point in zip(corners, run, strict=True)
        if point.low is not None and point.high is not None
    ]
    if len(ends) == len(run) > 1 and count <= BANDS:
        upper = [(x, high) for x, _, high in reversed(ends)]
        return [Area(((*((x, low) for x, low, _ in ends), *upper),), f"band {kind}")]
    return [Rule(x, low, x, high, f"whisker {kind}") for x, low, high in ends]


def interval_kind(series: Sequence[Series]) -> str:
    return "band 0" if len(series) <= BANDS else "whiskers"


def blanks(series: Sequence[Series]) -> dict[dt.date, Point]:
    """The days of which no series shows anything, with why: hidden goes before missing."""
    shown = {day_of(point) for each in series for point in each.shown}
    found: dict[dt.date, Point] = {}
    for point in (point for each in series for point in each.points):
        if (day := day_of(point)) not in shown and (day not in found or point.status is Status.HIDDEN):
            found[day] = point
    return found


def columns(series: Sequence[Series], plot: Plot, words: Wording) -> list[Shape]:
    """The periods of which nothing is shown, hatched from top to bottom."""
    shapes: list[Shape] = []
    for day, point in blanks(series).items():
        left, right = plot.around(day)
        box = (left, plot.top, right - left, plot.bottom - plot.top)
        shapes.append(Box(*box, point.status.value, words.whole("", point)))
    return shapes
