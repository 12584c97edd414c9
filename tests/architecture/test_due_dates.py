"""The house gathers what is due in every room that has something due: tasks, reminders, calendars."""

from __future__ import annotations

from relais.apps.reminder.gathering import ROOMS
from tests.architecture.tree import SOURCE


def test_every_room_that_has_due_dates_is_asked_for_them() -> None:
    with_dates = {path.parent.name for path in SOURCE.glob("apps/*/due.py")} - {"accounts"}
    asked = {room.__name__.split(".")[-2] for room in ROOMS}
    assert asked == with_dates, "add the room to ROOMS of apps/reminder/gathering.py"
