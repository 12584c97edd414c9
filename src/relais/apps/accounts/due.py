"""A date by which someone must do something: what reminders and calendars are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Due:
    """`key` is stable and unique ("report:a-12:2026"): a reminder is sent once a key and a stage.

    `organisations` are keys of those who must act; `address` is the page where they can, without language
    or host. Each room offers `due.due_dates() -> Iterable[Due]` of what is open now.
    """

    key: str
    date: dt.date
    what: str | Promise
    address: str
    organisations: frozenset[int]
    is_public: bool = False
