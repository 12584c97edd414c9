"""What holds of every chart: nothing sticks out, no words lie on others, what is hidden is hatched."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relais.core.figures.charts import Chart, Drawing, Point, Status, WrongSeries
from relais.core.figures.charts.keys import BOLD, SIZE
from relais.core.figures.charts.tests.make import charts, drawings, few
from relais.core.figures.shapes import Area, Box, Dot, Line, Rule, Words, breadth

BOLD_KINDS = ("name", "value", "spot")
SIZES = {"tile": SIZE - 1, "place": SIZE - 1, "label": SIZE + 1, "figure": 17.0}


def size(words: Words) -> float:
    kind = words.kind.split()[0]
    return BOLD if kind in BOLD_KINDS else SIZES.get(kind, SIZE)


def room(words: Words) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    wide = breadth(words.text, size(words))
    left = words.x - {"start": 0, "middle": wide / 2, "end": wide}[words.anchor]
    return left, words.y - 8.5, left + wide, words.y + 2


def corners(drawing: Drawing) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for shape in drawing.shapes:
        match shape:
            case Box():
                found += [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
            case Rule():
                found += [(shape.x1, shape.y1), (shape.x2, shape.y2)]
            case Line():
                found += shape.corners
            case Area():
                found += [corner for ring in shape.rings for corner in ring]
            case Dot():
                found.append((shape.x, shape.y))
            case Words():
                left, top, right, bottom = room(shape)
                found += [(left, top), (right, bottom)]
    return found


@few
@given(charts())
def test_nothing_sticks_out(chart: Chart) -> None:
    for drawing in drawings(chart):
        for x, y in corners(drawing):
            assert -0.6 <= x <= drawing.width + 0.6
            assert -0.6 <= y <= drawing.height + 0.6


@few
@given(charts())
def test_no_words_lie_on_others(chart: Chart) -> None:
    for drawing in drawings(chart):
        words = [shape for shape in drawing.shapes if isinstance(shape, Words)]
        for one, other in combinations(words, 2):
            a, b = room(one), room(other)
            apart = a[0] >= b[2] - 0.1 or b[0] >= a[2] - 0.1 or a[1] >= b[3] - 0.1 or b[1] >= a[3] - 0.1
            assert apart, (one, other)


@few
@given(charts())
def test_what_is_not_shown_is_hatched_and_the_rest_is_not(chart: Chart) -> None:
    for drawing in drawings(chart):
        hatched = {
            s.tone if isinstance(s, Box) else s.kind for s in drawing.shapes if isinstance(s, Box | Area)
        }
        for status in (Status.HIDDEN, Status.MISSING):
            assert (status.value in hatched) is any(row.point.status is status for row in chart.rows)


@pytest.mark.parametrize("status", [Status.HIDDEN, Status.MISSING])
@few
@given(some.floats(0, 100))
def test_a_point_that_is_not_shown_cannot_hold_a_value(status: Status, value: float) -> None:
    for numbers in ({"value": value}, {"value": None, "low": value, "high": value}):
        with pytest.raises(WrongSeries):
            Point("2020", **numbers, status=status)


def test_a_value_lies_within_its_interval_and_an_interval_has_two_ends() -> None:
    for low, high in ((6, 7), (1, 2), (4, None)):
        with pytest.raises(WrongSeries):
            Point("2020", 5, low=low, high=high)
    with pytest.raises(WrongSeries):
        Point("2020", None)
