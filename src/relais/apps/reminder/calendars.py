"""Due dates as an iCalendar file (RFC 5545): whole days, identifiers that stay, the same bytes every time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import gettext
from icalendar import Calendar, Event

from relais.apps.accounts.due import Due
from relais.apps.languages.reader import reader_language
from relais.apps.reminder.letters import whole

CONTENT_TYPE = "text/calendar; charset=utf-8"


def calendar(name: str, dues: Iterable[Due]) -> bytes:
    """`dues` as a calendar called `name`, in the language that is active."""
    made = Calendar()
    made.add("prodid", f"-//Relais//Relais//{reader_language().upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    for due in dues:
        made.add_component(_event(due))
    return bytes(made.to_ical())


def _event(due: Due) -> Event:
    what = str(due.what)
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'relais:{due.key}')}@relais")
    # When the row was last changed is not known here: its own day is the same for everyone who asks.
    event.add("dtstamp", dt.datetime.combine(due.date, dt.time(), dt.UTC))
    event.add("dtstart", due.date)
    event.add("dtend", due.date + dt.timedelta(days=1))
    event.add("summary", f"{what} ({gettext('invented example')})" if due.is_fictional else what)
    event.add("url", whole(due.address))
    event.add("transp", "TRANSPARENT")
    return event
