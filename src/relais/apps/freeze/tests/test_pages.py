"""Pages of freezes: what a reader gets, what the cell can do, and the files as they were hashed."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests.pages.counting import counted_queries

from relais.apps.accounts.models import Membership, Organisation, User
from relais.apps.accounts.vocabulary import Role
from relais.apps.freeze.models import Freeze, FreezeQuerySet
from relais.apps.freeze.tests.make import make_freeze
from relais.apps.plan.models import Measure
from relais.core.texts.text import Text

pytestmark = pytest.mark.django_db

NEW = "/en/freezes/new/"


def signed_in(role: Role) -> Client:
    user = User.objects.create(email=f"{role}@example.org", name="Someone")
    body = Organisation.objects.create(slug=f"a-{role}", name=Text({"nl": "Een dienst"}))
    Membership.objects.create(user=user, organisation=body, role=role)
    client = Client()
    client.force_login(user)
    return client


def filled(**fields: Any) -> dict[str, Any]:
    return {"token": uuid4(), "acting_for": f"a-{Role.CELL}", "year": 2024, "why": "", **fields}


def test_the_json_is_exactly_what_was_hashed(client: Client) -> None:
    frozen = make_freeze()
    response = client.get("/fr/instantanes/2024/donnees.json")
    assert hashlib.sha256(response.content).hexdigest() == frozen.sha256
    assert response["Content-Disposition"] == 'attachment; filename="relais-2024.json"'
    page = client.get("/fr/instantanes/2024/").content.decode()
    assert f"{frozen.sha256}  relais-2024.json" in page
    assert "sha256sum relais-2024.json" in page


def test_tables_and_spreadsheet_hold_the_same_rows(client: Client) -> None:
    make_freeze()
    with zipfile.ZipFile(io.BytesIO(client.get("/nl/momentopnames/2024/gegevens.csv").content)) as archive:
        assert len(archive.read("measures.csv").splitlines()) == 101
    assert client.get("/nl/momentopnames/2024/gegevens.xlsx").content[:2] == b"PK"
    said = json.loads(client.get("/nl/momentopnames/2024/gegevens.json").content)
    assert said["year"] == 2024


@pytest.mark.parametrize("rest", ["1999/", "2024-2/", "x/", "2024/data.pdf", "compare.zip?from=1999"])
def test_what_was_never_frozen_is_not_found(client: Client, rest: str) -> None:
    assert client.get(f"/en/freezes/{rest}").status_code == 404


def test_an_older_edition_leads_to_the_newer_one(client: Client) -> None:
    make_freeze()
    Measure.objects.filter(number=1).update(page=7)
    make_freeze(why="A page number was wrong")
    assert "A page number was wrong" in client.get("/en/freezes/2024/").content.decode()
    changed = client.get("/en/freezes/compare/?from=2024&to=2024-2").content.decode()
    assert "passage_page" in changed


def test_comparison_as_a_file_has_a_line_for_each_difference(client: Client) -> None:
    make_freeze()
    Measure.objects.filter(number=1).update(page=7)
    make_freeze(why="A page number was wrong")
    content = client.get("/en/freezes/compare.zip?from=2024&to=2024-2").content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        lines = archive.read("differences.csv").decode("utf-8-sig").splitlines()
    assert lines[0] == "table,row,what,column,old,new"
    assert [line for line in lines[1:] if not line.startswith("measures,1,changed,passage_page,")] == []


def test_without_a_freeze_the_pages_say_what_will_come(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FreezeQuerySet, "newest_first", FreezeQuerySet.none)
    assert "Nothing has been frozen yet" in client.get("/en/freezes/").content.decode()
    assert "There is no balance yet" in client.get("/en/balance/").content.decode()
    assert "Two freezes are needed" in client.get("/en/freezes/compare/").content.decode()


def test_the_cell_freezes_with_a_button_and_a_second_click_does_nothing() -> None:
    cell, form = signed_in(Role.CELL), filled()
    assert cell.get(NEW).status_code == 200
    first = cell.post(NEW, form)
    assert (first.status_code, first["Location"]) == (303, "/en/freezes/2024/")
    Measure.objects.filter(number=1).update(page=7)
    assert cell.post(NEW, {**form, "why": "again"}).status_code == 303
    assert Freeze.objects.filter(year=2024).count() == 1


def test_what_is_wrong_is_told_and_nothing_is_kept() -> None:
    cell = signed_in(Role.CELL)
    make_freeze()
    Measure.objects.filter(number=1).update(page=7)
    response = cell.post(NEW, filled())
    assert response.status_code == 422
    assert "say why it is frozen again" in response.content.decode()
    assert Freeze.objects.filter(year=2024).count() == 1


@pytest.mark.parametrize("role", [r for r in Role if r != Role.CELL])
def test_nobody_else_sees_the_form_or_freezes(role: Role) -> None:
    other = signed_in(role)
    assert other.get(NEW).status_code == 403
    assert other.post(NEW, filled(acting_for=f"a-{role}")).status_code == 403
    assert NEW not in other.get("/en/freezes/").content.decode()


def test_a_reader_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(NEW).status_code == 302


def test_more_freezes_are_not_more_queries(client: Client) -> None:
    def asked() -> int:
        with counted_queries() as queries:
            client.get("/en/freezes/")
            client.get("/en/balance/")
        return len(queries)

    before = asked()
    for year in (2022, 2023, 2024):
        make_freeze(year)
    assert asked() == before
