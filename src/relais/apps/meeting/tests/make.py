"""Rows for tests of the meeting room: plain, and nothing that the test does not say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from relais.apps.coordination.models import Action
from relais.apps.coordination.tests.make import make_organisation
from relais.apps.meeting import models as m
from relais.apps.plan.models import Measure
from relais.core.texts.text import Text


def make_group(slug: str = "groep", *, seats: Iterable[str] = (), **fields: Any) -> m.Group:
    """A fictional group, set up on the first day of 2025. `seats` are slugs of who takes part since then."""
    given = {
        "name": Text({"nl": f"Groep {slug}"}), "kind": "task-force", "rhythm_months": 3,
        "since_date": dt.date(2025, 1, 1), "is_fictional": True, **fields,
    }  # fmt: skip
    group = m.Group.objects.create(slug=slug, **given)
    for organisation in seats:
        make_seat(group, organisation)
    return m.Group.objects.whole().get(pk=group.pk)


def make_seat(group: m.Group, organisation: str = "huis-maan", **fields: Any) -> m.Seat:
    given = {"since_date": group.since_date, **fields}
    return m.Seat.objects.create(group=group, organisation=make_organisation(organisation), **given)


def make_meeting(group: m.Group, date: dt.date, state: str = "held", **fields: Any) -> m.Meeting:
    """A meeting, with all that its page shows."""
    number = m.Meeting.objects.filter(group=group).count() + 1
    reason = "Zaal niet vrij" if state == "cancelled" else ""
    given = {"number": number, "state": state, "cancelled_reason": reason, **fields}
    meeting = m.Meeting.objects.create(group=group, date=date, **given)
    return m.Meeting.objects.for_page().get(pk=meeting.pk)


def make_attendance(meeting: m.Meeting, organisation: str, presence: str = "present") -> m.Attendance:
    return m.Attendance.objects.create(
        meeting=meeting, organisation=make_organisation(organisation), presence=presence
    )


def make_resolution(
    meeting: m.Meeting, *, measures: Iterable[int] = (), actions: Iterable[Action] = (),
    organisation: str | None = None, **fields: Any,
) -> m.Resolution:  # fmt: skip
    """A decision of `meeting`; `measures` are numbers that it touches."""
    carrier = make_organisation(organisation) if organisation else None
    given = {"words": Text({"nl": "Er komt een lijst."}), **fields}
    number = m.Resolution.objects.filter(meeting=meeting).count() + 1
    made = m.Resolution.objects.create(meeting=meeting, number=number, organisation=carrier, **given)
    made.measures.set(Measure.objects.filter(number__in=measures))
    made.actions.set(actions)
    return m.Resolution.objects.whole().get(pk=made.pk)


def make_example() -> None:
    """The rows behind the examples of public pages (tests/pages/routes.py)."""
    meeting = make_meeting(make_group("example", seats=["huis-maan"]), dt.date(2026, 2, 2))
    make_attendance(meeting, "huis-maan")
    make_resolution(meeting, measures=[16], organisation="huis-maan", due_date=dt.date(2026, 9, 1))
