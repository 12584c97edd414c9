"""When a due date calls for a reminder: pure dates, no database."""

from __future__ import annotations

import datetime as dt

BEFORE = (1, 7, 30)  # days, nearest first
AFTER = 7  # days


def stage_of(due: dt.date, today: dt.date) -> str | None:
    """The stage that `due` has reached today; None while it is more than 30 days away.

    One stage holds until the next begins, so that a day on which nothing was sent is made good the day
    after. Stages: "before-30", "before-7", "before-1", "day", "after-7", then "month-1", "month-2" and on.
    """
    days = (due - today).days
    if days > 0:
        return next((f"before-{most}" for most in BEFORE if days <= most), None)
    if -days < AFTER:
        return "day"
    months = _whole_months(due, today)
    return f"month-{months}" if months else f"after-{AFTER}"


def _whole_months(since: dt.date, today: dt.date) -> int:
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
