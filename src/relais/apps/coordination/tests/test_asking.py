"""What becomes of an ask: the pure rule, on both sides of every date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from relais.apps.coordination.asking import Load, load_of, state_of
from relais.apps.coordination.vocabulary import AskState, Reply

DUE = dt.date(2026, 3, 1)
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Step:
    reply: str
    organisation_id: int = 1


def state(*steps: Step, today: dt.date = DUE) -> AskState:
    return state_of(steps, DUE, today)


@pytest.mark.parametrize(
    ("today", "expected"),
    [(DUE - DAY, AskState.ASKED), (DUE, AskState.ASKED), (DUE + DAY, AskState.SILENT)],
)
def test_no_answer_is_silence_from_the_day_after_the_due_date(today: dt.date, expected: AskState) -> None:
    assert state(today=today) == expected


@pytest.mark.parametrize("reply", [Reply.ACCEPTED, Reply.CONDITIONS, Reply.CONTESTED, Reply.WITHDRAWN])
@pytest.mark.parametrize("today", [DUE, DUE + DAY])
def test_an_answer_stands_on_both_sides_of_the_due_date(reply: Reply, today: dt.date) -> None:
    assert state(Step(reply), today=today) == reply.value


def test_the_last_answer_of_an_organisation_counts() -> None:
    assert state(Step(Reply.CONTESTED), Step(Reply.ACCEPTED)) == AskState.ACCEPTED


def test_those_who_speak_for_one_actor_may_differ() -> None:
    steps = Step(Reply.ACCEPTED, 1), Step(Reply.CONTESTED, 2)
    assert state(*steps) == AskState.DIVIDED
    assert state(*steps, Step(Reply.ACCEPTED, 2)) == AskState.ACCEPTED


def test_what_was_withdrawn_stays_withdrawn_until_it_is_asked_again() -> None:
    assert state(Step(Reply.ACCEPTED), Step(Reply.WITHDRAWN)) == AskState.WITHDRAWN
    assert state(Step(Reply.WITHDRAWN), Step(Reply.ASKED_AGAIN)) == AskState.ASKED
    assert state(Step(Reply.ASKED_AGAIN), Step(Reply.WITHDRAWN)) == AskState.WITHDRAWN


def test_asking_again_leaves_earlier_answers_in_the_past() -> None:
    steps = Step(Reply.CONTESTED), Step(Reply.ASKED_AGAIN)
    assert state(*steps) == AskState.ASKED
    assert state(*steps, today=DUE + DAY) == AskState.SILENT
    assert state(*steps, Step(Reply.CONDITIONS)) == AskState.CONDITIONS


def test_load_counts_what_stands_and_leaves_out_what_was_withdrawn() -> None:
    states = [AskState.ACCEPTED, AskState.CONDITIONS, AskState.CONTESTED, AskState.SILENT, AskState.ASKED]
    found = load_of([*states, AskState.WITHDRAWN], named=9, late=2)
    assert found == Load(named=9, asked=5, answered=3, accepted=2, silent=1, late=2)
