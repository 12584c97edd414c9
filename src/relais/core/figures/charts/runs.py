"""Which points of a series a line may join: never across a break, nor across what is not shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from relais.core.figures.charts.series import Point, Series, WrongSeries


def dated(series: Sequence[Series]) -> list[dt.date]:
    """All days of all series, in order, each once. Raises WrongSeries for a point without one."""
    found: set[dt.date] = set()
    for each in series:
        days = [day_of(point) for point in each.points]
        if any(a >= b for a, b in pairwise(days)):
            raise WrongSeries(f"{each.name}: not in order of date")
        found.update(days)
    return sorted(found)


def day_of(point: Point) -> dt.date:
    if point.date is None:
        raise WrongSeries(f"{point.label}: no date")
    return point.date


def runs(series: Series) -> list[list[Point]]:
    """Points that belong together, in order."""
    found: list[list[Point]] = []
    before: Point | None = None
    for point in series.points:
        if point.is_shown:
            if before and before.is_shown and not is_broken(series, before, point):
                found[-1].append(point)
            else:
                found.append([point])
        before = point
    return found


def is_broken(series: Series, before: Point, after: Point) -> bool:
    """A break falls after the one and not after the other."""
    return any(day_of(before) < each.date <= day_of(after) for each in series.breaks)
