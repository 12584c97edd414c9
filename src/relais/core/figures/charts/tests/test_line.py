"""Lines, slopes and small multiples: never across a break or a gap, and honest about where an axis begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relais.core.figures.charts import Break, Kind, Series, WrongSeries, line, multiples, slope
from relais.core.figures.charts.levels import levels
from relais.core.figures.charts.runs import is_broken, runs
from relais.core.figures.charts.tests.make import ABOUT, WORDS, day, drawings, few, through_time, year
from relais.core.figures.shapes import Area, Dot, Line, Rule, Words

SHARE = {"about": ABOUT, "words": WORDS, "kind": Kind.SHARE}


@few
@given(through_time())
def test_a_line_joins_neighbours_that_are_shown_and_compare(series: list[Series]) -> None:
    for each in series:
        for run in runs(each):
            first = each.points.index(run[0])
            assert list(each.points[first : first + len(run)]) == run
            assert all(point.is_shown for point in run)
            assert not any(is_broken(each, run[n], run[n + 1]) for n in range(len(run) - 1))


@few
@given(through_time())
def test_a_chart_draws_one_line_for_each_run_and_no_other(series: list[Series]) -> None:
    expected = sum(len(run) > 1 for each in series for run in runs(each))
    for make in (line, multiples):
        for drawing in drawings(make(series, **SHARE)):
            assert sum(isinstance(shape, Line) for shape in drawing.shapes) == expected


def test_a_gap_or_a_break_parts_a_line_and_its_band() -> None:
    points = [
        year(2000, 5, 1),
        year(2001, 6, 1),
        year(2002, None),
        year(2003, 6, 1),
        year(2004, 7, 1),
        year(2005, 8, 1),
    ]
    series = Series("", (*points, year(2006, 9, 1)), (Break(day(2005), "new"),))
    shapes = line([series], **SHARE).wide.shapes
    assert [len(shape.corners) for shape in shapes if isinstance(shape, Line)] == [2, 2, 2]
    assert len([shape for shape in shapes if isinstance(shape, Area)]) == 3
    [rule] = [shape for shape in shapes if isinstance(shape, Rule) and shape.kind == "break"]
    before, after = [shape.corners for shape in shapes if isinstance(shape, Line)][1:]
    assert before[-1][0] < rule.x1 < after[0][0]


def test_a_point_alone_between_gaps_has_a_mark_and_a_whisker() -> None:
    series = Series("", (year(2000, None), year(2001, 6, 1), year(2002, None)))
    shapes = line([series], **SHARE).wide.shapes
    assert len([shape for shape in shapes if isinstance(shape, Dot)]) == 1
    assert len([shape for shape in shapes if isinstance(shape, Rule) and shape.kind == "whisker 0"]) == 1


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    series = [Series("", (year(2000, 50), year(2001, 60)))]
    for make in (line, multiples, slope):
        for is_honest in (True, False):
            for drawing in drawings(make(series, from_zero=is_honest, **SHARE)):
                said = any("axis begins" in s.text for s in drawing.shapes if isinstance(s, Words))
                assert said is not is_honest


@pytest.mark.parametrize("kind", [Kind.COUNT, "count"])
@pytest.mark.parametrize("make", [line, multiples, slope])
def test_the_axis_of_a_count_begins_at_zero(make, kind) -> None:
    series = [Series("", (year(2000, 50), year(2001, 60)))]
    make(series, ABOUT, WORDS, kind=kind)
    with pytest.raises(WrongSeries):
        make(series, ABOUT, WORDS, kind=kind, from_zero=False)


def test_points_of_a_line_have_dates_in_order() -> None:
    for points in ((year(2001, 1), year(2000, 2)), (year(2000, 1), year(2000, 2))):
        with pytest.raises(WrongSeries):
            line([Series("", points)], **SHARE)


def test_more_lines_than_can_be_told_apart_are_refused() -> None:
    with pytest.raises(WrongSeries):
        line([Series(str(n), (year(2000, n),)) for n in range(7)], **SHARE)


def test_equal_values_stand_equally_high_in_every_panel() -> None:
    panels = [Series(str(n), (year(2000, 5), year(2001, n))) for n in range(1, 5)]
    lines = [shape for shape in multiples(panels, **SHARE).wide.shapes if isinstance(shape, Line)]
    assert len({each.corners[0][1] for each in lines}) == 1


def test_a_slope_across_a_break_has_no_line() -> None:
    two = Series("a", (year(2000, 50), year(2001, 60)))
    broken = Series("b", two.points, (Break(day(2001), "new"),))
    shapes = slope([two, broken], **SHARE).wide.shapes
    assert [shape.kind for shape in shapes if isinstance(shape, Line)] == ["0"]
    assert "new" in [shape.text for shape in shapes if isinstance(shape, Words)]


@few
@given(some.lists(some.floats(-1e6, 1e6), max_size=8), some.booleans())
def test_marks_of_an_axis_are_few_and_cover_all_values(values: list[float], from_zero: bool) -> None:
    marks = levels(values, from_zero=from_zero).marks
    assert 2 <= len(marks) <= 7
    slack = (marks[-1] - marks[0]) * 1e-8
    assert all(marks[0] - slack <= value <= marks[-1] + slack for value in values)
    if from_zero or min(values, default=0) < 0:
        assert 0 in marks
