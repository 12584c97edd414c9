"""How groups stand: overdue, never met, how often who was there; and what is due, frozen and shown."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from tests.pages.counting import counted_queries

from relais.apps.coordination.tests.make import make_action
from relais.apps.meeting import due, frozen
from relais.apps.meeting.models import Group, Seat
from relais.apps.meeting.slots import decisions_on_measure
from relais.apps.meeting.tests.make import (
    make_attendance,
    make_group,
    make_meeting,
    make_resolution,
    make_seat,
)
from relais.apps.plan.models import Measure

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(dt.datetime(2026, 3, 10, 12, tzinfo=dt.UTC), tick=False)


def reread(group: Group) -> Group:
    return Group.objects.whole().get(pk=group.pk)


@pytest.mark.parametrize(
    ("last_held", "is_overdue"), [("2025-12-09", True), ("2025-12-10", False), (None, True)]
)
def test_a_group_is_overdue_from_the_day_after_its_rhythm_has_passed(last_held, is_overdue):
    group = make_group(rhythm_months=3)
    if last_held:
        make_meeting(group, dt.date.fromisoformat(last_held))
    make_meeting(group, dt.date(2026, 3, 1), "cancelled")
    assert reread(group).is_overdue is is_overdue


def test_a_group_that_has_ended_or_has_no_rhythm_is_never_overdue():
    assert not make_group("a", rhythm_months=None).is_overdue
    assert not make_group("b", ended_date=dt.date(2025, 6, 1)).is_overdue


def test_attendance_is_counted_over_meetings_held_while_the_organisation_took_part():
    group = make_group()
    seat = make_seat(group, "actie", since_date=dt.date(2025, 6, 1))
    for day, state, presence in [
        ("2025-05-01", "held", None),
        ("2025-06-01", "held", "present"),
        ("2025-09-01", "held", "excused"),
        ("2025-12-01", "held", None),
        ("2025-12-02", "cancelled", None),
        ("2026-04-01", "planned", None),
    ]:
        meeting = make_meeting(group, dt.date.fromisoformat(day), state)
        if presence:
            make_attendance(meeting, "actie", presence)
    rate = reread(group).rate_of(seat)
    assert (rate.present, rate.held, rate.not_noted) == (1, 3, 1)
    assert Seat.objects.counted().get(pk=seat.pk).rate == rate, "the database counts the same"


def test_what_is_due_names_who_must_act_and_has_keys_that_stay():
    group = make_group(seats=["actie"])
    meeting = make_meeting(group, dt.date(2026, 2, 1))
    make_meeting(group, dt.date(2026, 4, 1), "planned")
    make_meeting(group, dt.date(2026, 3, 9), "planned")
    make_resolution(meeting, organisation="actie", due_date=dt.date(2026, 5, 1))
    make_resolution(meeting, due_date=dt.date(2026, 6, 1))
    make_resolution(meeting, due_date=dt.date(2026, 6, 1), done_date=dt.date(2026, 3, 1))
    never = make_group("nooit")
    found = {row.key: row for row in due.due_dates() if ":example" not in row.key}
    assert {key: (row.for_cell, row.is_public, len(row.organisations)) for key, row in found.items()} == {
        "meeting:groep:2": (True, True, 1),
        "meeting:groep:3:account": (True, False, 0),
        "meeting-expected:nooit": (True, True, 0),
        "resolution:groep:1.1": (False, True, 1),
        "resolution:groep:1.2": (True, True, 0),
    }
    assert found["meeting-expected:nooit"].date == never.expected_date


def test_the_frozen_tables_have_every_row_and_no_person():
    group = make_group(seats=["actie", "hulp"])
    meeting = make_meeting(group, dt.date(2026, 2, 1))
    make_attendance(meeting, "actie")
    make_resolution(meeting, measures=[16], actions=[make_action("a-1")], organisation="actie")
    tables = {table.name: table for table in frozen.tables()}
    counted = {
        name: len([row for row in table.rows if "example" not in row.values()])
        for name, table in tables.items()
    }
    assert counted == {
        "groups": 1, "seats": 2, "meetings": 1, "attendance": 1, "resolutions": 1,
    }  # fmt: skip
    decided = next(row for row in tables["resolutions"].rows if row["group"] == "groep")
    assert decided["measures"] == [16]
    assert decided["actions"] == ["a-1"]
    for table in tables.values():
        keys = [tuple(row[name] for name in table.key) for row in table.rows]
        assert len(keys) == len(set(keys))
        assert all(set(row) == {column.path for column in table.columns} for row in table.rows)


def test_a_measure_shows_the_decisions_that_touch_it(client: Client, rf):
    meeting = make_meeting(make_group(), dt.date(2026, 2, 1))
    make_resolution(meeting, measures=[16])
    page = client.get("/nl/maatregelen/16/").content.decode()
    assert "Er komt een lijst." in page and meeting.get_absolute_url() in page
    assert decisions_on_measure(rf.get("/"), Measure.objects.get(number=17)) == ""


def test_the_list_says_what_the_advice_asks_for_and_is_not_there(client: Client):
    make_group("verzonnen", kind="referents")  # fictional: it does not count
    assert "None has been set up here." in client.get("/en/groups/").content.decode()
    make_group("echt", kind="referents", is_fictional=False)
    assert "None has been set up here." not in client.get("/en/groups/").content.decode()


@pytest.mark.parametrize("page", ["/en/groups/", "/en/groups/groep/", "/en/groups/groep/1/", "/en/"])
def test_twice_the_rows_are_not_more_queries(client: Client, page: str):
    def fill(group: Group, slugs: list[str]) -> None:
        for number, slug in enumerate(slugs):
            make_seat(group, slug)
            meeting = make_meeting(group, dt.date(2026, 2, 1 + number))
            make_attendance(group.meetings.get(number=1), slug)
            make_resolution(group.meetings.get(number=1), measures=[16, 17], organisation=slug)
            make_resolution(meeting, actions=[make_action()])

    group = make_group()
    fill(group, ["a", "b"])
    before = queries(client, page)
    fill(group, ["c", "d", "e"])
    fill(make_group("tweede"), ["a", "c"])
    assert queries(client, page) == before <= 12


def queries(client: Client, page: str) -> int:
    with counted_queries() as asked:
        assert client.get(page).status_code == 200
    return len(asked)
