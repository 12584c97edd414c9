"""What stops an action is told, once, by those who carry it, and lifted by them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.translation import override

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.actions import Conflict
from relais.apps.audit.models import Event
from relais.apps.coordination import models as m
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.actions import blocking as acts
from relais.apps.coordination.tests.make import make_action, make_blocker, make_gate, make_user, make_who
from relais.apps.plan.models import Actor

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
YESTERDAY = dt.date(2026, 11, 23)
SAID = {"cause": v.Cause.BUDGET, "language": "nl", "words": "Er is geen geld.", "since_date": YESTERDAY}


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel(dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC), tick=False), override("en"):
        yield


def test_what_is_reported_stands_with_its_organisation_and_is_told_in_public() -> None:
    action = make_action("a-1", measures=[12], owners=["huis-maan"])
    lifter = Actor.objects.get(slug="actiris")
    blocker = acts.report_blocker(action=action, by=make_who(), lifter=lifter, **SAID)
    assert (blocker.reported_by.slug, blocker.words["nl"]) == ("huis-maan", SAID["words"])
    event = Event.objects.get()
    assert event.is_public and "Er is geen geld." in event.sentence
    assert event.after["lifter"] == "actiris" and event.after["cause"] == "budget"
    assert {s.name for s in event.subjects.all()} >= {"action:a-1", "measure:12", f"blocker:{blocker.pk}"}


def test_a_blocker_of_a_draft_is_not_told_in_public() -> None:
    acts.report_blocker(action=make_action(owners=["huis-maan"], is_draft=True), by=make_who(), **SAID)
    assert not Event.objects.get().is_public


@pytest.mark.parametrize(
    "how", [{"since_date": dt.date(2026, 11, 25)}, {"words": "  "}], ids=["in the future", "without words"]
)
def test_what_cannot_be_so_is_refused(how: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        acts.report_blocker(action=make_action(owners=["huis-maan"]), by=make_who(), **{**SAID, **how})
    assert not m.Blocker.objects.exists() and not Event.objects.exists()


def test_a_correction_keeps_what_was_said_before_in_the_trail() -> None:
    blocker = make_blocker(make_action(owners=["huis-maan"]))
    acts.correct_blocker(blocker=blocker, by=make_who(), seen=1, **{**SAID, "words": "Er is weinig geld."})
    event = Event.objects.get()
    assert event.before["words"] == {"nl": "Er is geen geld."}
    assert event.after["words"] == {"nl": "Er is weinig geld."}


def test_a_correction_adds_a_language_and_keeps_the_others() -> None:
    blocker = make_blocker(make_action(owners=["huis-maan"]))
    said = {**SAID, "language": "fr", "words": "Il n’y a pas d’argent."}
    acts.correct_blocker(blocker=blocker, by=make_who(), seen=1, **said)
    blocker.refresh_from_db()
    assert dict(blocker.words) == {"nl": "Er is geen geld.", "fr": "Il n’y a pas d’argent."}


def test_a_lifted_blocker_stays_and_may_come_back() -> None:
    action = make_action(owners=["huis-maan"])
    blocker = make_blocker(action)
    acts.lift_blocker(blocker=blocker, by=make_who(), seen=1, lifted_date=YESTERDAY, lifted_words="Krediet.")
    assert not m.Blocker.objects.get().is_open
    acts.lift_blocker(blocker=blocker, by=make_who(), seen=2, lifted_date=None)
    assert m.Blocker.objects.get().is_open
    assert [e.verb for e in Event.objects.order_by("pk")] == ["blocker-lifted", "blocker-back"]


def test_it_is_not_lifted_before_it_began() -> None:
    blocker = make_blocker(make_action(owners=["huis-maan"]), since_date=TODAY)
    with pytest.raises(ValidationError):
        acts.lift_blocker(blocker=blocker, by=make_who(), seen=1, lifted_date=YESTERDAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        m.Blocker.objects.update(lifted_date=YESTERDAY)


def test_two_at_once_lose_nothing() -> None:
    blocker = make_blocker(make_action(owners=["huis-maan"]))
    acts.lift_blocker(blocker=blocker, by=make_who(), seen=1, lifted_date=YESTERDAY)
    with pytest.raises(Conflict):
        acts.correct_blocker(blocker=blocker, by=make_who(), seen=1, **SAID | {"cause": v.Cause.LAW})
    assert m.Blocker.objects.get().cause == v.Cause.BUDGET


def test_a_gate_tells_both_actions() -> None:
    action, other = make_action("a-1", owners=["huis-maan"]), make_action("a-2")
    acts.add_gate(action=action, by=make_who(), kind="adopted", other=other)
    event = Event.objects.get()
    assert {s.name for s in event.subjects.all()} >= {"action:a-1", "action:a-2"}
    assert other.title["nl"] in event.sentence


def test_gates_never_make_a_circle() -> None:
    first, second, third = (make_action(owners=["huis-maan"]) for _ in range(3))
    make_gate(first, other=second)
    make_gate(second, other=third)
    with pytest.raises(ValidationError, match="for ever"):
        acts.add_gate(action=third, by=make_who(), kind="finished", other=first)
    with pytest.raises(ValidationError, match="for ever"):
        acts.add_gate(action=third, by=make_who(), kind="finished", other=third)


@pytest.mark.parametrize(
    "given", [{"kind": "indicator"}, {"kind": "indicator", "indicator": "x"}, {"kind": "adopted"}]
)
def test_a_gate_waits_for_one_thing_that_is_named(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        acts.add_gate(action=make_action(owners=["huis-maan"]), by=make_who(), **given)


def test_a_gate_does_not_tell_of_a_draft() -> None:
    draft = make_action(is_draft=True)
    with pytest.raises(ValidationError):
        acts.add_gate(action=make_action(owners=["huis-maan"]), by=make_who(), kind="adopted", other=draft)


def test_a_value_opens_a_gate_and_has_its_day() -> None:
    action = make_action(owners=["huis-maan"])
    figure = {"kind": "indicator", "indicator": "gezinnen", "threshold": Decimal(100)}
    gate = acts.add_gate(action=action, by=make_who(), **figure)
    with pytest.raises(ValidationError):
        acts.note_gate_value(gate=gate, by=make_who(), seen=1, value=Decimal(120), value_date=None)
    acts.note_gate_value(gate=gate, by=make_who(), seen=1, value=Decimal(120), value_date=TODAY)
    assert m.Gate.objects.get().state(None) == v.GateState.OPEN


def test_the_observer_notes_a_figure_and_sets_no_gate() -> None:
    gate = make_gate(make_action(owners=["huis-maan"]), kind="indicator", indicator="x", threshold=1)
    observer = make_who(Role.OBSERVER, "observatorium")
    acts.note_gate_value(gate=gate, by=observer, seen=1, value=Decimal(2), value_date=TODAY)
    with pytest.raises(Refused):
        acts.remove_gate(gate=gate, by=observer, seen=2, reason="Zo.")


def test_a_removed_gate_is_told_and_a_second_removal_says_who_was_first() -> None:
    gate = make_gate(make_action(owners=["huis-maan"]), other=make_action())
    acts.remove_gate(gate=gate, by=make_who(), seen=1, reason="Niet meer nodig.")
    assert Event.objects.get().why == "Niet meer nodig." and not m.Gate.objects.exists()
    with pytest.raises(ValidationError):
        acts.remove_gate(gate=gate, by=make_who(), seen=1, reason="Niet meer nodig.")


STRANGERS = [(Role.MEMBER, "ander-huis"), (Role.OBSERVER, "huis-maan"), (Role.ADMINISTRATOR, "huis-maan")]


@pytest.mark.parametrize(("role", "organisation"), STRANGERS)
def test_others_report_correct_lift_and_gate_nothing(role: Role, organisation: str) -> None:
    action, who = make_action(owners=["huis-maan"]), make_who(role, organisation)
    blocker, gate = make_blocker(action), make_gate(action, other=make_action())
    for act in (
        lambda: acts.report_blocker(action=action, by=who, **SAID),
        lambda: acts.correct_blocker(blocker=blocker, by=who, seen=1, **SAID),
        lambda: acts.lift_blocker(blocker=blocker, by=who, seen=1, lifted_date=TODAY),
        lambda: acts.add_gate(action=action, by=who, kind="adopted", other=make_action()),
        lambda: acts.remove_gate(gate=gate, by=who, seen=1, reason="Zo."),
    ):
        with pytest.raises(Refused):
            act()
    assert not Event.objects.exists()


# The same through pages.

BLOCKERS = "/en/actions/a-1/edit/blockers/"


def signed_in(client: Client, role: Role = Role.MEMBER, organisation: str = "huis-maan") -> Client:
    client.force_login(make_user(role, organisation))
    return client


def filled(client: Client, address: str, **fields: Any) -> dict[str, Any]:
    """What a browser sends from the page: what stands in it, and what was filled in."""
    form = client.get(address).context["form"]
    begun = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in {**begun, **fields}.items() if value is not None}


@pytest.mark.parametrize("organisation", ["huis-maan", "cel"])
def test_owners_and_the_cell_report_lift_and_see_it_on_the_page(client: Client, organisation: str) -> None:
    make_action("a-1", measures=[12], owners=["huis-maan"])
    signed_in(client, Role.CELL if organisation == "cel" else Role.MEMBER, organisation)
    sent = filled(client, BLOCKERS, **SAID)
    assert client.post(BLOCKERS, sent).status_code == 303
    assert client.post(BLOCKERS, sent).status_code == 303  # a second click
    blocker = m.Blocker.objects.get()
    page = client.get("/en/actions/a-1/").content.decode()
    assert "Er is geen geld." in page and "no budget" in page
    lift = f"{BLOCKERS}{blocker.pk}/remove/"
    assert client.post(lift, filled(client, lift, lifted_words="Krediet.")).status_code == 303
    assert "1 blocker was lifted" in client.get("/en/actions/a-1/").content.decode()


def test_an_edit_over_another_shows_both_versions(client: Client) -> None:
    blocker = make_blocker(make_action("a-1", owners=["huis-maan"]))
    signed_in(client)
    address = f"{BLOCKERS}{blocker.pk}/"
    mine = filled(client, address, cause=v.Cause.STAFF)
    acts.correct_blocker(blocker=blocker, by=make_who(), seen=1, **{**SAID, "cause": v.Cause.LAW})
    response = client.post(address, mine)
    page = response.content.decode()
    assert response.status_code == 409
    assert "no staff" in page and "the law does not allow it yet" in page


def test_readers_see_what_stops_it_and_no_way_to_change_it(client: Client) -> None:
    make_blocker(make_action("a-1", owners=["huis-maan"]))
    page = client.get("/en/actions/a-1/").content.decode()
    assert "Er is geen geld." in page and "/edit/" not in page


def test_a_gate_is_added_noted_and_removed_through_pages(client: Client) -> None:
    make_action("a-1", owners=["huis-maan"])
    signed_in(client)
    gates = "/en/actions/a-1/edit/gates/"
    sent = filled(client, gates, kind="indicator", indicator="gezinnen", threshold="12000")
    assert client.post(gates, sent).status_code == 303
    gate = m.Gate.objects.get()
    noted = filled(client, f"{gates}{gate.pk}/", value="9300", value_date="2026-06-30")
    assert client.post(f"{gates}{gate.pk}/", noted).status_code == 303
    page = " ".join(client.get("/en/actions/a-1/").content.decode().split())
    assert "at least 12,000" in page and "9,300" in page
    remove = f"{gates}{gate.pk}/remove/"
    assert client.post(remove, filled(client, remove, reason="Niet nodig.")).status_code == 303
    assert not m.Gate.objects.exists()
