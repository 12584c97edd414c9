"""The public page of what is held up: honest when nothing is known, complete when something is."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
import time_machine
from django.test import Client
from tests.pages.counting import counted_queries

from relais.apps.coordination.tests.make import forget_actions, make_action, make_blocker, make_gate
from relais.apps.plan.models import Actor, Link, Measure

pytestmark = pytest.mark.django_db

PAGE = "/en/held-up/"
TODAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def today() -> Any:
    forget_actions()
    with time_machine.travel(dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC), tick=False):
        yield


def make_link(source: int, kind: str, target: int) -> None:
    ends = {"source": Measure.objects.get(number=source), "target": Measure.objects.get(number=target)}
    Link.objects.create(**ends, kind=kind, origin="editorial", confidence="high", reason={"nl": "Zo."})


def words_of(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", "", response.content.decode()).split())


def test_an_empty_page_does_not_say_that_all_is_well(client: Client) -> None:
    page = words_of(client)
    assert "No blocker has been reported. That does not mean that nothing is stuck." in page
    assert "Only an action with a due date can be." in page


def test_a_blocker_says_since_when_why_who_can_lift_it_and_by_which_way_it_holds_up(client: Client) -> None:
    Link.objects.all().delete()
    make_link(37, "requires", 12)
    action = make_action("a-1", title={"en": "A counter"}, measures=[12])
    make_blocker(action, lifter=Actor.objects.get(slug="actiris"))
    page = words_of(client)
    assert "blocked since 15 January 2026: no budget" in page and "Who can lift it: Actiris" in page
    assert "Holds up 2 others" in page
    line = (
        "A counter (blocked since 15 January 2026: no budget) is the only known action that answers"
        " measure 12 → measure 37 requires measure 12"
    )
    assert line in page


def test_who_can_lift_it_may_be_unknown_and_is_said_to_be(client: Client) -> None:
    make_blocker(make_action())
    assert "It is not known who can lift it." in words_of(client)


def test_one_of_several_is_said_to_be_one_of_several(client: Client) -> None:
    make_action(title={"en": "Late one"}, measures=[12], due_date=dt.date(2026, 11, 1))
    make_action(measures=[12])
    line = "Late one (late: was due on 1 November 2026) is one of the 2 known actions that answer measure 12"
    assert line in words_of(client)


def test_a_gate_that_nobody_knows_of_is_unknown(client: Client) -> None:
    make_gate(make_action(title={"en": "Waiter"}), other=make_action(title={"en": "First"}))
    page = words_of(client)
    assert "Waiteronce First is adoptednot known" in page


def test_a_measure_shows_what_holds_it_up(client: Client) -> None:
    make_action(title={"en": "A counter"}, measures=[12], due_date=dt.date(2026, 11, 1))
    assert "A counter (late: was due on 1 November 2026) is the only" in words_of(client, "/en/measures/12/")
    assert "No trouble is known before this measure." in words_of(client, "/en/measures/50/")


def test_the_chain_tells_how_many_are_held_up(client: Client) -> None:
    Link.objects.all().delete()
    make_action(measures=[12], due_date=dt.date(2026, 11, 1))
    assert "Today 1 measure is held up by an action in trouble" in words_of(client, "/en/chain/")


def test_drafts_are_nowhere(client: Client) -> None:
    draft = make_action(title={"en": "Secret"}, measures=[12], is_draft=True, due_date=dt.date(2026, 1, 1))
    make_blocker(draft)
    make_gate(make_action(), other=draft)
    for address in (PAGE, "/en/measures/12/", "/en/what-if/?delay=12:90"):
        assert "Secret" not in words_of(client, address)
    assert "an action that is not public yet" in words_of(client)


def test_invented_actions_are_said_to_be_invented(client: Client) -> None:
    assert "Fiction" not in words_of(client)
    make_action(is_fictional=True)
    assert "Fiction" in words_of(client) and "Fiction" in words_of(client, "/en/what-if/")


@pytest.mark.parametrize(
    "address",
    [PAGE, "/en/what-if/?drop=12&delay=37:90", "/en/measures/12/", "/en/chain/", "/en/actions/a-1/"],
)
def test_the_page_asks_the_database_as_often_whatever_there_is(client: Client, address: str) -> None:
    def more() -> None:
        action = make_action(measures=[12, 37], due_date=dt.date(2026, 11, 1))
        make_blocker(action, lifter=Actor.objects.get(slug="actiris"))
        make_gate(make_action(measures=[12]), other=action)
        make_gate(action, kind="indicator", indicator="x", threshold=1)

    def counted() -> int:
        with counted_queries() as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    make_blocker(make_action("a-1", measures=[37]))
    more()
    client.get(address)
    once = counted()
    for _ in range(3):
        more()
    assert counted() == once
