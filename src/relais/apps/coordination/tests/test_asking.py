"""What becomes of an ask: the pure rule, on both sides of every date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from relais.apps.coordination.asking import Load, Silence, load_of, state_of, with_silences
from relais.apps.coordination.vocabulary import AskState, Reply

DUE = dt.date(2026, 3, 1)
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Step:
    reply: str
    organisation_id: int = 1


@dataclass(frozen=True)
class Dated(Step):
    answered_date: dt.date = DUE
    old_due_date: dt.date | None = None
    new_due_date: dt.date | None = None


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


def answered(days: int, organisation: int = 1) -> Dated:
    return Dated(Reply.ACCEPTED, organisation, DUE + days * DAY)


def again(days: int, old: dt.date, new: dt.date) -> Dated:
    return Dated(Reply.ASKED_AGAIN, 9, DUE + days * DAY, old, new)


def silences(*steps: Dated, due: dt.date = DUE) -> list[Silence | None]:
    return [silence for silence, _step in with_silences(steps, due)]


def test_an_answer_ends_the_silence_that_began_after_the_due_date() -> None:
    assert silences(answered(0)) == [None]
    assert silences(answered(1)) == [Silence(DUE, DUE + DAY)]
    assert silences(answered(1), answered(5), answered(6, 2)) == [Silence(DUE, DUE + DAY), None, None]


def test_asking_again_ends_a_silence_and_the_next_begins_at_the_new_date() -> None:
    new = DUE + 30 * DAY
    assert silences(again(5, DUE, new), answered(32), due=new) == [
        Silence(DUE, DUE + 5 * DAY), Silence(new, DUE + 32 * DAY),
    ]  # fmt: skip
    assert silences(again(-5, DUE, new), answered(20), due=new) == [None, None]
    assert silences(answered(0), again(5, DUE, new), answered(32), due=new)[1:] == [
        None, Silence(new, DUE + 32 * DAY),
    ]  # fmt: skip


def test_what_is_no_longer_asked_meets_no_silence() -> None:
    withdrawn = Dated(Reply.WITHDRAWN, 9, DUE)
    new = DUE + 90 * DAY
    assert silences(withdrawn, again(60, DUE, new), answered(61), due=new) == [None, None, None]


def test_load_counts_what_stands_and_leaves_out_what_was_withdrawn() -> None:
    states = [AskState.ACCEPTED, AskState.CONDITIONS, AskState.CONTESTED, AskState.SILENT, AskState.ASKED]
    found = load_of([*states, AskState.WITHDRAWN], named=9, late=2)
    assert found == Load(named=9, asked=5, answered=3, accepted=2, silent=1, late=2)
