"""The law of any day is made once for all days between two changes, and is the law of that day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from relais.core.rights.book import read_book
from relais.core.rights.laws import law_on
from relais.core.rights.parameters import Amount, Parameter, Stretch
from relais.core.rights.periods import Laws
from relais.core.rights.problems import FlawedLaw, WrongInput
from relais.core.rights.tests.make import text

LAWS = Laws(read_book())
DAY = dt.timedelta(days=1)


@settings(max_examples=8, deadline=None, derandomize=True)
@given(some.dates(LAWS.first, LAWS.last + 400 * DAY))
def test_the_law_of_a_day_is_the_same_as_when_it_is_made_for_that_day_alone(date: dt.date) -> None:
    assert LAWS.on(date).nodes == law_on(LAWS.book, date).nodes


def test_days_between_two_changes_share_what_was_made_of_them() -> None:
    start = LAWS.changes[-3]
    one, other = LAWS.on(start), LAWS.on(start + DAY)
    assert (one.date, other.date) == (start, start + DAY)
    assert all(one.nodes[name] is other.nodes[name] for name in one.nodes if name != "today")


def test_a_day_before_the_first_is_refused_with_the_first_day() -> None:
    with pytest.raises(WrongInput, match="first day of which the law is known whole; give a later"):
        LAWS.on(LAWS.first - DAY)
    with pytest.raises(FlawedLaw):
        law_on(LAWS.book, LAWS.first - DAY)


def test_the_law_is_whole_on_every_first_of_a_year_since() -> None:
    for year in range(LAWS.first.year + 1, LAWS.last.year + 2):
        assert law_on(LAWS.book, dt.date(year, 1, 1)).nodes


def test_stretches_are_all_days_once_and_say_where_nothing_was_found() -> None:
    first, last = (Amount(dt.date(year, 1, 1), year, "https://example.org", "LAW") for year in (2020, 2023))
    known_to, gap = dt.date(2023, 12, 31), dt.date(2021, 6, 1)
    told = Parameter("it", text("it"), "EUR", (), known_to, (first, last), (gap,))
    assert told.stretches == [
        Stretch(first.since, gap - DAY, first),
        Stretch(gap, last.since - DAY, None),
        Stretch(last.since, known_to, last),
    ]
    for day in (first.since, gap - DAY, gap, last.since - DAY, last.since, known_to):
        [stretch] = [s for s in told.stretches if s.since <= day and (s.to is None or day <= s.to)]
        assert told.is_known_on(day) == (stretch.amount is not None)
