"""Bars, dots and pyramids: lengths tell the truth, whiskers are within, order is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relais.core.figures.charts import Kind, Point, Series, WrongSeries, bars, dots, pyramid
from relais.core.figures.charts.tests.make import ABOUT, WORDS, drawings, few, in_rows
from relais.core.figures.shapes import Box, Rule, Words, breadth


def bars_of(shapes) -> list[Box]:
    return [shape for shape in shapes if isinstance(shape, Box) and shape.tone.startswith("bar")]


@few
@given(some.lists(some.floats(0, 1e6, allow_subnormal=False), min_size=2, max_size=8))
def test_a_bar_is_as_long_as_its_value(values: list[float]) -> None:
    chart = bars(Series("", tuple(Point(str(n), v) for n, v in enumerate(values))), ABOUT, WORDS)
    found = bars_of(chart.wide.shapes)
    assert len({box.x for box in found}) == 1
    longest = max(values)
    for box, value in zip(found, values, strict=True):
        if longest:
            assert box.width == pytest.approx(max(each.width for each in found) * value / longest, abs=1e-6)


def test_bars_below_zero_go_the_other_way() -> None:
    up, down = bars_of(bars(Series("", (Point("a", 2), Point("b", -1))), ABOUT, WORDS).wide.shapes)
    assert down.x + down.width == pytest.approx(up.x)
    assert down.width == pytest.approx(up.width / 2)


@few
@given(in_rows(1))
def test_whiskers_stay_within_and_reach_around_their_bar(series: list[Series]) -> None:
    for drawing in drawings(bars(series[0], ABOUT, WORDS)):
        whiskers = [s for s in drawing.shapes if isinstance(s, Rule) and s.kind == "over" and s.y1 == s.y2]
        ends = {round(box.x + box.width, 3) for box in bars_of(drawing.shapes)}
        for rule in whiskers[: sum(bool(point.ends) for point in series[0].points)]:
            assert 0 <= rule.x1 <= rule.x2 <= drawing.width
            assert any(rule.x1 - 0.01 <= end <= rule.x2 + 0.01 for end in ends)


@few
@given(in_rows())
def test_rows_stand_in_the_order_given(series: list[Series]) -> None:
    shapes = dots(series, ABOUT, WORDS, kind=Kind.SHARE).narrow.shapes
    labels = [shape for shape in shapes if isinstance(shape, Words) and shape.kind == "label"]
    assert [each.text for each in sorted(labels, key=lambda each: each.y)] == [
        p.label for p in series[0].points
    ]


def test_a_bar_that_is_stressed_stands_out() -> None:
    tones = [
        b.tone
        for b in bars_of(
            bars(Series("", (Point("a", 2), Point("b", 1))), ABOUT, WORDS, stressed={"b"}).wide.shapes
        )
    ]
    assert tones == ["bar soft", "bar 0"] or sorted(tones) == ["bar 0", "bar soft"]


@few
@given(some.floats(1, 1e6), some.floats(1, 1e6))
def test_equal_counts_are_equally_long_on_both_sides_of_a_pyramid(one: float, other: float) -> None:
    left = Series("F", (Point("old", one), Point("young", other)))
    right = Series("M", (Point("old", other), Point("young", one)))
    boxes = bars_of(pyramid(left, right, ABOUT, WORDS).wide.shapes)
    widths = {(box.tone, box.y): box.width for box in boxes}
    (top, bottom) = sorted({box.y for box in boxes})
    assert widths["bar 0", top] == pytest.approx(widths["bar 1", bottom])
    assert widths["bar 0", bottom] == pytest.approx(widths["bar 1", top])


def test_rows_that_differ_between_series_are_refused() -> None:
    one, other = Series("F", (Point("a", 1),)), Series("M", (Point("b", 1),))
    with pytest.raises(WrongSeries):
        dots([one, other], ABOUT, WORDS, kind=Kind.SHARE)
    with pytest.raises(WrongSeries):
        pyramid(one, other, ABOUT, WORDS)
    with pytest.raises(WrongSeries):
        pyramid(Series("F", (Point("a", -1),)), Series("M", (Point("a", 1),)), ABOUT, WORDS)


def test_no_word_of_a_long_label_is_cut_on_a_narrow_page() -> None:
    label = "single-parent family, origin in another country of the European Union, women"
    narrow = dots([Series("", (Point(label, 49),))], ABOUT, WORDS, kind=Kind.SHARE).narrow
    lines = [shape for shape in narrow.shapes if isinstance(shape, Words) and shape.kind == "label"]
    assert " ".join(line.text for line in lines) == label
    assert all(breadth(line.text, 13) <= narrow.width for line in lines)


def test_a_pyramid_has_no_room_for_names_of_places() -> None:
    side = Series("F", (Point("Watermael-Boitsfort", 1.0),))
    with pytest.raises(WrongSeries, match="no room between the sides of a pyramid"):
        pyramid(side, side, ABOUT, WORDS)
