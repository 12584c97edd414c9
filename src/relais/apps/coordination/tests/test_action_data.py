"""Actions as data: what programs may read, and what is due for whom."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from tests.emptying import remove
from tests.pages.counting import counted_queries

from relais.apps.coordination import models as m
from relais.apps.coordination.due import due_dates
from relais.apps.coordination.tests.make import (
    make_action,
    make_budget,
    make_data_gap,
    make_level_request,
    make_milestone,
    make_organisation,
)

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 12, 1)
KINDS = ("action:", "milestone:", "level-request:", "data-gap:")


@pytest.fixture(autouse=True)
def nothing_else() -> None:
    """The actions that every test database holds away: each test makes its own."""
    remove(m.Action.objects.all())


def ask(client: Client, what: str, **query: Any) -> Any:
    response = client.get(f"/api/v1/{what}", query)
    assert response.status_code == 200, response.content
    return response.json()


def due() -> dict[str, Any]:
    """What is due of the actions of the test, by key."""
    return {each.key: each for each in due_dates() if each.key.startswith(KINDS)}


def test_programs_read_what_anyone_reads_and_no_more(client: Client) -> None:
    make_action("one", measures=[16], owners=["huis-maan"], contact_person="An Peeters", due_date=DAY)
    make_action("secret", is_draft=True)
    listed = ask(client, "actions")
    assert [each["code"] for each in listed] == ["one"]
    assert listed[0]["answers"] == [{"measure": 16, "letter": "", "in_part": False}]
    assert listed[0]["owners"] == [{"organisation": "huis-maan", "role": "lead", "share": None}]
    assert "An Peeters" not in str(ask(client, "actions/one"))
    assert client.get("/api/v1/actions/secret").status_code == 404


def test_unknown_is_null_and_never_zero(client: Client) -> None:
    make_budget(make_action("one"), 2026, paid=0)
    told = ask(client, "actions/one")
    assert (told["result_value"], told["level"], told["description"]) == (None, None, None)
    assert told["completion"] == {"done": 0, "of": 0, "steps_done": 0, "steps": 0, "by_hand": False}
    assert (told["budgets"][0]["planned"], told["budgets"][0]["paid"]) == (None, 0)


def test_filters_of_programs_are_those_of_the_site(client: Client) -> None:
    make_action("one", measures=[16], decision="adopted")
    make_action("two", measures=[61])
    assert [each["code"] for each in ask(client, "actions", decision="adopted")] == ["one"]
    assert [each["code"] for each in ask(client, "actions", theme="999")] == []


def test_twice_the_actions_are_not_more_queries_for_programs(client: Client) -> None:
    asked = []
    for _ in range(2):
        for _ in range(3):
            action = make_action(measures=[16], owners=["huis-maan", "huis-zon"])
            make_milestone(action)
        with counted_queries() as queries:
            ask(client, "actions", decision="unknown")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_what_is_due_is_open_and_belongs_to_its_owners() -> None:
    action = make_action("one", owners=["huis-maan"], due_date=DAY)
    open_step, done = (
        make_milestone(action, due_date=DAY),
        make_milestone(action, due_date=DAY, done_date=DAY),
    )
    request = make_level_request(action, due_date=DAY)
    moon = make_organisation("huis-maan")
    found = due()
    assert set(found) == {"action:one", f"milestone:{open_step.pk}", f"level-request:{request.pk}"}
    assert f"milestone:{done.pk}" not in found
    assert all(each.organisations == {moon.pk} and each.is_public for each in found.values())
    m.Action.objects.update(phase="finished")
    m.LevelRequest.objects.update(reply="granted")
    assert due() == {}


def test_draft_is_due_for_its_owners_and_not_in_public() -> None:
    make_action("one", owners=["huis-maan"], due_date=DAY, is_draft=True)
    assert not due()["action:one"].is_public


def test_missing_figure_waits_for_its_owner_or_for_the_cell() -> None:
    sun = make_organisation("huis-zon")
    owned = make_data_gap(measure=16, owner=sun, due_date=DAY)
    nobodys = make_data_gap(make_action("one"), due_date=DAY)
    make_data_gap(measure=16, due_date=DAY, state="found")
    found = due()
    assert set(found) == {f"data-gap:{owned.pk}", f"data-gap:{nobodys.pk}"}
    assert found[f"data-gap:{owned.pk}"].organisations == {sun.pk}
    assert found[f"data-gap:{nobodys.pk}"].for_cell


def test_due_dates_ask_as_few_queries_for_many_as_for_one() -> None:
    asked = []
    for _ in range(2):
        for _ in range(3):
            action = make_action(owners=["huis-maan"], due_date=DAY)
            make_milestone(action, due_date=DAY)
            make_level_request(action, due_date=DAY)
            make_data_gap(action, due_date=DAY)
        with counted_queries() as queries:
            due()
        asked.append(len(queries))
    assert asked[0] == asked[1]
