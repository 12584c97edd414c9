"""When a due date calls for a reminder."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.apps.reminder.stages import stage_of

DUE = dt.date(2026, 6, 30)


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (-31, None), (-30, "before-30"), (-8, "before-30"), (-7, "before-7"), (-2, "before-7"),
        (-1, "before-1"), (0, "day"), (6, "day"), (7, "after-7"), (29, "after-7"), (30, "month-1"),
        (61, "month-2"), (365, "month-12"),
    ],
)  # fmt: skip
def test_a_reminder_is_due_30_7_and_1_days_before_on_the_day_7_days_after_and_then_monthly(days, stage):
    assert stage_of(DUE, DUE + dt.timedelta(days)) == stage


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(-60, 800))
def test_stages_follow_one_another_and_never_come_back(due, start):
    passed = []
    for days in range(start, start + 120):
        stage = stage_of(due, due + dt.timedelta(days))
        if not passed or passed[-1] != stage:
            passed.append(stage)
    assert len(passed) == len(set(passed))
