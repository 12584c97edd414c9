"""Setting up a group, changing it, and who takes part."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.audit.verb import Verb
from relais.apps.meeting import verbs
from relais.apps.meeting.models import Group, Seat
from relais.apps.meeting.permissions import can_run_groups


@transaction.atomic
def set_up_group(*, by: Who, **facts: Any) -> Group:
    """A new group, with nobody in it yet. `facts` are the fields of a Group."""
    require(can_run_groups(by))
    group = Group.objects.create(**facts)
    record(verbs.GROUP_SET_UP, by=by, about=group.subjects, after=facts)
    return group


@transaction.atomic
def edit_group(*, group: Group, by: Who, seen: int, why: str = "", **fields: Any) -> None:
    """Correct its name, kind, purpose or rhythm, or say that it has ended. Raises Conflict."""
    require(can_run_groups(by))
    change(group, verbs.GROUP_EDITED, by=by, seen=seen, why=why, also={"group": group.name}, **fields)


@transaction.atomic
def take_seat(*, group: Group, organisation: Organisation, since_date: dt.date, by: Who) -> None:
    """The organisation takes part from that day on. Nothing happens when it does already."""
    require(can_run_groups(by))
    Group.objects.select_for_update().get(pk=group.pk)
    seat, is_new = Seat.objects.get_or_create(
        group=group, organisation=organisation, until_date=None, defaults={"since_date": since_date}
    )
    if is_new:
        _note(verbs.SEAT_TAKEN, seat, by=by, since_date=since_date)


@transaction.atomic
def leave_seat(*, seat: Seat, until_date: dt.date, by: Who, why: str = "") -> None:
    """The organisation takes part until that day; its attendance so far stays. Once is enough."""
    require(can_run_groups(by))
    if Seat.objects.filter(pk=seat.pk, until_date=None).update(until_date=until_date):
        _note(verbs.SEAT_LEFT, seat, by=by, why=why, until_date=until_date)


def _note(verb: Verb, seat: Seat, *, by: Who, why: str = "", **dates: dt.date) -> None:
    group, organisation = seat.group, seat.organisation
    facts = {"group": group.name, "taker": organisation.name, **dates}
    record(verb, by=by, about=[*group.subjects, *organisation.subjects], after=facts, why=why)
