from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relais.core.figures.differences import Estimate, difference


def test_two_intervals_may_overlap_and_yet_differ():
    found = difference(Estimate(30, 1, (27, 33)), Estimate(35.5, 1, (32.5, 38.5)))
    assert found.absolute == -5.5
    assert found.absolute_interval == pytest.approx((-9.743, -1.257), abs=0.001)
    assert found.can_be_said is True


def test_what_may_be_chance_cannot_be_said_to_differ():
    assert difference(Estimate(30, 1, (26, 34)), Estimate(34, 1, (30, 38))).can_be_said is False


def test_without_intervals_nobody_knows():
    found = difference(Estimate(71), Estimate(49))
    assert (found.absolute, found.can_be_said) == (22, None)
    assert found.absolute_interval is found.ratio_interval is None


def test_what_rounding_alone_may_make_cannot_be_said_to_differ():
    assert difference(Estimate(12, 0), Estimate(11.6, 1)).can_be_said is False
    assert difference(Estimate(12, 0), Estimate(11.4, 1)).can_be_said is None


def test_there_is_no_ratio_to_nothing():
    assert difference(Estimate(3), Estimate(0)).ratio is None
    assert difference(Estimate(3, 0, (1, 5)), Estimate(2, 0, (0, 4))).ratio_interval is None


numbers = st.floats(5, 95)
spreads = st.floats(0.01, 0.45)


@settings(derandomize=True)
@given(numbers, numbers, spreads, spreads)
def test_the_other_way_round_is_the_same_with_another_sign(
    a: float, b: float, part: float, other: float
) -> None:
    one, two = (
        Estimate(a, 3, (a * (1 - part), a * (1 + part))),
        Estimate(b, 3, (b * (1 - other), b * (1 + other))),
    )
    there, back = difference(one, two), difference(two, one)
    assert there.absolute_interval and back.absolute_interval
    assert there.absolute_interval == pytest.approx((-back.absolute_interval[1], -back.absolute_interval[0]))
    assert there.can_be_said == back.can_be_said
    low, high = there.absolute_interval
    assert low <= there.absolute <= high


@settings(derandomize=True)
@given(numbers, numbers, spreads, spreads)
def test_the_interval_of_a_ratio_holds_it(a: float, b: float, part: float, other: float) -> None:
    one, two = (
        Estimate(a, 3, (a * (1 - part), a * (1 + part))),
        Estimate(b, 3, (b * (1 - other), b * (1 + other))),
    )
    found = difference(one, two)
    assert found.ratio_interval and found.ratio
    assert (
        found.ratio_interval[0] <= found.ratio * (1 + 1e-9)
        and found.ratio * (1 - 1e-9) <= found.ratio_interval[1]
    )
