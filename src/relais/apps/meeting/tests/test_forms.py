"""The pages that write, as a person uses them."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client

from relais.apps.accounts.vocabulary import Role
from relais.apps.coordination.tests.make import make_action, make_user
from relais.apps.meeting.models import Attendance, Group, Meeting, Point, Resolution
from relais.apps.meeting.tests.make import make_group, make_meeting, make_resolution

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(dt.datetime(2026, 3, 10, 12, tzinfo=dt.UTC), tick=False)


def signed_in(role: Role, organisation: str) -> Client:
    client = Client()
    client.force_login(make_user(role, organisation))
    return client


def send(client: Client, address: str, **filled: str):
    """Open the form at `address`, fill it in over what stands there, and send it."""
    page = client.get(address).content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    return client.post(address, {**hidden, **filled})


def test_the_cell_walks_a_group_from_its_start_to_a_decision_carried_out():
    client = signed_in(Role.CELL, "cel")
    member = signed_in(Role.MEMBER, "actie")
    make_action("a-1")
    steps = [
        (client, "new-group/", {"slug": "refs", "name": "Referents", "kind": "referents", "language": "en",
                                "since_date": "2026-01-01", "rhythm_months": "3"}),
        (client, "groups/refs/join/", {"organisation": "actie", "since_date": "2026-01-01"}),
        (client, "groups/refs/change/", {"name": "Referenten", "language": "nl", "kind": "referents",
                                         "since_date": "2026-01-01", "rhythm_months": "4"}),
        (client, "groups/refs/plan/", {"date": "2026-03-09", "place": "Huis"}),
        (client, "groups/refs/1/point/", {"words": "Figures", "language": "en"}),
        (client, "groups/refs/1/held/", {}),
        (client, "groups/refs/1/attendance/", {"actie": "present"}),
        (client, "groups/refs/1/decision/", {"words": "A list.", "language": "en", "organisation": "actie",
                                             "measure_numbers": "16, 29", "action_codes": "a-1"}),
        (client, "groups/refs/1/decision/1/correct/", {"words": "A long list.", "language": "en",
                                                       "measure_numbers": "16", "why": "typo",
                                                       "organisation": "actie"}),
        (member, "groups/refs/1/decision/1/done/", {"done_date": "2026-03-10", "language": "en"}),
    ]  # fmt: skip
    for who, address, filled in steps:
        response = send(who, f"/en/{address}", **filled)
        assert response.status_code == 303, address
    group = Group.objects.whole().get(slug="refs")
    assert (dict(group.name), group.rhythm_months) == ({"nl": "Referenten", "en": "Referents"}, 4)
    resolution = Resolution.objects.whole().get(meeting__group=group)
    assert (resolution.measure_numbers, resolution.action_codes) == ([16], [])
    assert resolution.done_date == dt.date(2026, 3, 10)
    page = client.get("/en/groups/refs/1/").content.decode()
    for words in ("A long list.", "Figures", "carried out on", "present"):
        assert words in page


def test_what_a_new_group_need_not_have_may_be_left_empty():
    page = signed_in(Role.CELL, "cel").get("/en/new-group/").content.decode()
    assert "(you may leave this empty)" in page and "(if known)" not in page


def test_a_referent_puts_a_point_on_the_agenda_that_readers_see_after_the_meeting():
    group = make_group(seats=["actie"])
    make_meeting(group, dt.date(2026, 4, 1), "planned")
    response = send(signed_in(Role.REFERENT, "actie"), "/en/groups/groep/1/point/", words="Wachtlijst",
                    language="nl")  # fmt: skip
    assert response.status_code == 303
    assert Point.objects.get().organisation.slug == "actie"
    assert "Wachtlijst" not in Client().get("/en/groups/groep/1/").content.decode()
    Meeting.objects.filter(group=group).update(state="held")
    assert "Wachtlijst" in Client().get("/en/groups/groep/1/").content.decode()


def test_attendance_noted_meanwhile_stands_beside_what_was_to_be_written():
    make_meeting(make_group(seats=["actie"]), dt.date(2026, 3, 2))
    client, address = signed_in(Role.CELL, "cel"), "/en/groups/groep/1/attendance/"
    assert send(client, address, actie="present").status_code == 303
    late = send(client, address, actie="absent", seen="1")
    assert late.status_code == 409
    assert re.search(r"Actie</th><td>present</td><td>absent", late.content.decode())
    assert Attendance.objects.get(meeting__group__slug="groep").presence == "present"


def test_a_decision_corrected_by_two_people_shows_both_versions():
    make_resolution(make_meeting(make_group(), dt.date(2026, 3, 2)), measures=[16])
    client, address = signed_in(Role.CELL, "cel"), "/nl/groepen/groep/1/beslissing/1/verbeteren/"
    for numbers, status in [("17", 303), ("18", 409)]:
        sent = send(client, address, words="Ja", language="nl", measure_numbers=numbers, why="x", seen="1")
        assert sent.status_code == status
    assert Resolution.objects.whole().get(meeting__group__slug="groep").measure_numbers == [17]


@pytest.mark.parametrize(("numbers", "codes"), [("999", ""), ("16, x", ""), ("", "nothing")])
def test_what_a_decision_touches_must_exist(numbers, codes):
    make_meeting(make_group(), dt.date(2026, 3, 2))
    response = send(signed_in(Role.CELL, "cel"), "/en/groups/groep/1/decision/", words="Ja", language="nl",
                    measure_numbers=numbers, action_codes=codes)  # fmt: skip
    assert response.status_code == 422
    assert not Resolution.objects.filter(meeting__group__slug="groep").exists()


def test_a_meeting_to_come_cannot_be_held_and_says_so():
    make_meeting(make_group(), dt.date(2026, 4, 1), "planned")
    response = send(signed_in(Role.CELL, "cel"), "/en/groups/groep/1/held/")
    assert response.status_code == 422
    assert "still to come" in response.content.decode()
