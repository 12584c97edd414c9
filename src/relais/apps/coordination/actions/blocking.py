"""Acts on what stops an action (report, correct, lift) and on what must come first (add, note, remove)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import Conflict, change, record
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination import verbs
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.actions.action import not_in_the_future, rewritten
from relais.apps.languages.fields import LocalText
from relais.apps.plan.models import Actor


@transaction.atomic
def report_blocker(
    *, action: m.Action, by: Who, cause: str, language: str, words: str, since_date: dt.date,
    lifter: Actor | None = None,
) -> m.Blocker:  # fmt: skip
    """What stops the action, since when, and which actor can lift it, if that is known."""
    require(may.can_report_blocker(by, action))
    not_in_the_future(since_date, "since_date")
    said = _said(None, language, words)
    facts = {"cause": cause, "words": said, "since_date": since_date, "lifter": lifter}
    speaker = Organisation.objects.filter(slug=by.acting_for).first()
    made = m.Blocker.objects.create(action=action, reported_by=speaker, **facts)
    record(verbs.BLOCKER_REPORTED, by=by, about=made.subjects, after=facts, private=action.is_draft)
    return made


@transaction.atomic
def correct_blocker(
    *, blocker: m.Blocker, by: Who, seen: int, cause: str, language: str, words: str, since_date: dt.date,
    lifter: Actor | None = None,
) -> None:  # fmt: skip
    """What was said of it was not right, or not all."""
    require(may.can_lift_blocker(by, blocker))
    not_in_the_future(since_date, "since_date")
    if blocker.lifted_date and blocker.lifted_date < since_date:
        raise ValidationError({"since_date": _("It was lifted before that day.")})
    said = _said(blocker.words, language, words)
    change(
        blocker, verbs.BLOCKER_CORRECTED, by=by, seen=seen, also={"words": said}, cause=cause, words=said,
        since_date=since_date, lifter=lifter,
    )  # fmt: skip


@transaction.atomic
def lift_blocker(
    *, blocker: m.Blocker, by: Who, seen: int, lifted_date: dt.date | None, lifted_words: str = ""
) -> None:  # fmt: skip
    """It stops the action no longer, since that day; without a day it does again. The row stays."""
    require(may.can_lift_blocker(by, blocker))
    not_in_the_future(lifted_date, "lifted_date")
    if lifted_date and lifted_date < blocker.since_date:
        raise ValidationError({"lifted_date": _("It cannot be lifted before it began.")})
    change(
        blocker, verbs.BLOCKER_LIFTED if lifted_date else verbs.BLOCKER_BACK, by=by, seen=seen,
        why=lifted_words, also={"words": blocker.words}, lifted_date=lifted_date, lifted_words=lifted_words,
    )  # fmt: skip


@transaction.atomic
def add_gate(
    *, action: m.Action, by: Who, kind: str, other: m.Action | None = None, indicator: str | None = None,
    aim: str = v.Aim.AT_LEAST, threshold: Decimal | None = None,
) -> m.Gate:  # fmt: skip
    """What must come first: another action that anyone may read, or a figure. Never a circle of gates."""
    require(may.can_set_gate(by, action))
    if kind == v.GateKind.INDICATOR:
        if not indicator or threshold is None:
            raise ValidationError(_("Name the indicator, and the value that it must reach."))
        made = m.Gate.objects.create(
            action=action, kind=kind, indicator=indicator, aim=aim, threshold=threshold
        )
    else:
        if other is None or other.is_draft:
            raise ValidationError({"other": _("Choose the action that must come first.")})
        _no_circle(action, other)
        made = m.Gate.objects.create(action=action, kind=kind, other=other)
    about = [*made.subjects, *([f"action:{other.code}"] if made.other and other else [])]
    record(verbs.GATE_ADDED[v.GateKind(kind)], by=by, about=about, after=_told(made), private=action.is_draft)
    return made


@transaction.atomic
def note_gate_value(
    *, gate: m.Gate, by: Who, seen: int, value: Decimal | None, value_date: dt.date | None,
    value_source: str | None = None,
) -> None:  # fmt: skip
    """The last known value of the indicator, its day, and where it was read; no value is not known."""
    require(may.can_note_gate_value(by, gate))
    if gate.kind != v.GateKind.INDICATOR:
        raise ValidationError(_("This gate waits for an action, not for a figure."))
    not_in_the_future(value_date, "value_date")
    if value is not None and value_date is None:
        raise ValidationError({"value_date": _("Give the day of the figure.")})
    change(
        gate, verbs.GATE_VALUE if value is not None else verbs.GATE_VALUE_UNKNOWN, by=by, seen=seen,
        also=_told(gate), value=value, value_date=value_date, value_source=value_source,
    )  # fmt: skip


@transaction.atomic
def remove_gate(*, gate: m.Gate, by: Who, seen: int, reason: str) -> None:
    """It need not come first, or no longer. The trail keeps what it was."""
    require(may.can_set_gate(by, gate.action))
    now = m.Gate.objects.select_for_update().filter(pk=gate.pk).first()
    if now is None:
        raise ValidationError(_("Someone else has removed it already."))
    if now.version != seen:
        raise Conflict(now, {})
    record(
        verbs.GATE_REMOVED[v.GateKind(gate.kind)], by=by, about=gate.subjects, before={"kind": gate.kind},
        after=_told(gate), why=reason, private=gate.is_private,
    )  # fmt: skip
    now.delete()


def _said(before: LocalText | None, language: str, words: str) -> LocalText:
    said = rewritten(before, language, words)
    if said is None:
        raise ValidationError({"words": _("Say what stops it.")})
    return said


def _told(gate: m.Gate) -> dict[str, object]:
    if gate.other:
        return {"other": gate.other.title}
    return {"indicator": gate.indicator, "aim": gate.aim, "threshold": gate.threshold}


def _no_circle(action: m.Action, other: m.Action) -> None:
    """Raises ValidationError when `other` waits, by gates, for the action: neither would ever start."""
    waits_for: dict[int, set[int]] = {}
    for waiter, waited in m.Gate.objects.exclude(other=None).values_list("action", "other"):
        waits_for.setdefault(waiter, set()).add(waited)
    seen, to_visit = {other.pk}, [other.pk]
    while to_visit:
        for each in waits_for.get(to_visit.pop(), set()) - seen:
            seen.add(each)
            to_visit.append(each)
    if action.pk in seen:
        raise ValidationError({"other": _("They would wait for each other for ever.")})
