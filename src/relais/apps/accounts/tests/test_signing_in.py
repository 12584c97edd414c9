"""Signing in: for those who were invited, with nothing to learn for those who were not."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from django.core import mail
from django.test import Client, override_settings
from tests.pages.reading import Page

from relais.apps.accounts.tests.make import PASSWORD, make_person, send, sign_in, signed_in

pytestmark = pytest.mark.django_db

DOORS = ["login/", "inactive/", "password/reset/", "password/reset/sent/", "password/reset/done/",
         "password/reset/1-abc-def/", "provider/cancelled/"]  # fmt: skip
OWN = ["reauthenticate/", "password/change/", "logout/"]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("door", DOORS)
def test_page_of_the_door_is_ours_and_kept_by_no_cache(client: Client, door: str, language: str) -> None:
    response = client.get(f"/{language}/account/{door}", follow=True)
    check(response, language)


@pytest.mark.parametrize("page", OWN)
def test_own_page_of_the_library_is_ours_and_kept_by_no_cache(page: str) -> None:
    check(signed_in(make_person()).get(f"/fr/account/{page}"), "fr")


def check(response, language: str) -> None:
    html = response.content.decode()
    page = Page(html)
    assert response.status_code == 200
    assert page.language == language
    assert page.title.endswith(" · Relais")
    assert len(page.headings) == 1
    assert page.headings[0].strip() in page.title
    assert "no-store" in response["Cache-Control"]
    assert not re.search(r"<script>|<style| style=|data:image| onclick=", html)
    assert "{{" not in html


@pytest.mark.parametrize("gone", ["signup/", "email/", "confirm-email/", "3rdparty/", "social/signup/",
                                  "login/code/", "phone/change/", "2fa/", "sessions/"])  # fmt: skip
def test_nobody_makes_an_account_or_changes_an_address(client: Client, gone: str) -> None:
    assert client.get(f"/nl/account/{gone}").status_code == 404


def test_right_password_leads_to_what_waits_for_them(client: Client) -> None:
    make_person()
    response = sign_in(client)
    assert (response.status_code, response["Location"]) == (302, "/nl/mijn-taken/")
    assert client.get("/nl/mijn-account/").status_code == 200


def test_address_is_the_same_whatever_its_capitals(client: Client) -> None:
    make_person()
    assert sign_in(client, email="An@Example.org").status_code == 302


def test_wrong_password_and_unknown_address_get_the_same_answer(client: Client) -> None:
    make_person()
    known, unknown = (
        answer_of(sign_in(client, email=email, password="niet dit"))
        for email in ("an@example.org", "el@example.org")
    )
    assert known.replace("an@", "el@") == unknown
    assert "gaan niet samen" in known


def test_reset_answers_the_same_and_writes_to_who_is_known_only(client: Client) -> None:
    make_person(language="fr")
    pages = []
    for email in ("an@example.org", "el@example.org"):
        response = client.post("/nl/account/password/reset/", {"email": email})
        assert response.status_code == 302
        pages.append(response["Location"])
    assert pages[0] == pages[1]
    assert [letter.to for letter in mail.outbox] == [["an@example.org"]]
    assert "/fr/account/password/reset/" in mail.outbox[0].body


def test_reset_answers_the_same_when_the_mail_server_is_down(client: Client, settings, caplog) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    make_person()
    response = client.post("/nl/account/password/reset/", {"email": "an@example.org"})
    assert response.status_code == 302
    assert "could not be sent" in caplog.text


def test_link_of_a_reset_works_once_and_leaves_the_address_bar(client: Client) -> None:
    make_person()
    client.post("/nl/account/password/reset/", {"email": "an@example.org"})
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    response = client.get(link)
    form = response["Location"]
    assert form.endswith("-set-password/")
    new = "een andere lange zin"
    assert client.post(form, {"password1": new, "password2": new}).status_code == 302
    assert "werkt niet meer" in Client().get(link).content.decode()
    assert sign_in(Client()).status_code == 200
    assert sign_in(Client(), password=new).status_code == 302
    assert "aangepast" in mail.outbox[1].subject


def test_after_five_failures_even_the_right_password_waits(client: Client, time_machine) -> None:
    time_machine.move_to("2026-03-10 12:00", tick=False)
    make_person()
    for _ in range(5):
        assert sign_in(client, password="niet dit").status_code == 200
    refused = sign_in(client)
    assert refused.status_code == 200
    assert "Wacht een paar minuten" in refused.content.decode()
    time_machine.move_to("2026-03-10 12:06", tick=False)
    assert sign_in(client).status_code == 302


def test_one_place_cannot_try_many_addresses(client: Client) -> None:
    answers = [sign_in(client, email=f"x{n}@example.org").content.decode() for n in range(11)]
    assert ["Wacht een paar minuten" in answer for answer in answers] == [False] * 10 + [True]


def test_too_many_resets_are_refused_on_a_page_of_ours(client: Client) -> None:
    for _ in range(5):
        client.post("/fr/account/password/reset/", {"email": "an@example.org"})
    response = client.post("/fr/account/password/reset/", {"email": "an@example.org"})
    assert response.status_code == 429
    assert Page(response.content.decode()).title.endswith(" · Relais")


def test_session_gets_a_new_key_at_signing_in(client: Client) -> None:
    make_person()
    client.get("/nl/account/passkeys/sign-in/", headers={"Accept": "application/json"})
    before = client.cookies["sessionid"].value
    sign_in(client)
    assert client.cookies["sessionid"].value != before


def test_key_that_a_stranger_chose_is_never_taken_over(client: Client) -> None:
    make_person()
    client.cookies["sessionid"] = "chosen-by-a-stranger-0123456789ab"
    sign_in(client)
    assert client.cookies["sessionid"].value != "chosen-by-a-stranger-0123456789ab"


def test_session_ends_after_twelve_hours_and_scripts_cannot_read_it(client: Client, time_machine) -> None:
    time_machine.move_to("2026-03-10 08:00", tick=False)
    make_person()
    cookie = sign_in(client).cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 12 * 3600
    time_machine.move_to("2026-03-10 19:59", tick=False)
    assert client.get("/nl/mijn-account/").status_code == 200
    time_machine.move_to("2026-03-10 20:01", tick=False)
    assert client.get("/nl/mijn-account/").status_code == 302


def test_signing_out_ends_the_session_at_the_server(client: Client) -> None:
    make_person()
    sign_in(client)
    key = client.cookies["sessionid"].value
    client.post("/nl/account/logout/")
    client.cookies["sessionid"] = key
    assert client.get("/nl/mijn-account/").status_code == 302


def test_signing_in_and_out_come_from_a_page_of_ours(client: Client) -> None:
    make_person()
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict).status_code == 403
    strict.force_login(make_person(email="el@example.org"))
    for page in ("logout/", "password/change/", "password/reset/", "reauthenticate/"):
        assert strict.post(f"/nl/account/{page}").status_code == 403


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.com/", "//example.com/", "/\\example.com", "javascript:alert(1)", "https:example.com",
     "http://testserver.example.com/", "\x00//example.com"],
)  # fmt: skip
def test_nobody_is_led_elsewhere_after_signing_in(client: Client, elsewhere: str) -> None:
    make_person()
    response = client.post(
        f"/nl/account/login/?next={quote(elsewhere)}",
        {"login": "an@example.org", "password": PASSWORD, "next": elsewhere},
    )
    assert (response.status_code, response["Location"]) == (302, "/nl/mijn-taken/")


def test_who_wanted_a_page_gets_it_after_signing_in(client: Client) -> None:
    make_person()
    asked = client.get("/nl/mijn-account/")
    assert asked["Location"] == "/nl/account/login/?next=/nl/mijn-account/"
    assert sign_in(client, next="/nl/mijn-account/")["Location"] == "/nl/mijn-account/"


def test_new_password_needs_the_old_one_and_is_told_by_mail() -> None:
    client = signed_in(make_person(language="fr"))
    new = {"password1": "een andere lange zin", "password2": "een andere lange zin"}
    wrong = send(client, "/nl/account/password/change/", oldpassword="niet dit", **new)
    assert "niet uw wachtwoord van nu" in wrong.content.decode()
    right = send(client, "/nl/account/password/change/", oldpassword=PASSWORD, **new)
    assert right["Location"] == "/nl/mijn-account/"
    assert client.get("/nl/mijn-account/").status_code == 200, "this browser stays signed in"
    assert "mot de passe" in mail.outbox[0].body


@pytest.mark.parametrize("weak", ["kort", "123456789012", "an@example.org", "password1234"])
def test_weak_password_is_refused_with_a_reason(weak: str) -> None:
    client = signed_in(make_person())
    response = send(client, "/nl/account/password/change/", oldpassword=PASSWORD, password1=weak,
                    password2=weak)  # fmt: skip
    assert response.status_code == 200
    assert 'class="wrong"' in response.content.decode()


@pytest.mark.parametrize(
    "value",
    [
        "",
        "\x00",
        "a" * 10_000,
        "'; DROP TABLE x; --",
        "<script>alert(1)</script>",
        "ë" * 300,
        "\u202e",
        "{{ 7 }}",
    ],
)
def test_odd_things_typed_at_the_door_are_answered(value: str) -> None:
    stranger = Client(raise_request_exception=False)
    for page, fields in {
        "login/": ("login", "password", "next"),
        "password/reset/": ("email", "next"),
        "passkeys/sign-in/": ("credential",),
        "second-factor/code/": ("code",),
        "password/reset/1-x/": ("password1",),
    }.items():
        response = stranger.post(f"/en/account/{page}", dict.fromkeys(fields, value))
        assert response.status_code in {200, 302, 404}, page
        assert b"<script>alert" not in response.content


@override_settings(ALLOWED_HOSTS=["testserver"])
def test_letters_never_name_a_host_that_a_stranger_made_up(client: Client) -> None:
    make_person()
    response = Client(raise_request_exception=False).post(
        "/nl/account/password/reset/", {"email": "an@example.org"}, headers={"host": "evil.example.com"}
    )
    assert response.status_code == 400
    assert mail.outbox == []


def answer_of(response) -> str:
    """A page without what differs at every answer."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
