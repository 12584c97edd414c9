"""Who may do what in the meeting room: pure predicates over a person and prefetched rows."""

from __future__ import annotations

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.meeting.models import Group, Meeting, Resolution


def can_run_groups(who: Who) -> bool:
    """Set up a group, say who takes part, plan and account for meetings, write decisions: the cell."""
    return who.is_cell


def sits_for(who: Who, group: Group) -> frozenset[int]:
    """Keys of the organisations for which this referent takes part; uses the prefetched `seats`."""
    return who.organisations_as(Role.REFERENT) & group.seated_organisations


def can_propose_point(who: Who, meeting: Meeting) -> bool:
    """Put a point on the agenda of a meeting to come: the cell, and referents of who takes part."""
    return meeting.is_planned and (who.is_cell or bool(sits_for(who, meeting.group)))


def can_read_agenda(who: Who, meeting: Meeting) -> bool:
    """Anyone, once the meeting was held; before that, those who run it and those who take part."""
    return (
        meeting.is_held or who.is_cell or not who.organisations.isdisjoint(meeting.group.seated_organisations)
    )


def may_note_attendance_of(who: Who, meeting: Meeting) -> frozenset[int]:
    """Keys of the organisations whose attendance they may note: the cell all, a referent their own."""
    if meeting.state == "cancelled":
        return frozenset()
    invited = frozenset(organisation.pk for organisation in meeting.invited)
    return invited if who.is_cell else invited & sits_for(who, meeting.group)


def can_note_attendance(who: Who, meeting: Meeting) -> bool:
    """Note who was at a meeting: the cell for all, a referent for their own organisation."""
    return bool(may_note_attendance_of(who, meeting))


def can_finish_resolution(who: Who, resolution: Resolution) -> bool:
    """Say that a decision was carried out: the organisation that must, and the cell."""
    return who.is_cell or resolution.organisation_id in who.organisations_as(Role.MEMBER, Role.REFERENT)
