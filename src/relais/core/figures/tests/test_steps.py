"""What holds of every line of steps: it tells the truth, the unknown stays empty, and words do not touch."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from relais.core.figures import Days, Figure, Step, Steps, steps
from relais.core.figures.shapes import SMALL, breadth

DAY = dt.timedelta(days=1)
START = dt.date(2011, 9, 1)
VALUES = some.lists(some.none() | some.floats(0, 1e6), min_size=1, max_size=10)
KNOWN_TO = "bekend tot en met 31 december 2025"


def told(values: list[float | None], name: str = "", days: int = 400) -> Steps:
    """A value every `days` days."""
    starts = [START + n * days * DAY for n in range(len(values) + 1)]
    return Steps(name, tuple(Step(a, b - DAY, v) for (a, b), v in zip(pairwise(starts), values, strict=True)))


def drawn(*lines: Steps, known_to: str = KNOWN_TO) -> Figure:
    return steps(lines, said="{:.2f}".format, marked=str, unit="euro per maand", known_to=known_to)


@given(VALUES, some.integers(1, 6))
def test_nothing_sticks_out_and_no_words_touch(values: list[float | None], many: int) -> None:
    figure = drawn(*(told(values, f"{n} · 12+") for n in range(many)))
    spans = []
    for words in figure.words:
        wide = breadth(words.text)
        begin = words.x - {"start": 0, "middle": wide / 2, "end": wide}[words.anchor]
        assert begin >= -0.01 and begin + wide <= figure.width + 0.01
        assert SMALL / 2 <= words.y <= figure.height
        spans.append((begin, begin + wide, words.y))
    for n, (begin, end, y) in enumerate(spans):
        for other_begin, other_end, other_y in spans[n + 1 :]:
            assert abs(y - other_y) >= SMALL - 1 or end <= other_begin or other_end <= begin


@given(VALUES)
def test_a_gap_is_drawn_as_a_gap_and_the_line_stops_there(values: list[float | None]) -> None:
    figure = drawn(told(values))
    known = any(value is not None for value in values)
    assert len(figure.boxes) == (values.count(None) if known else 0)
    corners = [corner for line in figure.lines for corner in line.corners]
    assert len(corners) == 2 * sum(value is not None for value in values)
    for line in figure.lines:
        for box in figure.boxes:
            ends = [x for x, _ in line.corners]
            assert max(ends) <= box.x + 0.01 or min(ends) >= box.x + box.width - 0.01


@given(some.lists(some.floats(1, 1e6), min_size=2, max_size=8))
def test_heights_are_as_the_values_are(values: list[float]) -> None:
    figure = drawn(told(list(values)))
    [line] = figure.lines
    zero = next(words.y for words in figure.words if words.text == "0") - SMALL / 3
    heights = [zero - y for _, y in line.corners[::2]]
    for height, value in zip(heights, values, strict=True):
        assert abs(height / heights[0] - value / values[0]) < 1e-6 * max(values) / min(values)


def test_the_last_known_value_stands_at_the_end_and_the_day_up_to_which_it_is_known() -> None:
    texts = [words.text for words in drawn(told([100, None, 175.5, None])).words]
    assert "175.50" in texts and KNOWN_TO in texts
    assert KNOWN_TO not in [words.text for words in drawn(told([100, 175.5])).words]


def test_of_what_was_never_known_there_is_no_figure() -> None:
    assert drawn(told([None, None])).height == 0


@given(some.integers(1, 300), some.floats(120, 640))
def test_years_are_marked_as_often_as_their_words_have_room(years: int, width: float) -> None:
    days = Days(dt.date(1900, 6, 1), dt.date(1900 + years, 6, 1), 0, width)
    marks = days.marks()
    assert all(days(b) - days(a) >= breadth("2000") for a, b in pairwise(marks))
    assert all((mark.month, mark.day) == (1, 1) for mark in marks)
