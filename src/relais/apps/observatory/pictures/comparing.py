"""The charts of a comparison: the sides in one period, and their course through time."""

from __future__ import annotations

from collections.abc import Iterable

from relais.apps.observatory import models as m
from relais.apps.observatory.comparing.comparing import Comparison
from relais.apps.observatory.pictures.drawing import beside, of_lines
from relais.apps.observatory.reading.series import Series, series_of
from relais.apps.observatory.reading.words import Codes
from relais.core.figures.charts import Chart


def side_by_side(comparison: Comparison, labels: list[str], names: Codes) -> Chart:
    """A row for each side, in the order in which they were chosen."""
    return beside(comparison.sides[0].definition, comparison.figures, labels, names)


def through_time(comparison: Comparison, breaks: Iterable[m.BreakMark], names: Codes) -> Chart | None:
    """A line for each side that has two periods or more by one publisher; None without any."""
    longest = [series_of(side.figures)[0] for side in comparison.sides]
    drawn: list[Series] = [each for each in longest if len(each.figures) > 1]
    return of_lines(comparison.sides[0].definition, drawn, breaks, names) if drawn else None
