"""What each role may do and open: the matrix, cell by cell (tests/permissions)."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from relais.apps.accounts.who import NOBODY
from tests.pages.counting import counted_queries
from tests.permissions.matrix import Line, lines, predicates, takes
from tests.permissions.stage import Stage, made, make_stage

pytestmark = pytest.mark.django_db

LANGUAGE = "nl"
ACTS = [line for line in lines() if not line.is_page]
PAGES = [line for line in lines() if line.is_page]


def name(line: Line) -> str:
    return f"{line.page}: {line.case}" if line.case else line.page


@pytest.fixture
def stage() -> Stage:
    return make_stage()


@pytest.mark.parametrize("line", ACTS, ids=name)
def test_each_role_may_do_what_the_matrix_says(stage: Stage, line: Line) -> None:
    predicate = predicates()[line.what]
    rows = made(line.room, "CASES", line.case, stage)
    assert len(rows) == takes(predicate), f"CASES[{line.case!r}] of {line.room} must give {takes(predicate)}"
    everyone = {"reader": NOBODY} | {column: person.who() for column, person in stage.people.items()}
    with counted_queries() as asked:
        found = {column: "yes" if predicate(who, *rows) else "no" for column, who in everyone.items()}
    assert found == line.cells
    assert asked == [], "a permission reads prefetched rows: it costs no query"


@pytest.mark.parametrize("line", PAGES, ids=name)
def test_each_role_opens_what_the_matrix_says(stage: Stage, line: Line) -> None:
    arguments = made(line.room, "PAGES", name(line), stage)
    with override(LANGUAGE):
        address = reverse(line.page, args=arguments)
    found = {"reader": _answer(Client().get(address), address)}
    for column, person in stage.people.items():
        client = Client()
        client.force_login(person)
        found[column] = _answer(client.get(address), address)
    assert found == line.cells


def _answer(response: HttpResponse, address: str) -> str:
    if response.status_code == 302:
        with override(LANGUAGE):
            door = f"{reverse('account_login')}?next={address}"
        return "sign in" if response["Location"] == door else "elsewhere"
    return {200: "yes", 403: "no", 404: "not found", 405: "form only"}[response.status_code]
