"""What is open in coordination, by when, for whom: what reminders and calendars are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.due import Due
from relais.apps.coordination.asking import OPEN
from relais.apps.coordination.models import Action, Ask, DataGap, LevelRequest, Mandate
from relais.apps.coordination.vocabulary import LevelReply


def due_dates() -> Iterator[Due]:
    """Everything in this room that someone must do by a day."""
    yield from _asks()
    yield from _actions()
    yield from _milestones()
    yield from _level_requests()
    yield from _data_gaps()


def _asks() -> Iterator[Due]:
    """Asks without an answer, the silent too. Without anyone who speaks for the actor, the cell must act."""
    speakers = Mandate.objects.speakers()
    today = timezone.localdate()
    for ask in Ask.objects.whole():
        if ask.state(today) not in OPEN:
            continue
        organisations = frozenset(each.pk for each in speakers.get(ask.actor_id, ()))
        yield Due(
            key=f"ask:{ask.pk}",
            date=ask.due_date,
            what=_("%(actor)s: answer what is asked in measure %(of)s")
            % {"actor": ask.actor.name, "of": ask.of},
            address=ask.get_absolute_url(),
            organisations=organisations,
            is_public=True,
            for_cell=not organisations,
            is_fictional=ask.is_fictional,
        )


def _about(action: Action, key: str, date: dt.date, what: str) -> Due:
    """Something that the owners of `action` must do."""
    return Due(
        key=key,
        date=date,
        what=what,
        address=action.get_absolute_url(),
        organisations=frozenset(owner.organisation_id for owner in action.owners.all()),
        is_public=not action.is_draft,
        is_fictional=action.is_fictional,
    )


def _actions() -> Iterator[Due]:
    """Actions that are neither finished nor stopped."""
    for action in Action.objects.open().exclude(due_date=None).with_carriers():
        if action.due_date:
            what = _("Action %(code)s is due: %(title)s") % {"code": action.code, "title": action.title}
            yield _about(action, f"action:{action.code}", action.due_date, what)


def _milestones() -> Iterator[Due]:
    """Steps that are not done, of such actions."""
    for action in Action.objects.open().filter(milestones__done_date=None).distinct().whole():
        for step in action.milestones.all():
            if step.due_date and not step.done_date:
                what = _("Step of action %(code)s: %(step)s") % {"code": action.code, "step": step.title}
                yield _about(action, f"milestone:{step.pk}", step.due_date, what)


def _level_requests() -> Iterator[Due]:
    """Requests to another level without a reply: the owners ask again, or note what was replied."""
    awaited = LevelRequest.objects.filter(reply=LevelReply.AWAITED).exclude(due_date=None)
    for request in awaited.select_related("action").prefetch_related("action__owners"):
        if request.due_date:
            what = _("Reply of %(addressee)s awaited for action %(code)s")
            said = what % {"addressee": request.addressee, "code": request.action.code}
            yield _about(request.action, f"level-request:{request.pk}", request.due_date, said)


def _data_gaps() -> Iterator[Due]:
    """Figures that are wanted. Those that nobody was asked to find wait for the cell."""
    for gap in DataGap.objects.open().exclude(due_date=None).select_related("action", "measure"):
        page = gap.action or gap.measure
        if page is None or gap.due_date is None:
            continue
        yield Due(
            key=f"data-gap:{gap.pk}",
            date=gap.due_date,
            what=_("Figure wanted: %(wanted)s") % {"wanted": gap.wanted},
            address=page.get_absolute_url(),
            organisations=frozenset({gap.owner_id} if gap.owner_id else ()),
            is_public=not gap.is_private,
            for_cell=gap.owner_id is None,
            is_fictional=gap.action is not None and gap.action.is_fictional,
        )
