"""Due dates as a calendar."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from relais.apps.accounts.due import Due
from relais.apps.sheets.calendars import CONTENT_TYPE, Day
from relais.apps.sheets.calendars import calendar as calendar_of_days

__all__ = ["CONTENT_TYPE", "calendar"]


def calendar(name: str, dues: Iterable[Due]) -> bytes:
    """`dues` as a calendar called `name`, in the language that is active."""
    return calendar_of_days(name, (Day(due.key, due.date, _what(due), due.address) for due in dues))


def _what(due: Due) -> str:
    return f"{due.what} ({gettext('invented example')})" if due.is_fictional else str(due.what)
