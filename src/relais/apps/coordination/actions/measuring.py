"""Acts on how far an action is: its steps, a figure set by hand, its target, and what was measured."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import Conflict, change, record
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination import verbs
from relais.apps.coordination.actions.action import not_in_the_future, rewritten


@transaction.atomic
def add_milestone(
    *, action: m.Action, by: Who, title: str, language: str, due_date: dt.date | None = None,
    done_date: dt.date | None = None, weight: int = 1,
) -> m.Milestone:  # fmt: skip
    """A step more, at the end."""
    require(may.can_edit_action(by, action))
    not_in_the_future(done_date, "done_date")
    said = rewritten(None, language, title)
    if said is None:
        raise ValidationError({"title": _("Say what the step is.")})
    last = action.milestones.order_by("-position").values_list("position", flat=True).first()
    made = m.Milestone.objects.create(
        action=action, title=said, due_date=due_date, done_date=done_date, weight=weight,
        position=0 if last is None else last + 1,
    )  # fmt: skip
    after = {"title": said, "due_date": due_date, "done_date": done_date, "weight": weight}
    record(verbs.MILESTONE_ADDED, by=by, about=action.subjects, after=after, private=action.is_draft)
    return made


@transaction.atomic
def edit_milestone(
    *, milestone: m.Milestone, by: Who, seen: int, title: str, language: str, due_date: dt.date | None,
    done_date: dt.date | None, weight: int,
) -> None:  # fmt: skip
    """Its words in one language, its date, its weight; and whether it is done, or not done after all."""
    require(may.can_edit_action(by, milestone.action))
    not_in_the_future(done_date, "done_date")
    words = rewritten(milestone.title, language, title)
    if words is None:
        raise ValidationError({"title": _("Say what the step is.")})
    if (done_date is None) == (milestone.done_date is None):
        verb = verbs.MILESTONE_CHANGED
    else:
        verb = verbs.MILESTONE_UNDONE if done_date is None else verbs.MILESTONE_DONE
    change(
        milestone, verb, by=by, seen=seen, also={"step": words}, title=words, due_date=due_date,
        done_date=done_date, weight=weight,
    )  # fmt: skip


@transaction.atomic
def remove_milestone(*, milestone: m.Milestone, by: Who, seen: int, reason: str) -> None:
    """Take a step away; the trail keeps what it was, and why."""
    require(may.can_edit_action(by, milestone.action))
    now = m.Milestone.objects.select_for_update().get(pk=milestone.pk)
    if now.version != seen:
        raise Conflict(now, {})
    before = {"title": now.title, "due_date": now.due_date, "done_date": now.done_date, "weight": now.weight}
    record(
        verbs.MILESTONE_REMOVED, by=by, about=milestone.subjects, before=before, after={"step": now.title},
        why=reason, private=milestone.is_private,
    )  # fmt: skip
    now.delete()


@transaction.atomic
def set_completion(
    *, action: m.Action, by: Who, seen: int, completion_by_hand: int | None, reason: str = "",
    said_by: Organisation | None = None,
) -> None:  # fmt: skip
    """An estimate of every 100 parts of the work, with its reason; None has it counted from steps again.

    `said_by` signs it where another organisation than the one acted for made the estimate.
    """
    require(may.can_edit_action(by, action))
    if completion_by_hand is None:
        change(
            action, verbs.COMPLETION_COUNTED, by=by, seen=seen, why=reason, completion_by_hand=None,
            completion_reason="", completion_date=None, completion_said_by=None,
        )  # fmt: skip
        return
    if not reason.strip():
        raise ValidationError({"reason": _("Say what this estimate rests on: it will stand beside it.")})
    change(
        action, verbs.COMPLETION_SET, by=by, seen=seen, why=reason, completion_by_hand=completion_by_hand,
        completion_reason=reason.strip(), completion_date=timezone.localdate(),
        completion_said_by=said_by or Organisation.objects.filter(slug=by.acting_for).first(),
    )  # fmt: skip


@transaction.atomic
def set_target(
    *, action: m.Action, by: Who, seen: int, indicator: str | None, aim: str, target_value: Decimal | None
) -> None:  # fmt: skip
    """What is counted, with its unit, and the value to reach. A value needs to say what it counts."""
    require(may.can_edit_action(by, action))
    if target_value is not None and not indicator:
        raise ValidationError({"indicator": _("A target needs to say what is counted, with its unit.")})
    change(
        action, verbs.TARGET_SET, by=by, seen=seen, indicator=indicator or None, aim=aim,
        target_value=target_value,
    )  # fmt: skip


@transaction.atomic
def set_result(
    *, action: m.Action, by: Who, seen: int, result_value: Decimal | None, result_date: dt.date | None,
    result_source: str | None,
) -> None:  # fmt: skip
    """What was measured, on which day, and where that can be read; None for the value withdraws it."""
    require(may.can_edit_action(by, action))
    not_in_the_future(result_date, "result_date")
    if result_value is None:
        change(
            action, verbs.RESULT_WITHDRAWN, by=by, seen=seen, result_value=None, result_date=None,
            result_source=None,
        )  # fmt: skip
        return
    missing = {}
    if not action.indicator:
        missing["result_value"] = _("First say what is counted, under “What it wants to reach”.")
    if result_date is None:
        missing["result_date"] = _("A figure without a day says little: give the day of the measurement.")
    if not result_source:
        missing["result_source"] = _("Give the address where anyone can check this figure.")
    if missing:
        raise ValidationError(missing)
    change(
        action, verbs.RESULT_MEASURED, by=by, seen=seen, result_value=result_value, result_date=result_date,
        result_source=result_source,
    )  # fmt: skip
