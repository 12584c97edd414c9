"""The axes of an action: each computed by its own rule, none an average, unknown a value of each."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.apps.coordination.axes import (
    STALE_AFTER,
    Axes,
    Completion,
    Step,
    completion,
    result,
    rollup,
    staleness,
    timeliness,
)
from relais.apps.coordination.vocabulary import Aim, Decision, Phase, Result, Staleness, Timeliness

DUE, DAY = dt.date(2026, 6, 30), dt.timedelta(days=1)

days = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))
steps = st.lists(st.builds(Step, st.integers(1, 9), st.booleans()), max_size=8)
axes = st.builds(
    Axes, st.sampled_from(Decision), st.sampled_from(Phase), st.sampled_from(Timeliness),
    st.builds(completion, steps), st.sampled_from(Result),
)  # fmt: skip


@pytest.mark.parametrize(
    ("due", "finished", "phase", "today", "expected"),
    [
        (DUE, None, Phase.RUNNING, DUE, Timeliness.ON_TIME),
        (DUE, None, Phase.RUNNING, DUE + DAY, Timeliness.LATE),
        (DUE, DUE, Phase.FINISHED, DUE + DAY, Timeliness.DONE),
        (DUE, DUE + DAY, Phase.FINISHED, DUE + DAY, Timeliness.DONE_LATE),
        (DUE, None, Phase.FINISHED, DUE, Timeliness.DONE),
        (DUE, None, Phase.FINISHED, DUE + DAY, Timeliness.UNKNOWN),
        (DUE, None, Phase.STOPPED, DUE + DAY, Timeliness.STOPPED),
        (DUE, None, Phase.UNKNOWN, DUE + DAY, Timeliness.LATE),
        (None, None, Phase.RUNNING, DUE, Timeliness.UNKNOWN),
        (None, DUE, Phase.FINISHED, DUE, Timeliness.UNKNOWN),
    ],
)
def test_timeliness_follows_from_dates(
    due: dt.date | None, finished: dt.date | None, phase: Phase, today: dt.date, expected: Timeliness
) -> None:
    assert timeliness(due=due, finished=finished, phase=phase, today=today) == expected


@given(st.none() | days, st.sampled_from(Phase), days)
def test_without_a_due_date_nothing_is_ever_late_or_in_time(
    finished: dt.date | None, phase: Phase, today: dt.date
) -> None:
    found = timeliness(due=None, finished=finished, phase=phase, today=today)
    assert found in (Timeliness.UNKNOWN, Timeliness.STOPPED)


@given(days, st.none() | days, st.sampled_from(Phase), days, st.integers(0, 400))
def test_a_due_date_that_moves_away_never_makes_it_late(
    due: dt.date, finished: dt.date | None, phase: Phase, today: dt.date, more: int
) -> None:
    late = (Timeliness.LATE, Timeliness.DONE_LATE)
    before = timeliness(due=due, finished=finished, phase=phase, today=today)
    after = timeliness(due=due + more * DAY, finished=finished, phase=phase, today=today)
    assert before in late or after not in late


def test_completion_without_steps_or_hand_is_unknown_and_not_zero() -> None:
    assert not completion([]).is_known
    assert completion([Step(1, False)]) == Completion(done=0, of=1, steps_done=0, steps=1)


def test_completion_counts_by_weight_and_keeps_the_number_of_steps() -> None:
    found = completion([Step(3, True), Step(1, False), Step(1, True)])
    assert (found.done, found.of, found.steps_done, found.steps) == (4, 5, 2, 3)
    assert found.is_weighted


def test_a_figure_set_by_hand_comes_first_and_the_steps_stay_beside_it() -> None:
    found = completion([Step(1, True), Step(1, False)], by_hand=75)
    assert (found.done, found.of, found.by_hand) == (75, 100, True)
    assert (found.steps_done, found.steps) == (1, 2)
    assert completion([], by_hand=0).is_known


@given(steps)
def test_completion_is_never_more_than_all_and_all_only_when_every_step_is_done(every: list[Step]) -> None:
    found = completion(every)
    assert 0 <= found.done <= found.of
    assert (found.is_known and found.done == found.of) == (bool(every) and all(s.is_done for s in every))


@given(steps, st.randoms())
def test_order_of_steps_does_not_matter(every: list[Step], random: object) -> None:
    mixed = list(every)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert completion(mixed) == completion(every)


@given(steps, st.integers(1, 9))
def test_doing_one_more_step_never_lowers_completion(every: list[Step], weight: int) -> None:
    before, after = completion([*every, Step(weight, False)]), completion([*every, Step(weight, True)])
    assert after.of == before.of
    assert after.done == before.done + weight


@pytest.mark.parametrize(
    ("value", "target", "aim", "expected"),
    [
        (None, None, Aim.AT_LEAST, Result.UNKNOWN),
        (None, "12000", Aim.AT_LEAST, Result.UNKNOWN),
        ("9300", None, Aim.AT_LEAST, Result.NO_TARGET),
        ("9300", "12000", Aim.AT_LEAST, Result.PARTLY),
        ("12000", "12000", Aim.AT_LEAST, Result.REACHED),
        ("0", "12000", Aim.AT_LEAST, Result.NOT_REACHED),
        ("5", "6", Aim.AT_MOST, Result.REACHED),
        ("7", "6", Aim.AT_MOST, Result.NOT_REACHED),
    ],
)
def test_result_is_the_measured_value_against_the_target(
    value: str | None, target: str | None, aim: Aim, expected: Result
) -> None:
    numbers = [None if x is None else Decimal(x) for x in (value, target)]
    assert result(*numbers, aim) == expected


def test_staleness_begins_after_a_year() -> None:
    assert staleness(None, DUE) == Staleness.UNKNOWN
    assert staleness(DUE - STALE_AFTER, DUE) == Staleness.FRESH
    assert staleness(DUE - STALE_AFTER - DAY, DUE) == Staleness.STALE


@given(st.lists(axes, max_size=12))
def test_a_rollup_counts_every_action_once_on_every_axis(every: list[Axes]) -> None:
    found = rollup(every)
    for counts in (found.decision, found.phase, found.timeliness, found.result):
        assert sum(counts.values()) == found.count == len(every)
        assert all(counts.values())
    assert found.steps_known <= found.count
