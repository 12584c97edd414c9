"""The group of referents of the fictional year: it met twice, and is late now."""

from __future__ import annotations

import datetime as dt

from relais.apps.accounts.models import Organisation
from relais.apps.meeting.actions.groups import set_up_group, take_seat
from relais.apps.meeting.actions.meetings import hold_meeting, note_attendance, plan_meeting
from relais.apps.meeting.actions.resolutions import take_resolution
from relais.apps.meeting.vocabulary import GroupKind, Presence
from relais.apps.plan.models import Measure
from relais.core.texts.text import Text
from relais.faces.cli.fiction.cast import Cast, words
from relais.faces.cli.fiction.clock import on

PRESENCES: tuple[dict[str, Presence], ...] = (
    {"work": Presence.PRESENT, "homes": Presence.PRESENT, "care": Presence.EXCUSED},
    {"work": Presence.PRESENT, "homes": Presence.ABSENT, "care": Presence.PRESENT},
)


def tell(cast: Cast, year: int) -> None:
    """A group is set up; it meets in March and in June, and decides one thing each time."""
    with on(dt.date(year, 2, 1)):
        group = set_up_group(
            by=cast.cell, slug="fictional-referents", kind=GroupKind.REFERENTS,
            name=words("Referenten (fictie)", "Référents (fiction)", "Referents (fiction)"),
            purpose=words(
                "Deze groep bestaat niet. Ze toont hoe de referenten samenwerken.",
                "Ce groupe n’existe pas. Il montre comment les référents travaillent ensemble.",
                "This group does not exist. It shows how referents work together.",
            ),
            rhythm_months=3, since_date=dt.date(year, 2, 1), is_fictional=True,
        )  # fmt: skip
        for key in PRESENCES[0]:
            take_seat(group=group, organisation=cast[key], since_date=dt.date(year, 2, 1), by=cast.cell)
    decided = (
        ("Elke organisatie noemt een contactpunt.", dt.date(year, 5, 1)),
        ("Samen een lijst maken van de opvang na 17 uur.", dt.date(year, 9, 30)),
    )
    for day, presences, (resolved, due) in zip(
        (dt.date(year, 3, 10), dt.date(year, 6, 16)), PRESENCES, decided, strict=True
    ):
        with on(day - dt.timedelta(days=20)):
            meeting = plan_meeting(group=group, date=day, is_online=True, place=None, by=cast.cell)
        with on(day):
            noted: dict[Organisation, Presence] = {cast[key]: each for key, each in presences.items()}
            hold_meeting(meeting=meeting, by=cast.cell, seen=meeting.version)
            note_attendance(meeting=meeting, noted=noted, by=cast.cell, seen=meeting.version)
            take_resolution(
                meeting=meeting, words=Text({"nl": resolved}), by=cast.cell,
                organisation=cast["care"], due_date=due, measures=[Measure.objects.get(number=61)],
            )  # fmt: skip
