"""When a group should meet next: pure dates, no database."""

from __future__ import annotations

import calendar
import datetime as dt


def months_after(date: dt.date, months: int) -> dt.date:
    """The same day `months` later; the last day of the month where that day does not exist."""
    years, month = divmod(date.month - 1 + months, 12)
    year = date.year + years
    return date.replace(
        year=year, month=month + 1, day=min(date.day, calendar.monthrange(year, month + 1)[1])
    )


def expected_by(since: dt.date, last_held: dt.date | None, rhythm_months: int | None) -> dt.date | None:
    """The date by which the next meeting is expected: the rhythm, counted from the last one that was held.

    A group that has never met is expected to within one rhythm of its start. None: no rhythm was agreed.
    """
    return None if rhythm_months is None else months_after(last_held or since, rhythm_months)
