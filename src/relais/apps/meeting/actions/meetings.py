"""Planning a meeting, its agenda, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.meeting import verbs
from relais.apps.meeting.actions.versions import next_version
from relais.apps.meeting.models import Attendance, Group, Meeting, Point
from relais.apps.meeting.permissions import can_propose_point, can_run_groups, may_note_attendance_of
from relais.apps.meeting.vocabulary import MeetingState, Presence
from relais.core.texts.text import Text


@transaction.atomic
def plan_meeting(*, group: Group, date: dt.date, is_online: bool, place: str | None, by: Who) -> Meeting:
    """The next meeting of a group. Raises ValidationError for a group that has ended."""
    require(can_run_groups(by))
    group = Group.objects.select_for_update().get(pk=group.pk)
    if group.ended_date:
        raise ValidationError(_("This group has ended: it meets no more."))
    last = group.meetings.aggregate(last=Max("number"))["last"] or 0
    facts = {"date": date, "is_online": is_online, "place": place}
    meeting = Meeting.objects.create(group=group, number=last + 1, **facts)
    record(verbs.MEETING_PLANNED, by=by, about=meeting.subjects, after={**_named(meeting), **facts})
    return meeting


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, date: dt.date, is_online: bool, place: str | None, by: Who, seen: int, why: str
) -> None:
    """Another day or place. Raises Conflict; ValidationError once it was held or cancelled."""
    require(can_run_groups(by))
    _still_planned(meeting)
    change(
        meeting, verbs.MEETING_CHANGED, by=by, seen=seen, why=why, also=_named(meeting),
        date=date, is_online=is_online, place=place,
    )  # fmt: skip


@transaction.atomic
def hold_meeting(*, meeting: Meeting, by: Who, seen: int) -> None:
    """Say that it took place. Raises Conflict; ValidationError while its day is still to come."""
    require(can_run_groups(by))
    _still_planned(meeting)
    if meeting.date > timezone.localdate():
        raise ValidationError(_("The day of this meeting is still to come."))
    facts = {**_named(meeting), "date": meeting.date}
    change(meeting, verbs.MEETING_HELD, by=by, seen=seen, also=facts, state=MeetingState.HELD)


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, reason: str, by: Who, seen: int) -> None:
    """Say that it does not take place, and why. It stays in the list. Raises Conflict, ValidationError."""
    require(can_run_groups(by))
    _still_planned(meeting)
    change(
        meeting, verbs.MEETING_CANCELLED, by=by, seen=seen, also=_named(meeting),
        state=MeetingState.CANCELLED, cancelled_reason=reason,
    )  # fmt: skip


@transaction.atomic
def propose_point(*, meeting: Meeting, words: Text, organisation: Organisation, by: Who) -> Point:
    """Put a point on the agenda, in the name of an organisation."""
    require(can_propose_point(by, meeting) and by.acting_for == organisation.slug)
    today = timezone.localdate()
    point = Point.objects.create(meeting=meeting, words=words, organisation=organisation, proposed_date=today)
    record(verbs.POINT_PROPOSED, by=by, about=meeting.subjects, after={**_named(meeting), "words": words})
    return point


@transaction.atomic
def note_attendance(*, meeting: Meeting, noted: Mapping[Organisation, Presence], by: Who, seen: int) -> None:
    """Note who was there; what is noted already for others stays. Raises Conflict.

    Noting again what stands there notes nothing. Raises ValidationError while the day is still to come.
    """
    require({organisation.pk for organisation in noted} <= may_note_attendance_of(by, meeting))
    if meeting.date > timezone.localdate():
        raise ValidationError(_("The day of this meeting is still to come."))
    new = {who.slug: what for who, what in noted.items() if meeting.presence_of(who.pk) != what}
    if not new:
        return
    next_version(meeting, seen=seen, wanted=new)
    before = {who.slug: meeting.presence_of(who.pk) for who in noted if who.slug in new}
    for organisation, presence in noted.items():
        Attendance.objects.update_or_create(
            meeting=meeting, organisation=organisation, defaults={"presence": presence}
        )
    about = [*meeting.subjects, *(f"organisation:{slug}" for slug in new)]
    record(
        verbs.ATTENDANCE_NOTED, by=by, about=about,
        before={"attendance": before}, after={**_named(meeting), "attendance": new},
    )  # fmt: skip


def _still_planned(meeting: Meeting) -> None:
    if not meeting.is_planned:
        raise ValidationError(_("This meeting was held or cancelled already."))


def _named(meeting: Meeting) -> dict[str, object]:
    return {"group": meeting.group.name, "number": meeting.number}
