"""The desk, what a person chooses, the calendars and the feed."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree

import pytest
from django.test import Client
from icalendar import Calendar
from tests.pages.counting import counted_queries

from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.actions import record
from relais.apps.audit.models import Event
from relais.apps.coordination.models import Action
from relais.apps.coordination.tests.make import forget_actions, make_action, make_who
from relais.apps.coordination.vocabulary import Phase
from relais.apps.plan.models import Theme
from relais.apps.reminder.models import CalendarKey, Preference
from relais.apps.reminder.tests.make import DAY, NEWS, TODAY, make_due, make_person
from relais.apps.reminder.unspoken import SHOWN
from relais.apps.reminder.verbs import MAILS_CHOSEN
from relais.apps.reporting.actions import state_voice

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def quiet_house(settings, time_machine):
    settings.PUBLIC_ADDRESS = "https://relais.example"
    time_machine.move_to(dt.datetime(2026, 6, 1, 8, tzinfo=dt.UTC), tick=False)


def signed_in(organisation: str = "actie", role: Role = Role.MEMBER) -> Client:
    client = Client()
    client.force_login(make_person(f"{role}@{organisation}.example.org", organisation, role))
    return client


def words_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_desk_shows_what_waits_late_first_and_nothing_of_others():
    for days, organisation in [(40, "actie"), (3, "actie"), (-1, "actie"), (2, "hulp")]:
        make_due(TODAY + days * DAY, organisation)
    page = words_of(signed_in(), "/en/tasks/")
    places = [page.index(f"#decision-{number}") for number in (3, 2, 1)]
    assert places == sorted(places)
    assert "#decision-4" not in page
    assert [re.sub("<.*?>", "", h) for h in re.findall(r"<h2 id.*?</h2>", page)] == [
        "Late (1)", "Within 30 days (1)", "Later (1)", "Where to go",
    ]  # fmt: skip


def test_the_cell_sees_what_waits_for_the_cell():
    make_due(TODAY, organisation=None)
    assert "for the coordination cell" in words_of(signed_in("cel", Role.CELL), "/en/tasks/")
    assert "Nothing waits for you now." in words_of(signed_in("actie"), "/en/tasks/")


def test_an_observer_is_led_to_what_they_said_nothing_of_this_year(time_machine):
    forget_actions()
    for code in ("said", "silent", "long-ago", "of-the-owner"):
        make_action(code, owners=["actie"])
    make_action("draft", is_draft=True)
    make_action("stopped", phase=Phase.STOPPED)

    def say(voice: str, subject: Action | Theme, role: Role, organisation: str) -> None:
        state_voice(voice=voice, subject=subject, by=make_who(role, organisation), seen=0, activity="planned",
                    effect="unknown", words="Zo.", language="nl", links=[])  # fmt: skip

    time_machine.move_to(dt.datetime(2025, 12, 31, 12, tzinfo=dt.UTC))
    say("observer", Action.objects.get(code="long-ago"), Role.OBSERVER, "waarnemer")
    time_machine.move_to(dt.datetime(2026, 6, 1, 8, tzinfo=dt.UTC))
    say("observer", Action.objects.get(code="said"), Role.OBSERVER, "waarnemer")
    say("observer", Action.objects.get(code="silent"), Role.OBSERVER, "een-ander")
    say("owner", Action.objects.get(code="of-the-owner"), Role.MEMBER, "actie")
    say("observer", Theme.objects.get(number=5), Role.OBSERVER, "waarnemer")
    page = words_of(signed_in("waarnemer", Role.OBSERVER), "/en/tasks/")
    assert set(re.findall(r"/voices/actions/([\w-]+)/observer/", page)) == {
        "silent", "long-ago", "of-the-owner",
    }  # fmt: skip
    themes = {int(number) for number in re.findall(r"/voices/themes/(\d+)/observer/", page)}
    assert themes == {theme.number for theme in Theme.objects.all()} - {5}
    assert "Speak as the observer" not in words_of(signed_in(), "/en/tasks/")


def test_many_actions_are_counted_and_not_all_listed():
    forget_actions()
    for _ in range(SHOWN + 2):
        make_action()
    page = words_of(signed_in("waarnemer", Role.OBSERVER), "/en/tasks/")
    assert page.count("/voices/actions/") == SHOWN
    assert "2 more actions, in the list of actions" in page


def test_twice_as_many_tasks_are_not_more_queries():
    client = signed_in()

    def asked() -> int:
        with counted_queries() as queries:
            words_of(client, "/en/tasks/")
        return len(queries)

    make_due(TODAY)
    before = asked()
    for _ in range(10):
        make_due(TODAY)
    assert asked() == before


def test_a_person_chooses_which_mails_they_get():
    client = signed_in()
    page = words_of(client, "/en/mails/")
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert client.post("/en/mails/", {**hidden, "mails": "weekly"}).status_code == 303
    assert Preference.objects.get().mails == "weekly"
    assert not Event.objects.get(verb="mails-chosen").is_public


def test_the_address_of_a_calendar_is_shown_once_and_ends_when_it_is_made_anew():
    client = signed_in()
    make_due(TODAY + 3 * DAY)
    make_due(TODAY + 3 * DAY, "hulp")
    first = make_address(client)
    assert first not in words_of(client, "/en/mails/"), "shown once"
    assert CalendarKey.objects.get().secret_hash not in first
    anyone = Client()
    response = anyone.get(first)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in response["Cache-Control"]
    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert str(event["summary"]).startswith("Carry out decision 1.1")
    second = make_address(client)
    assert (anyone.get(first).status_code, anyone.get(second).status_code) == (404, 200)
    change(client, "close")
    assert anyone.get(second).status_code == 404


def make_address(client: Client) -> str:
    change(client, "open")
    page = words_of(client, "/en/mails/")
    return re.search(r"https://relais\.example(/en/dates/[\w-]+\.ics)", page)[1]


def change(client: Client, wanted: str) -> None:
    page = words_of(client, "/en/mails/calendar/")
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert client.post("/en/mails/calendar/", {**hidden, "wanted": wanted}).status_code == 303


def test_the_public_calendar_has_whole_days_and_identifiers_that_stay(client: Client):
    due = make_due(dt.date(2026, 7, 1))
    found = {}
    for language, address in [("nl", "/nl/datums.ics"), ("fr", "/fr/dates.ics"), ("en", "/en/dates.ics")]:
        response = client.get(address)
        calendar = Calendar.from_ical(response.content)
        assert calendar.to_ical() == response.content
        events = {str(e["url"]): e for e in calendar.walk("VEVENT")}
        found[language] = next(
            e for url, e in events.items() if url.endswith(f"groep/1/#decision-{due.number}")
        )
    assert len({str(event["uid"]) for event in found.values()}) == 1
    assert len({str(event["summary"]) for event in found.values()}) == 3
    event = found["en"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2026, 7, 1), dt.date(2026, 7, 2))
    assert "invented example" in event["summary"]


def test_a_calendar_and_a_feed_are_the_same_bytes_until_something_changes(client: Client, time_machine):
    make_due(dt.date(2026, 7, 1))
    for address in ("/en/dates.ics", "/en/changes.atom"):
        first = client.get(address)
        time_machine.move_to(dt.datetime(2026, 6, 2, 9, tzinfo=dt.UTC), tick=False)
        assert client.get(address).content == first.content
        assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    record(NEWS, by=make_who(), about=["measure:16"], after={"what": "it"})
    assert client.get("/en/changes.atom", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_the_feed_tells_public_acts_newest_first_with_what_atom_asks(client: Client):
    for number in (16, 17):
        record(NEWS, by=make_who(), about=[f"measure:{number}"], after={"what": f"n{number}"})
    record(MAILS_CHOSEN, by=make_who(), about=["measure:16"], after={})
    response = client.get("/fr/changements.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Huis Maan did n17", "Huis Maan did n16"]
    assert entries[0].find(f"{ATOM}link").get("href") == "https://relais.example/fr/mesures/17/"
    for part in (feed, *entries):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", part.findtext(f"{ATOM}id"))
        assert dt.datetime.fromisoformat(part.findtext(f"{ATOM}updated")).tzinfo
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    english = ElementTree.fromstring(client.get("/en/changes.atom").content)
    assert len(set(ids)) == 2
    assert english.findtext(f"{ATOM}id") != feed.findtext(f"{ATOM}id")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"


def test_the_feed_about_one_measure_tells_that_measure_only(client: Client):
    for number in (16, 17):
        record(NEWS, by=make_who(), about=[f"measure:{number}"], after={"what": f"n{number}"})
    feed = client.get("/en/changes.atom?about=measure:16").content.decode()
    assert "n16" in feed and "n17" not in feed
    page = words_of(client, "/en/measures/16/")
    assert 'type="application/atom+xml"' in page and "/en/changes.atom?about=measure:16" in page


@pytest.mark.parametrize(
    "about", ["measure:999", "measure:x", "measure:", "16", "<script>", "measure:²", "a:" + "b" * 90]
)
def test_a_feed_about_nothing_that_is_there_is_not_found(client: Client, about: str):
    assert client.get("/en/changes.atom", {"about": about}).status_code == 404
