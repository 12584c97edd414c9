"""Days as an iCalendar file (RFC 5545): whole days, identifiers that stay, the same bytes every time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from icalendar import Calendar, Event

from relais.apps.languages.reader import reader_language

CONTENT_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Day:
    """One line of a calendar. `key` is stable and unique; `address` is that of a page, without host."""

    key: str
    date: dt.date
    what: str
    address: str


def calendar(name: str, days: Iterable[Day]) -> bytes:
    """`days` as a calendar called `name`, in the language that is active."""
    made = Calendar()
    made.add("prodid", f"-//Relais//Relais//{reader_language().upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    for day in days:
        made.add_component(_event(day))
    return bytes(made.to_ical())


def _event(day: Day) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'relais:{day.key}')}@relais")
    # When the row was last changed is not known here: its own day is the same for everyone who asks.
    event.add("dtstamp", dt.datetime.combine(day.date, dt.time(), dt.UTC))
    event.add("dtstart", day.date)
    event.add("dtend", day.date + dt.timedelta(days=1))
    event.add("summary", day.what)
    event.add("url", f"{settings.PUBLIC_ADDRESS}{day.address}")
    event.add("transp", "TRANSPARENT")
    return event
