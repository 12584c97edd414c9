"""A date by which someone must do something: what reminders and calendars are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do. Each room offers `due.due_dates() -> Iterable[Due]` of what is open now.

    `key` is stable and unique, whatever the language ("report:a-12:2026"): a reminder is sent once for a
    key, a date and a stage. `what` and `address` (the page where it can be done, as `get_absolute_url`
    gives it, without host) are in the language that is active when `due_dates` is called.
    `organisations` are keys of those who must act. `for_cell`: it waits for the coordination cell, whatever
    its organisation: a report to validate, a point to reply to. Organisations and the cell may both be named.
    `is_public`: it may stand in the calendar that anyone reads.
    """

    key: str
    date: dt.date
    what: str | Promise
    address: str
    organisations: frozenset[int] = frozenset()
    is_public: bool = False
    for_cell: bool = False
    is_fictional: bool = False
