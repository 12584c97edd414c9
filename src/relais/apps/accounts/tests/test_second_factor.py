"""An app that gives codes, recovery codes, and roles that rest until one of them is set up."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from tests.one_time import code_of

from relais.apps.accounts.models import User
from relais.apps.accounts.tests.make import PASSWORD, make_person, sign_in, signed_in
from relais.apps.accounts.vocabulary import Role

pytestmark = pytest.mark.django_db

APP = "/nl/account/second-factor/app/"
CODE = "/nl/account/second-factor/code/"


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to("2026-03-10 12:00", tick=False)
    return time_machine


def set_up(client: Client) -> str:
    """Set up an app as a person does; gives its key."""
    asked = client.get(APP)
    assert asked.status_code == 302, "the password is asked once more"
    client.post(asked["Location"], {"password": PASSWORD, "next": APP})
    secret = re.search(r'<code id="secret">(\w+)</code>', client.get(APP).content.decode())[1]
    done = client.post(APP, {"code": code_of(secret)})
    assert done["Location"].endswith("/second-factor/recovery-codes/")
    return secret


def test_app_is_set_up_and_its_codes_are_asked_from_then_on(noon, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        secret = set_up(signed_in(make_person(language="fr")))
    assert "Une application" in mail.outbox[-1].body
    noon.move_to("2026-03-10 13:00", tick=False)
    client = Client()
    assert sign_in(client)["Location"] == CODE
    assert client.get("/nl/mijn-account/").status_code == 302, "half signed in is not signed in"
    wrong = client.post(CODE, {"code": "000000"})
    assert "Deze code klopt niet" in wrong.content.decode()
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == "/nl/mijn-taken/"
    assert client.get("/nl/mijn-account/").status_code == 200


def test_code_opens_once(noon) -> None:
    secret = set_up(signed_in(make_person()))
    noon.move_to("2026-03-10 13:00", tick=False)
    answers = []
    for _ in range(2):
        client = Client()
        sign_in(client)
        answers.append(client.post(CODE, {"code": code_of(secret)}).status_code)
    assert answers == [302, 200]


def test_codes_cannot_be_guessed_one_after_another(noon) -> None:
    secret = set_up(signed_in(make_person()))
    noon.move_to("2026-03-10 13:00", tick=False)
    client = Client()
    sign_in(client)
    for guess in range(5):
        client.post(CODE, {"code": f"{guess:06}"})
    refused = client.post(CODE, {"code": code_of(secret)})
    assert refused.status_code == 200
    assert "Te veel pogingen" in refused.content.decode()


def test_recovery_code_replaces_the_app_once(noon) -> None:
    client = signed_in(make_person())
    set_up(client)
    shown = client.get("/nl/account/second-factor/recovery-codes/").content.decode()
    codes = re.findall(r"<li><code>(\w+)</code></li>", shown)
    assert len(codes) == 10
    file = client.get("/nl/account/second-factor/recovery-codes/file/")
    assert "attachment" in file["Content-Disposition"]
    assert all(code in file.content.decode() for code in codes)
    answers = []
    for _ in range(2):
        other = Client()
        sign_in(other)
        answers.append(other.post(CODE, {"code": codes[0]}).status_code)
    assert answers == [302, 200]
    assert "nog 9" in client.get("/nl/mijn-account/").content.decode()


def test_seed_is_not_readable_in_the_database() -> None:
    secret = set_up(signed_in(make_person()))
    rows = list(Authenticator.objects.values_list("data", flat=True))
    assert len(rows) == 2
    assert secret not in str(rows)


def test_picture_for_the_app_is_drawn_in_the_page() -> None:
    client = signed_in(make_person())
    client.post("/nl/account/reauthenticate/", {"password": PASSWORD})
    page = client.get(APP).content.decode()
    assert '<svg viewBox="0 0 ' in page
    assert "data:image" not in page
    assert " style=" not in page


def test_removing_the_app_asks_who_it_is_and_is_told_by_mail(noon) -> None:
    client = signed_in(make_person())
    set_up(client)
    client.post("/nl/account/second-factor/app/remove/")
    assert not Authenticator.objects.filter(type="totp").exists()
    assert "verwijderd" in mail.outbox[-1].body
    noon.move_to("2026-03-10 13:00", tick=False)
    asked = client.get("/nl/account/passkeys/add/")
    assert "/account/reauthenticate/" in asked["Location"]


def test_new_key_of_the_site_makes_codes_useless_and_the_page_says_whom_to_ask(noon, settings) -> None:
    user = make_person()
    secret = set_up(signed_in(user))
    noon.move_to("2026-03-10 13:00", tick=False)
    settings.SECRET_KEY = "another key, just as long as the first one was"
    client = Client()
    sign_in(client)
    refused = client.post(CODE, {"code": code_of(secret)})
    assert (refused.status_code, client.get("/nl/mijn-account/").status_code) == (200, 302)
    assert "Vraag de beheerder" in refused.content.decode()
    own = signed_in(User.objects.get())
    assert "Nieuwe codes maken" in own.get("/nl/mijn-account/").content.decode()


@pytest.mark.parametrize("role", [Role.CELL, Role.ADMINISTRATOR])
def test_weighty_role_rests_until_a_second_factor_is_set_up(settings, role: Role) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    user = make_person(role)
    client = signed_in(user)
    assert client.get("/nl/beheer/organisaties/")["Location"] == "/nl/mijn-account/"
    assert client.get("/nl/mijn-taken/")["Location"] == "/nl/mijn-account/"
    assert "tot dan rust uw rol" in client.get("/nl/mijn-account/").content.decode()
    assert client.get("/nl/").status_code == 200
    set_up(client)
    assert client.get("/nl/beheer/organisaties/").status_code == 200
    assert "rust uw rol" not in client.get("/nl/mijn-account/").content.decode()


def test_recovery_codes_alone_are_no_second_factor(settings) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    user = make_person(Role.CELL)
    set_up(signed_in(user))
    Authenticator.objects.filter(type="totp").delete()
    assert User.objects.get().who().held_back().is_held_back


def test_other_roles_may_do_without(settings) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    assert signed_in(make_person(Role.MEMBER)).get("/nl/mijn-taken/").status_code == 200
