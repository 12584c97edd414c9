"""Groups, meetings, attendance and decisions as plain rows for the freeze of a year. No persons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from relais.apps.meeting.models import Group, Meeting, Resolution
from relais.apps.sheets.plain import day
from relais.apps.sheets.tables import Table, table

GROUP = (
    "slug name* kind purpose* rhythm_months since_date ended_date last_held_date expected_date is_fictional"
)
SEAT = "group organisation since_date until_date present held not_noted"
MEETING = "group number date is_online place state cancelled_reason"
ATTENDANCE = "group number organisation presence"
RESOLUTION = "group code words* organisation due_date done_date done_words* measures[] actions[]"


def tables() -> list[Table]:
    """Every row that this room declares: five tables."""
    groups = list(Group.objects.whole())
    met = [(group, meeting) for group in groups for meeting in group.meetings.all()]
    return [
        table("groups", "who meets about the plan, and how often", "slug", GROUP, map(group_row, groups)),
        table("seats", "which organisation takes part, and how often it was there",
              "group organisation since_date", SEAT, (row for group in groups for row in seat_rows(group))),
        table("meetings", "meetings planned, held and cancelled", "group number", MEETING,
              (meeting_row(*pair) for pair in met)),
        table("attendance", "who was there, by organisation; what nobody noted is absent",
              "group number organisation", ATTENDANCE, _attendance(groups)),
        table("resolutions", "what meetings decided, and what it touches", "group code", RESOLUTION,
              map(resolution_row, Resolution.objects.whole())),
    ]  # fmt: skip


def group_row(group: Group) -> dict[str, Any]:
    return {
        "slug": group.slug, "name": group.name, "kind": group.kind, "purpose": group.purpose,
        "rhythm_months": group.rhythm_months, "since_date": day(group.since_date),
        "ended_date": day(group.ended_date), "last_held_date": day(group.last_held_date),
        "expected_date": day(group.expected_date), "is_fictional": group.is_fictional,
    }  # fmt: skip


def seat_rows(group: Group) -> Iterator[dict[str, Any]]:
    for seat in group.seats.all():
        rate = group.rate_of(seat)
        yield {
            "group": group.slug, "organisation": seat.organisation.slug, "since_date": day(seat.since_date),
            "until_date": day(seat.until_date), "present": rate.present, "held": rate.held,
            "not_noted": rate.not_noted,
        }  # fmt: skip


def meeting_row(group: Group, meeting: Meeting) -> dict[str, Any]:
    return {
        "group": group.slug, "number": meeting.number, "date": day(meeting.date),
        "is_online": meeting.is_online, "place": meeting.place, "state": meeting.state,
        "cancelled_reason": meeting.cancelled_reason or None,
    }  # fmt: skip


def _attendance(groups: list[Group]) -> Iterator[dict[str, Any]]:
    for group in groups:
        slugs = {seat.organisation_id: seat.organisation.slug for seat in group.seats.all()}
        for meeting in group.meetings.all():
            for each in meeting.attendances.all():
                yield {
                    "group": group.slug, "number": meeting.number,
                    "organisation": slugs[each.organisation_id], "presence": each.presence,
                }  # fmt: skip


def resolution_row(resolution: Resolution) -> dict[str, Any]:
    return {
        "group": resolution.meeting.group.slug, "code": resolution.code, "words": resolution.words,
        "organisation": resolution.organisation.slug if resolution.organisation else None,
        "due_date": day(resolution.due_date), "done_date": day(resolution.done_date),
        "done_words": resolution.done_words,
        "measures": [measure.number for measure in resolution.measures.all()],
        "actions": [action.code for action in resolution.actions.all()],
    }  # fmt: skip
