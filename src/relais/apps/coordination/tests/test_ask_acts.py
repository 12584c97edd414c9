"""Asking, answering, withdrawing, asking again, mandates: each act once, told in the trail, or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import ValidationError

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import AlreadyDone, Conflict
from relais.apps.audit.models import Event
from relais.apps.coordination import models as m
from relais.apps.coordination.actions import asking as acts
from relais.apps.coordination.tests.make import make_ask, make_mandate, make_organisation, make_step, make_who
from relais.apps.coordination.vocabulary import AskKind, AskState, Reply
from relais.apps.plan.models import Actor, Measure
from relais.core.texts.text import Text

pytestmark = pytest.mark.django_db

DUE = dt.date(2026, 3, 1)
WORDS = Text({"fr": "Voulez-vous la porter ?"})


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """The first of February 2026, and nothing asked yet."""
    m.Ask.objects.all().delete()
    m.Mandate.objects.all().delete()
    with time_machine.travel("2026-02-01 10:00 +0100", tick=False):
        yield


def cell() -> Who:
    return make_who(Role.CELL, "cel")


def wanted(*names: str) -> list[acts.Wanted]:
    pairs = (name.split("/") for name in names)
    return [acts.Wanted(Actor.objects.get(slug=s), Measure.objects.get(number=int(of))) for s, of in pairs]


def ask(*names: str, by: Who | None = None, due: dt.date = DUE) -> list[m.Ask]:
    return acts.ask(wanted=wanted(*names), kind=AskKind.CARRY, words=WORDS, due_date=due, by=by or cell())


def test_asking_many_is_one_act_with_an_event_each() -> None:
    asked = ask("actiris/16", "actiris/17", by=replace(cell(), token=uuid4()))
    assert [row.asked_date for row in asked] == [dt.date(2026, 2, 1)] * 2
    assert Event.objects.filter(verb="asked").count() == 2
    assert Event.objects.about("actor:actiris").count() == 2


def test_asking_one_that_was_asked_before_asks_nobody() -> None:
    ask("actiris/16")
    with pytest.raises(ValidationError, match=r"Actiris \(16\)"):
        ask("actiris/17", "actiris/16")
    assert m.Ask.objects.count() == 1
    assert Event.objects.count() == 1


def test_a_form_sent_twice_asks_once() -> None:
    by = replace(cell(), token=uuid4())
    ask("actiris/16", by=by)
    with pytest.raises(AlreadyDone):
        ask("actiris/17", by=by)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.REFERENT, Role.OBSERVER, Role.ADMINISTRATOR])
def test_only_the_cell_asks_withdraws_and_gives_mandates(role: Role) -> None:
    by, row = make_who(role), make_ask()
    mandate = make_mandate()
    for act in (
        lambda: ask("actiris/17", by=by),
        lambda: acts.withdraw_ask(ask=row, reason="x", language="nl", by=by),
        lambda: acts.ask_again(ask=row, due_date=DUE, reason="x", language="nl", seen=1, by=by),
        lambda: acts.give_mandate(organisation=make_organisation("ander"), actor=row.actor, by=by),
        lambda: acts.end_mandate(mandate=mandate, by=by, why="x"),
    ):
        with pytest.raises(Refused):
            act()
    assert not Event.objects.exists()


def test_a_due_date_in_the_past_is_refused_and_today_is_not() -> None:
    with pytest.raises(ValidationError, match=r"verleden|past"):
        ask("actiris/16", due=dt.date(2026, 1, 31))
    assert ask("actiris/16", due=dt.date(2026, 2, 1))


def answer(
    row: m.Ask, reply: Reply = Reply.ACCEPTED, by: Who | None = None, reason: str = "Ja."
) -> m.AskAnswer:  # fmt: skip
    return acts.answer_ask(ask=row, reply=reply, reason=reason, language="nl", by=by or make_who())


def test_an_organisation_with_a_mandate_answers_and_may_answer_again() -> None:
    row = make_ask()
    make_mandate()
    answer(row, Reply.CONTESTED)
    answer(row, Reply.CONDITIONS)
    assert [step.reply for step in row.answers.all()] == ["contested", "conditions"]
    assert row.state(DUE) == AskState.CONDITIONS
    assert [event.verb for event in Event.objects.order_by("pk")] == ["ask-contested", "ask-conditions"]


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.CELL, Role.ADMINISTRATOR])
def test_other_roles_do_not_answer_for_an_actor(role: Role) -> None:
    row = make_ask()
    make_mandate()
    with pytest.raises(Refused):
        answer(row, by=make_who(role))


def test_without_a_mandate_nobody_answers_for_an_actor() -> None:
    row = make_ask()
    make_mandate("one")
    with pytest.raises(Refused):
        answer(row)


def test_a_mandate_of_one_organisation_is_not_used_for_another() -> None:
    row = make_ask()
    make_mandate()
    both = replace(make_who(), parts=(*make_who().parts, *make_who(organisation="ander").parts))
    with pytest.raises(Refused):
        answer(row, by=both.acting("ander"))
    assert answer(row, by=both.acting("huis-maan")).organisation.slug == "huis-maan"


@pytest.mark.parametrize("reply", [Reply.WITHDRAWN, Reply.ASKED_AGAIN])
def test_what_the_cell_does_is_not_an_answer(reply: Reply) -> None:
    row = make_ask()
    make_mandate()
    with pytest.raises(ValidationError):
        answer(row, reply)


def test_every_step_has_a_reason() -> None:
    row = make_ask()
    make_mandate()
    with pytest.raises(ValidationError):
        answer(row, reason="  ")
    assert not Event.objects.exists()


def test_what_was_withdrawn_is_answered_no_more_until_it_is_asked_again() -> None:
    row = make_ask()
    make_mandate()
    acts.withdraw_ask(ask=row, reason="Vergissing.", language="nl", by=cell())
    with pytest.raises(ValidationError):
        answer(row)
    with pytest.raises(ValidationError):
        acts.withdraw_ask(ask=row, reason="Nog eens.", language="nl", by=cell())
    acts.ask_again(ask=row, due_date=dt.date(2026, 4, 1), reason="Toch.", language="nl", seen=1, by=cell())
    assert answer(row)


def test_asking_again_keeps_both_dates_in_the_steps_and_in_the_trail() -> None:
    row = make_ask()
    later = dt.date(2026, 4, 1)
    step = acts.ask_again(ask=row, due_date=later, reason="Meer tijd.", language="nl", seen=1, by=cell())
    assert (step.old_due_date, step.new_due_date) == (DUE, later)
    event = Event.objects.get(verb="asked-again")
    assert (event.before["due_date"], event.after["due_date"]) == ("2026-03-01", "2026-04-01")
    assert event.why == "Meer tijd."


def test_two_of_the_cell_do_not_move_one_date_over_the_other() -> None:
    row, stale = make_ask(), m.Ask.objects.get()
    acts.ask_again(ask=row, due_date=dt.date(2026, 4, 1), reason="x", language="nl", seen=1, by=cell())
    with pytest.raises(Conflict):
        acts.ask_again(ask=stale, due_date=dt.date(2026, 5, 1), reason="y", language="nl", seen=1, by=cell())
    assert m.AskAnswer.objects.count() == 1


def test_a_mandate_is_given_once_and_ended_with_what_was_answered_kept() -> None:
    actor, organisation = Actor.objects.get(slug="associations"), make_organisation()
    mandate = acts.give_mandate(organisation=organisation, actor=actor, by=cell())
    with pytest.raises(ValidationError):
        acts.give_mandate(organisation=organisation, actor=actor, by=cell())
    row = make_ask("associations")
    make_step(row, Reply.ACCEPTED)
    acts.end_mandate(mandate=mandate, by=cell(), why="Gestopt.")
    assert not m.Mandate.objects.exists()
    assert row.state(DUE) == AskState.ACCEPTED
    assert Event.objects.about("actor:associations").count() == 2
