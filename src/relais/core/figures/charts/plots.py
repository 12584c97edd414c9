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
        first, last = self.days[0], self.days[-1]
        if first == last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (day - first).days / (last - first).days

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
    """Intervals of all, then lines of all, then marks of all. Small ones have a mark at their end only."""
    parts = [(str(n), each, runs(each)) for n, each in enumerate(series)]
    is_dense = is_small or sum(len(each.points) for each in series) > DENSE
    bands = [
        shape for kind, _, found in parts for run in found for shape in _interval(run, kind, plot, len(parts))
    ]
    lines: list[Shape] = [
        Line(tuple((plot.x(day_of(p)), plot.y(p.value or 0)) for p in run), kind)
        for kind, _, found in parts for run in found if len(run) > 1
    ]  # fmt: skip
    marks: list[Shape] = []
    for kind, each, found in parts:
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


def interval_kind(series: Sequence[Series]) -> str:
    return "band 0" if len(series) <= BANDS else "whiskers"


def not_shown(series: Sequence[Series], day: dt.date) -> list[tuple[int, Point]]:
    found = [(n, p) for n, each in enumerate(series) for p in each.points if p.date == day]
    return [(n, point) for n, point in found if not point.is_shown]


def is_everyones(series: Sequence[Series], day: dt.date) -> bool:
    return not any(p.is_shown for each in series for p in each.points if p.date == day)


def columns(series: Sequence[Series], plot: Plot, words: Wording) -> list[Shape]:
    """The periods of which nothing is shown, hatched from top to bottom."""
    shapes: list[Shape] = []
    for day in plot.days:
        if is_everyones(series, day):
            (left, right), points = plot.around(day), [point for _, point in not_shown(series, day)]
            point = next((p for p in points if p.status is Status.HIDDEN), points[0])
            box = (left, plot.top, right - left, plot.bottom - plot.top)
            shapes.append(Box(*box, point.status.value, words.whole("", point)))
    return shapes
