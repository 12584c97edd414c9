"""What the acts of the meeting room do, refuse, and leave in the trail."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import AlreadyDone, Conflict
from relais.apps.audit.models import Event
from relais.apps.coordination.tests.make import make_action, make_organisation, make_who
from relais.apps.meeting.actions import groups, meetings, resolutions
from relais.apps.meeting.models import Attendance, Group, Meeting, Resolution, Seat
from relais.apps.meeting.tests.make import make_group, make_meeting, make_resolution
from relais.apps.meeting.vocabulary import MeetingState, Presence
from relais.apps.plan.models import Measure
from relais.core.texts.text import Text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

DAY = dt.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(dt.datetime(2026, 3, 10, 12, tzinfo=dt.UTC), tick=False)


@pytest.fixture
def english():
    with override("en"):
        yield


def cell() -> Who:
    return make_who(Role.CELL, "cel")


def test_a_group_is_set_up_once_however_often_the_form_is_sent():
    facts = {"slug": "refs", "name": Text({"nl": "R"}), "kind": "referents", "since_date": DAY}
    by = replace(cell(), token=uuid4())
    groups.set_up_group(by=by, **facts)
    with pytest.raises(AlreadyDone), transaction.atomic():
        groups.set_up_group(by=by, **{**facts, "slug": "refs-2"})
    assert list(Group.objects.filter(slug__startswith="refs").values_list("slug", flat=True)) == ["refs"]
    assert Event.objects.get().sentence == "cel set up the group “R”"


def test_an_organisation_takes_part_once_and_leaves_with_its_past():
    group = make_group()
    seat = {"group": group, "organisation": make_organisation(), "by": cell()}
    groups.take_seat(**seat, since_date=DAY)
    groups.take_seat(**seat, since_date=DAY)
    groups.leave_seat(
        seat=Seat.objects.filter(group__slug="groep").get(), until_date=dt.date(2026, 3, 5), by=cell()
    )
    groups.leave_seat(
        seat=Seat.objects.filter(group__slug="groep").get(), until_date=dt.date(2026, 3, 9), by=cell()
    )
    groups.take_seat(**seat, since_date=dt.date(2026, 3, 8))
    assert list(Seat.objects.filter(group=group).values_list("until_date", flat=True)) == [
        dt.date(2026, 3, 5),
        None,
    ]
    told = ["seat-taken", "seat-left", "seat-taken"]
    assert list(Event.objects.order_by("pk").values_list("verb", flat=True)) == told


def test_meetings_of_a_group_are_numbered_and_a_cancelled_one_keeps_its_number():
    group = make_group()
    how = {"group": group, "is_online": True, "place": None, "by": cell()}
    first = meetings.plan_meeting(date=DAY, **how)
    meetings.cancel_meeting(meeting=first, reason="Zaal niet vrij", by=cell(), seen=1)
    meetings.plan_meeting(date=DAY, **how)
    states = list(group.meetings.order_by("number").values_list("number", "state"))
    assert states == [(1, "cancelled"), (2, "planned")]
    assert Event.objects.filter(verb="meeting-cancelled").get().sentence.endswith("Zaal niet vrij")


def test_a_group_that_has_ended_meets_no_more():
    group = make_group(ended_date=DAY)
    with pytest.raises(ValidationError):
        meetings.plan_meeting(group=group, date=DAY, is_online=True, place=None, by=cell())


def test_the_database_refuses_a_cancelled_meeting_without_a_reason():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_meeting(make_group(), DAY, "cancelled", cancelled_reason="")


def test_a_meeting_is_held_on_its_day_or_after_and_only_once():
    group = make_group()
    coming = make_meeting(group, dt.date(2026, 3, 11), "planned")
    with pytest.raises(ValidationError):
        meetings.hold_meeting(meeting=coming, by=cell(), seen=1)
    past = make_meeting(group, dt.date(2026, 3, 10), "planned")
    meetings.hold_meeting(meeting=past, by=cell(), seen=1)
    with pytest.raises(ValidationError):
        meetings.cancel_meeting(meeting=past, reason="toch niet", by=cell(), seen=2)
    assert Meeting.objects.get(pk=past.pk).state == MeetingState.HELD


def test_two_people_who_move_a_meeting_lose_nothing():
    meeting = make_meeting(make_group(), DAY, "planned")
    how = {"meeting": meeting, "is_online": True, "by": cell(), "seen": 1, "why": "zaal", "date": DAY}
    meetings.change_meeting(place="Zaal A", **how)
    with pytest.raises(Conflict) as conflict:
        meetings.change_meeting(place="Zaal B", **how)
    assert (conflict.value.row.place, conflict.value.wanted) == ("Zaal A", {"place": "Zaal B"})


def test_attendance_is_noted_by_organisation_and_noting_it_again_notes_nothing():
    meeting = make_meeting(make_group(seats=["actie", "hulp"]), DAY)
    who = {slug: make_organisation(slug) for slug in ("actie", "hulp")}
    noted = {who["actie"]: Presence.PRESENT, who["hulp"]: Presence.EXCUSED}
    meetings.note_attendance(meeting=meeting, noted=noted, by=cell(), seen=1)
    meeting = Meeting.objects.for_page().get(pk=meeting.pk)
    meetings.note_attendance(meeting=meeting, noted=noted, by=cell(), seen=1)
    assert {a.organisation.slug: a.presence for a in meeting.attendances.all()} == {
        "actie": "present",
        "hulp": "excused",
    }
    event = Event.objects.get(verb="attendance-noted")
    assert event.after["attendance"] == {"actie": "present", "hulp": "excused"}
    assert event.before["attendance"] == {"actie": None, "hulp": None}


def test_a_referent_notes_attendance_of_their_own_organisation_only():
    meeting = make_meeting(make_group(seats=["actie", "hulp"]), DAY)
    referent = make_who(Role.REFERENT, "actie")
    meetings.note_attendance(
        meeting=meeting, noted={make_organisation("actie"): Presence.ABSENT}, by=referent, seen=1
    )
    with pytest.raises(Refused):
        meetings.note_attendance(
            meeting=meeting, noted={make_organisation("hulp"): Presence.ABSENT}, by=referent, seen=2
        )
    assert Attendance.objects.get(meeting=meeting).organisation.slug == "actie"


def test_two_people_who_note_attendance_at_once_lose_nothing():
    meeting = make_meeting(make_group(seats=["actie"]), DAY)
    how = {"meeting": meeting, "by": cell(), "seen": 1}
    meetings.note_attendance(noted={make_organisation("actie"): Presence.PRESENT}, **how)
    with pytest.raises(Conflict):
        meetings.note_attendance(noted={make_organisation("actie"): Presence.ABSENT}, **how)
    assert Attendance.objects.get(meeting=meeting).presence == "present"


def test_an_agenda_point_is_put_in_the_name_of_an_organisation_that_takes_part():
    meeting = make_meeting(make_group(seats=["actie"]), DAY, "planned")
    point = {"meeting": meeting, "words": Text({"nl": "Cijfers"})}
    by = make_who(Role.REFERENT, "actie")
    meetings.propose_point(**point, organisation=make_organisation("actie"), by=by)
    for refused in (make_who(Role.REFERENT, "hulp"), make_who(Role.MEMBER, "actie")):
        with pytest.raises(Refused):
            meetings.propose_point(**point, organisation=make_organisation("actie"), by=refused)
    assert not Event.objects.get().is_public


def test_only_a_meeting_that_was_held_decides():
    meeting = make_meeting(make_group(), DAY, "planned")
    with pytest.raises(ValidationError):
        resolutions.take_resolution(meeting=meeting, words=Text({"nl": "Ja."}), by=cell())


def test_a_decision_is_told_in_the_log_of_all_that_it_touches():
    meeting = make_meeting(make_group(), DAY)
    resolution = resolutions.take_resolution(
        meeting=meeting, words=Text({"nl": "Ja."}), by=cell(), organisation=make_organisation("actie"),
        measures=Measure.objects.filter(number=16), actions=[make_action("a-1")],
    )  # fmt: skip
    assert resolution.code == "1.1"
    for subject in ("measure:16", "action:a-1", "organisation:actie", "group:groep"):
        assert Event.objects.about(subject).get().sentence == "“Groep groep” decided (1.1): Ja."


def test_correcting_what_a_decision_touches_counts_as_a_change_of_it():
    resolution = make_resolution(make_meeting(make_group(), DAY), measures=[16])
    how = {"resolution": resolution, "by": cell(), "seen": 1, "why": "vergissing", "actions": []}
    resolutions.amend_resolution(measures=Measure.objects.filter(number=29), **how)
    now = Resolution.objects.whole().get(pk=resolution.pk)
    assert (now.measure_numbers, now.version) == ([29], 2)
    assert set(Event.objects.get().subjects.values_list("name", flat=True)) >= {"measure:16", "measure:29"}
    with pytest.raises(Conflict):
        resolutions.amend_resolution(measures=Measure.objects.filter(number=8), **{**how, "resolution": now})


def test_correcting_words_alone_keeps_what_it_touches():
    resolution = make_resolution(make_meeting(make_group(), DAY), measures=[16])
    resolutions.amend_resolution(
        resolution=resolution, by=cell(), seen=1, why="tikfout", words=Text({"nl": "Nee."}),
        measures=Measure.objects.filter(number=16), actions=[],
    )  # fmt: skip
    assert str(Resolution.objects.get(pk=resolution.pk).words) == "Nee."
    assert Event.objects.get().why == "tikfout"


def test_a_decision_is_carried_out_after_it_was_taken():
    resolution = make_resolution(make_meeting(make_group(), DAY), organisation="actie")
    how = {"resolution": resolution, "done_words": None, "by": make_who(Role.MEMBER, "actie"), "seen": 1}
    with pytest.raises(ValidationError):
        resolutions.finish_resolution(done_date=dt.date(2026, 3, 1), **how)
    resolutions.finish_resolution(done_date=dt.date(2026, 3, 5), **how)
    assert not Resolution.objects.open().filter(pk=resolution.pk).exists()


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER, Role.REFERENT, Role.ADMINISTRATOR])
def test_only_the_cell_runs_groups(role):
    meeting = make_meeting(make_group(seats=["huis-maan"]), DAY)
    who = make_who(role)
    for act in (
        lambda: groups.set_up_group(by=who),
        lambda: groups.edit_group(group=meeting.group, by=who, seen=1, kind="other"),
        lambda: groups.take_seat(
            group=meeting.group, organisation=make_organisation(), since_date=DAY, by=who
        ),
        lambda: groups.leave_seat(
            seat=Seat.objects.filter(group__slug="groep").get(), until_date=DAY, by=who
        ),
        lambda: meetings.plan_meeting(group=meeting.group, date=DAY, is_online=True, place=None, by=who),
        lambda: meetings.hold_meeting(meeting=meeting, by=who, seen=1),
        lambda: meetings.cancel_meeting(meeting=meeting, reason="x", by=who, seen=1),
        lambda: resolutions.take_resolution(meeting=meeting, words=Text({"nl": "Ja."}), by=who),
    ):
        with pytest.raises(Refused):
            act()
    assert not Event.objects.exists()
