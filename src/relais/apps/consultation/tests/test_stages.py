"""What may be done when follows from the stages and the day, and from nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils.translation import override

from relais.apps.consultation.stages import Deed, Span, deeds, in_order, problems, standing
from relais.apps.consultation.vocabulary import Standing, State

OPINIONS = Span("opinions", dt.date(2026, 3, 2), dt.date(2026, 3, 20))
ANSWERS = Span("answers", dt.date(2026, 3, 23), dt.date(2026, 4, 10))
READING = Span("reading", dt.date(2026, 2, 16), dt.date(2026, 2, 27))
CLOSED = Span("closed", dt.date(2026, 4, 11))
ALL = [CLOSED, ANSWERS, OPINIONS, READING]  # in no order
READ_ONLY = {Deed.READ}
GIVING = {Deed.READ, Deed.MODERATE, Deed.IMPORT, Deed.GIVE}
ANSWERING = {Deed.READ, Deed.MODERATE, Deed.IMPORT, Deed.ANSWER, Deed.CHANGE, Deed.CLOSE}
AFTER = {Deed.READ, Deed.MODERATE, Deed.CHANGE}


@pytest.mark.parametrize(
    ("day", "stands", "allowed"),
    [
        ("2026-02-15", Standing.COMING, set()),
        ("2026-02-16", Standing.READING, READ_ONLY),
        ("2026-02-28", Standing.PAUSE, READ_ONLY),
        ("2026-03-01", Standing.PAUSE, READ_ONLY),
        ("2026-03-02", Standing.OPEN, GIVING),
        ("2026-03-20", Standing.OPEN, GIVING),
        ("2026-03-21", Standing.PAUSE, ANSWERING),
        ("2026-03-23", Standing.ANSWERING, ANSWERING),
        ("2026-04-10", Standing.ANSWERING, ANSWERING),
        ("2026-04-11", Standing.LATE, ANSWERING),
        ("2027-01-01", Standing.LATE, ANSWERING),
    ],
)
def test_each_day_has_its_deeds(day: str, stands: Standing, allowed: set[Deed]) -> None:
    when = dt.date.fromisoformat(day)
    assert standing(State.PUBLISHED, ALL, when) == stands
    assert deeds(State.PUBLISHED, ALL, when) == allowed


@pytest.mark.parametrize("day", ["2026-02-16", "2026-03-02", "2027-01-01"])
def test_people_open_and_close_whatever_the_dates_say(day: str) -> None:
    when = dt.date.fromisoformat(day)
    assert deeds(State.PREPARATION, ALL, when) == set()
    assert deeds(State.CLOSED, ALL, when) == AFTER


def test_stages_that_follow_one_another_are_sound() -> None:
    assert problems(ALL) == problems([OPINIONS, ANSWERS]) == []
    assert in_order(ALL) == [READING, OPINIONS, ANSWERS, CLOSED]


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([], "no stage in which opinions"),
        ([OPINIONS], "no stage in which the authority"),
        ([OPINIONS, Span("answers", dt.date(2026, 3, 20), dt.date(2026, 4, 1))], "do not overlap"),
        ([OPINIONS, Span("answers", dt.date(2026, 1, 1), dt.date(2026, 1, 2))], "in order"),
        ([OPINIONS, OPINIONS, ANSWERS], "do not overlap"),
        ([Span("opinions", dt.date(2026, 3, 2), dt.date(2026, 3, 1)), ANSWERS], "ends on or after"),
        ([Span("opinions", dt.date(2026, 3, 2)), ANSWERS], "ends on or after"),
        ([OPINIONS, ANSWERS, Span("closed", dt.date(2026, 4, 10))], "do not overlap"),
    ],
)
def test_stages_that_are_not_sound_say_why(spans: list[Span], said: str) -> None:
    with override("en"):
        assert any(said in str(problem) for problem in problems(spans))
