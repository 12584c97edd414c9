"""When a group should meet next."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.apps.meeting.rhythm import expected_by, months_after


@pytest.mark.parametrize(
    ("date", "months", "later"),
    [
        ("2026-01-15", 3, "2026-04-15"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-10-01", 2, "2026-12-01"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_that_month(date, months, later):
    assert months_after(dt.date.fromisoformat(date), months) == dt.date.fromisoformat(later)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 60))
def test_months_later_is_in_that_month_and_never_earlier(date, months):
    later = months_after(date, months)
    assert (later.year * 12 + later.month) - (date.year * 12 + date.month) == months
    assert later > date


def test_the_rhythm_counts_from_the_last_meeting_that_was_held():
    assert expected_by(dt.date(2025, 1, 1), dt.date(2026, 1, 10), 3) == dt.date(2026, 4, 10)


def test_a_group_that_never_met_is_expected_within_one_rhythm_of_its_start():
    assert expected_by(dt.date(2025, 1, 1), None, 3) == dt.date(2025, 4, 1)


def test_without_a_rhythm_no_meeting_is_expected():
    assert expected_by(dt.date(2025, 1, 1), dt.date(2026, 1, 10), None) is None
