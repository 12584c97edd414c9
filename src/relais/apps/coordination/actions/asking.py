"""Acts of asking: ask, answer, withdraw, ask again; give and end the mandate to speak for an actor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.audit.verb import Verb
from relais.apps.coordination import verbs
from relais.apps.coordination.models import Ask, AskAnswer, Mandate
from relais.apps.coordination.permissions import can_answer_ask, can_ask, can_give_mandate
from relais.apps.coordination.vocabulary import AskKind, AskState, Reply
from relais.apps.plan.models import Actor, Measure
from relais.core.texts.text import Text

ANSWERS: dict[str, Verb] = {
    Reply.ACCEPTED: verbs.ACCEPTED,
    Reply.CONDITIONS: verbs.CONDITIONS,
    Reply.CONTESTED: verbs.CONTESTED,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to ask, and for which measure or lettered part of it ("" is the whole)."""

    actor: Actor
    measure: Measure
    letter: str = ""

    @property
    def of(self) -> str:
        return f"{self.measure.number}{self.letter}"


@transaction.atomic
def ask(
    *, wanted: Sequence[Wanted], kind: AskKind, words: Text, due_date: dt.date, by: Who,
    is_fictional: bool = False,
) -> list[Ask]:  # fmt: skip
    """Ask several at once: each leaves its own event, and either all are asked or none.

    Raises ValidationError when nothing is wanted, the due date is past, or one of them was asked before.
    """
    require(can_ask(by))
    today = timezone.localdate()
    if not wanted:
        raise ValidationError(_("Choose whom to ask, or for which measure."))
    _not_past(due_date, today)
    before = Ask.objects.filter(
        actor__in=[each.actor for each in wanted], measure__in=[each.measure for each in wanted], kind=kind
    ).values_list("actor_id", "measure_id", "letter")
    known = set(before)
    if again := [w for w in wanted if (w.actor.pk, w.measure.pk, w.letter) in known]:
        named = ", ".join(f"{each.actor.name} ({each.of})" for each in again)
        raise ValidationError(_("Already asked: %(named)s. Nobody was asked now.") % {"named": named})
    asked = [
        Ask.objects.create(
            actor=each.actor, measure=each.measure, letter=each.letter, kind=kind, words=words,
            asked_date=today, due_date=due_date, is_fictional=is_fictional,
        )
        for each in wanted
    ]  # fmt: skip
    for place, row in enumerate(asked):
        # The token of the form stands for the whole act: one event carries it.
        teller = by if place == 0 else replace(by, token=None)
        facts = {"kind": kind, "due_date": due_date, "words": words}
        record(verbs.ASKED, by=teller, about=row.subjects, after={**_told(row), **facts})
    return asked


@transaction.atomic
def answer_ask(*, ask: Ask, reply: Reply, reason: str, language: str, by: Who) -> AskAnswer:
    """Answer for the actor. Earlier answers stay.

    Raises Refused unless the organisation acted for speaks for the actor; ValidationError when the ask was
    withdrawn, the reply is not one of an actor, or the reason is missing.
    """
    ask = Ask.objects.select_for_update().get(pk=ask.pk)
    speakers = dict(ask.actor.mandates.values_list("organisation__slug", "organisation_id"))
    organisation = speakers.get(by.acting_for or "")
    require(organisation is not None and can_answer_ask(by, [organisation]))
    if ask.state(timezone.localdate()) == AskState.WITHDRAWN:
        raise ValidationError(_("This was withdrawn meanwhile: no answer is needed."))
    if reply not in ANSWERS:
        raise ValidationError(_("Choose one of the answers."))
    step = _step(ask, reply, reason, language, by)
    record(ANSWERS[reply], by=by, about=ask.subjects, after={**_told(ask), "reply": reply}, why=step.reason)
    return step


@transaction.atomic
def withdraw_ask(*, ask: Ask, reason: str, language: str, by: Who) -> AskAnswer:
    """No longer ask it. What was answered stays. Raises ValidationError when it was withdrawn before."""
    require(can_ask(by))
    ask = Ask.objects.select_for_update().get(pk=ask.pk)
    if ask.state(timezone.localdate()) == AskState.WITHDRAWN:
        raise ValidationError(_("This was withdrawn before."))
    step = _step(ask, Reply.WITHDRAWN, reason, language, by)
    record(verbs.WITHDRAWN, by=by, about=ask.subjects, after=_told(ask), why=step.reason)
    return step


@transaction.atomic
def ask_again(
    *, ask: Ask, due_date: dt.date, reason: str, language: str, seen: int, by: Who
) -> AskAnswer:  # fmt: skip
    """Ask anew, or give more time: what was answered before stays and belongs to the past.

    Raises ValidationError when the new date is past or the same, Conflict when the ask moved on since `seen`.
    """
    require(can_ask(by))
    _not_past(due_date, timezone.localdate())
    if due_date == ask.due_date:
        raise ValidationError(_("Give another date than the one that stands."))
    old = ask.due_date
    change(ask, verbs.ASKED_AGAIN, by=by, seen=seen, why=reason.strip(), also=_told(ask), due_date=due_date)
    return _step(ask, Reply.ASKED_AGAIN, reason, language, by, old_due_date=old, new_due_date=due_date)


@transaction.atomic
def give_mandate(*, organisation: Organisation, actor: Actor, by: Who, why: str = "") -> Mandate:
    """Let `organisation` speak for `actor`. Raises ValidationError when it does so already."""
    require(can_give_mandate(by))
    if Mandate.objects.filter(organisation=organisation, actor=actor).exists():
        raise ValidationError(_("It speaks for this actor already."))
    mandate = Mandate.objects.create(organisation=organisation, actor=actor)
    record(verbs.MANDATE_GIVEN, by=by, about=_of_mandate(mandate), after=_mandate(mandate), why=why)
    return mandate


@transaction.atomic
def end_mandate(*, mandate: Mandate, by: Who, why: str) -> None:
    """Let it speak for that actor no longer; what it answered stays."""
    require(can_give_mandate(by))
    record(verbs.MANDATE_ENDED, by=by, about=_of_mandate(mandate), after=_mandate(mandate), why=why)
    mandate.delete()


def _step(
    ask: Ask, reply: Reply, reason: str, language: str, by: Who, **dates: dt.date
) -> AskAnswer:  # fmt: skip
    if not reason.strip():
        raise ValidationError(_("Say why: everyone may read it."))
    return AskAnswer.objects.create(
        ask=ask, reply=reply, reason=reason.strip(), language=language, answered_date=timezone.localdate(),
        organisation=Organisation.objects.get(slug=by.acting_for), **dates,
    )  # fmt: skip


def _not_past(due_date: dt.date, today: dt.date) -> None:
    if due_date < today:
        raise ValidationError(_("The date to answer by is in the past."))


def _told(ask: Ask) -> dict[str, object]:
    return {"actor": ask.actor.name, "of": ask.of}


def _mandate(mandate: Mandate) -> dict[str, object]:
    return {"speaker": mandate.organisation.name, "actor": mandate.actor.name}


def _of_mandate(mandate: Mandate) -> list[str]:
    return [f"organisation:{mandate.organisation.slug}", f"actor:{mandate.actor.slug}"]
