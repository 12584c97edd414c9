"""The pages on which figures are proposed, looked at, accepted and refused; and those of releases."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from relais.apps.accounts.vocabulary import Role
from relais.apps.languages.addresses import address
from relais.apps.observatory import models as m
from relais.apps.observatory.tests.make import accept, make_file, propose, sign_in
from relais.apps.observatory.vocabulary import State

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city", "in_english")]

ALL, WOMEN = "04000 2024 _T _T 60123", "04000 2024 _T F 51000"
RAW = ("04000 2024 _T _T 171", "04000 2024 _T F 168", "04000 2024 _T M 3")


def send(client: Client, *rows: str, do: str = "", **told: str) -> Any:
    given = {
        "token": str(uuid4()), "recipe": "statbel-households", "edition": "2024", "do": do,
        "acting_for": "huis-maan", **told,
    }  # fmt: skip
    file = SimpleUploadedFile("file.csv", make_file(*rows))
    return client.post(address("observatory:propose"), {**given, "file": file})


def test_a_file_that_is_tried_is_shown_as_a_proposal_and_not_stored(client: Client) -> None:
    sign_in(client, Role.MEMBER)
    html = send(client, ALL).content.decode()
    assert "60,123" in html and "nothing is stored" in html
    assert not m.Release.objects.brought_in().exists()


def test_a_proposal_waits_among_the_tasks_of_the_cell_until_it_is_judged(client: Client) -> None:
    release = propose(ALL)
    sign_in(client, Role.CELL)
    page = address("observatory:proposal", release.pk)
    assert page in client.get(address("reminder:desk")).content.decode()
    accept(release)
    assert page not in client.get(address("reminder:desk")).content.decode()


def test_a_file_is_proposed_by_a_member_and_accepted_by_the_cell(client: Client) -> None:
    sign_in(client, Role.MEMBER)
    answer = send(client, ALL, do="second")
    release = m.Release.objects.brought_in().get()
    assert answer.status_code == 303 and answer.url == address("observatory:proposal", release.pk)
    assert client.get(address("observatory:accept", release.pk)).status_code == 403
    release.refresh_from_db()
    assert release.state == State.PROPOSED and not m.Observation.objects.current().filter(period="2024")


def test_files_are_called_by_their_name(client: Client) -> None:
    sign_in(client, Role.MEMBER)
    assert ">News on households</option>" in client.get(address("observatory:propose")).content.decode()


def test_what_is_wrong_in_a_file_is_told_beside_it(client: Client) -> None:
    sign_in(client, Role.MEMBER)
    for do in ("", "second"):
        answer = send(client, ALL, "09999 2024 _T _T 1", do=do)
        assert answer.status_code == 422
        assert "file.csv:3: place" in answer.content.decode()


def test_a_member_sees_what_their_organisation_proposed_and_nothing_else(client: Client) -> None:
    release = propose(ALL)
    sign_in(client, Role.MEMBER)
    assert str(release.source.title) not in client.get(address("observatory:proposals")).content.decode()
    assert client.get(address("observatory:proposal", release.pk)).status_code == 403


def test_nothing_of_a_proposal_is_public(client: Client) -> None:
    propose(ALL)
    assert "2024" not in client.get(address("observatory:releases")).content.decode()
    page = address("observatory:release", "statbel-households-2019", "2024")
    assert client.get(page).status_code == 404


def test_what_a_release_changed_is_public(client: Client) -> None:
    accept(propose(ALL, WOMEN))
    accept(propose(ALL.replace("60123", "60124"), edition="corrected"))
    page = address("observatory:release", "statbel-households-2019", "corrected")
    html = client.get(page).content.decode()
    assert "60,123" in html and "60,124" in html and "51,000" in html
    assert m.Release.objects.get(edition="corrected").sha256 in html
    only = client.get(page, {"of": "gone"}).content.decode()
    assert "51,000" in only and "60,124" not in only


@pytest.mark.parametrize("role", [None, Role.MEMBER, Role.CELL])
def test_no_page_shows_a_hidden_number_or_the_file(client: Client, role: Role | None) -> None:
    accept(propose("04000 2024 _T _T 171", edition="before", recipe="statbel-news"))
    release = propose(*RAW, recipe="statbel-raw", note="raw")
    if role:
        sign_in(client, role, "cel")
    if role != Role.CELL:
        accept(release)
    pages = [
        address("observatory:releases"), address("observatory:home"),
        address("observatory:release", "statbel-households-2019", "2024"),
        address("observatory:indicator", "single-parent-households"),
        address("observatory:proposals"), address("observatory:proposal", release.pk),
        address("observatory:accept", release.pk),
    ]  # fmt: skip
    for page in pages:
        html = client.get(page).content.decode()
        assert ">168<" not in html and ">3<" not in html and release.sha256 not in html
        assert "file.csv" not in html
    if role:
        assert "hidden to protect persons" in client.get(pages[5]).content.decode()


def test_the_list_and_a_release_take_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    for n in range(5):
        accept(propose(ALL.replace("60123", str(60000 + n)), WOMEN, edition=f"e{n}"))
    with django_assert_max_num_queries(3):
        client.get(address("observatory:releases"))
    with django_assert_max_num_queries(14):
        client.get(address("observatory:release", "statbel-households-2019", "e4"))


def test_a_proposal_takes_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    release = propose(ALL, WOMEN)
    sign_in(client, Role.MEMBER, "cel")
    with django_assert_max_num_queries(30):
        client.get(address("observatory:proposal", release.pk))
    with django_assert_max_num_queries(10):
        client.get(address("observatory:proposals"))
