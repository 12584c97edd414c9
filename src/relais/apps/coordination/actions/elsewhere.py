"""Acts on what an action meets elsewhere: a plan that takes it in, a level of power, missing data."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination import verbs
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.actions.action import not_in_the_future, rewritten
from relais.apps.plan.models import Document, Measure


@transaction.atomic
def absorb_action(
    *, action: m.Action, by: Who, language: str, into: str, document: Document | None = None,
    since_date: dt.date | None = None, reason: str = "", source: str | None = None,
) -> m.Absorption:  # fmt: skip
    """It goes on inside another plan. It stays here, with its history; what it is inside of is told."""
    require(may.can_edit_action(by, action))
    not_in_the_future(since_date, "since_date")
    plan = rewritten(None, language, into)
    if plan is None:
        raise ValidationError({"into": _("Name the plan.")})
    made = m.Absorption.objects.create(
        action=action, into=plan, document=document, since_date=since_date,
        reason=rewritten(None, language, reason), source=source or None,
    )  # fmt: skip
    after = {"into": plan, "since_date": since_date, "source": source}
    record(verbs.ABSORBED, by=by, about=action.subjects, after=after, why=reason, private=action.is_draft)
    return made


@transaction.atomic
def return_action(
    *, absorption: m.Absorption, by: Who, seen: int, until_date: dt.date | None, reason: str = ""
) -> None:  # fmt: skip
    """It came back on that day: the row stays as history."""
    require(may.can_edit_action(by, absorption.action))
    not_in_the_future(until_date, "until_date")
    if until_date and absorption.since_date and until_date < absorption.since_date:
        raise ValidationError({"until_date": _("It cannot come back before it went.")})
    verb = verbs.ABSORPTION_CHANGED if until_date is None else verbs.RETURNED
    change(
        absorption, verb, by=by, seen=seen, why=reason, also={"plan": absorption.into}, until_date=until_date
    )


@transaction.atomic
def ask_level(
    *, action: m.Action, by: Who, level: str, addressee: str, language: str, words: str,
    asked_date: dt.date, due_date: dt.date | None = None,
) -> m.LevelRequest:  # fmt: skip
    """What the action needs of another level of power, from whom, and by when an answer would help."""
    require(may.can_edit_action(by, action))
    not_in_the_future(asked_date, "asked_date")
    said = rewritten(None, language, words)
    if said is None:
        raise ValidationError({"words": _("Say what is asked.")})
    if due_date and due_date < asked_date:
        raise ValidationError({"due_date": _("An answer cannot be due before it was asked.")})
    made = m.LevelRequest.objects.create(
        action=action, level=level, addressee=addressee, words=said, asked_date=asked_date, due_date=due_date
    )
    after = {
        "addressee": addressee,
        "level": level,
        "words": said,
        "asked_date": asked_date,
        "due_date": due_date,
    }
    record(verbs.LEVEL_ASKED, by=by, about=action.subjects, after=after, private=action.is_draft)
    return made


@transaction.atomic
def note_level_reply(
    *, request: m.LevelRequest, by: Who, seen: int, reply: str, reply_date: dt.date | None, language: str,
    reply_words: str = "", reply_source: str | None = None,
) -> None:  # fmt: skip
    """What the other level answered, on which day; back to “no reply yet” when that was noted by mistake."""
    require(may.can_reply_to_level_request(by, request))
    is_awaited = reply == v.LevelReply.AWAITED
    not_in_the_future(reply_date, "reply_date")
    if not is_awaited and reply_date is None:
        raise ValidationError({"reply_date": _("Give the day of the reply.")})
    if reply_date and reply_date < request.asked_date:
        raise ValidationError({"reply_date": _("A reply cannot come before the request.")})
    change(
        request, verbs.LEVEL_REPLIED, by=by, seen=seen, also={"addressee": request.addressee}, reply=reply,
        reply_date=None if is_awaited else reply_date,
        reply_words=None if is_awaited else rewritten(request.reply_words, language, reply_words),
        reply_source=None if is_awaited else reply_source or None,
    )  # fmt: skip


@transaction.atomic
def raise_data_gap(
    *, by: Who, action: m.Action | None = None, measure: Measure | None = None, language: str, wanted: str,
    owner: Organisation | None = None, due_date: dt.date | None = None,
) -> m.DataGap:  # fmt: skip
    """A figure that is missing, as a task: of whom, by when."""
    require(may.can_raise_data_gap(by) and (action is None or may.can_read_action(by, action)))
    said = rewritten(None, language, wanted)
    if said is None:
        raise ValidationError({"wanted": _("Say which figure is missing.")})
    gap = m.DataGap.objects.create(
        action=action, measure=measure, wanted=said, owner=owner, due_date=due_date
    )
    after = {"wanted": said, "owner": owner.slug if owner else None, "due_date": due_date}
    record(verbs.GAP_RAISED, by=by, about=gap.subjects, after=after, private=gap.is_private)
    return gap


@transaction.atomic
def close_data_gap(
    *, gap: m.DataGap, by: Who, seen: int, state: str, language: str, outcome: str = "",
    source: str | None = None,
) -> None:  # fmt: skip
    """The figure was found (where?), or it cannot be had (why?); or it is still wanted after all."""
    require(may.can_close_data_gap(by, gap))
    if state == v.GapState.FOUND and not source:
        raise ValidationError({"source": _("Give the address where the figure stands.")})
    if state == v.GapState.IMPOSSIBLE and not outcome.strip():
        raise ValidationError({"outcome": _("Say why it cannot be had.")})
    verb = {
        v.GapState.OPEN: verbs.GAP_REOPENED,
        v.GapState.FOUND: verbs.GAP_FOUND,
        v.GapState.IMPOSSIBLE: verbs.GAP_IMPOSSIBLE,
    }[v.GapState(state)]
    change(
        gap, verb, by=by, seen=seen, also={"wanted": gap.wanted}, state=state,
        outcome=rewritten(gap.outcome, language, outcome), source=source or None,
        closed_date=None if state == v.GapState.OPEN else timezone.localdate(),
    )  # fmt: skip
