"""Someone lost their telephone and their recovery codes: the administrator removes what they cannot use."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from relais.apps.accounts.models import User
from relais.apps.accounts.tests.make import make_person, send, sign_in, signed_in
from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> Client:
    return signed_in(make_person(Role.ADMINISTRATOR, "beheer", email="beheer@example.org"))


def make_locked_out(role: Role = Role.MEMBER, language: str = "nl") -> User:
    """Someone with an app, a passkey and recovery codes, none of which they have any more."""
    user = make_person(role, language=language)
    for kind in Authenticator.Type:
        Authenticator.objects.create(user=user, type=kind, data={})
    return user


def recovery_of(user: User) -> str:
    return f"/nl/beheer/mensen/{user.pk}/herstellen/"


def test_second_factor_is_removed_with_a_private_trace_and_told_by_mail(administrator: Client) -> None:
    user = make_locked_out(language="fr")
    done = send(administrator, recovery_of(user), why="telefoon weg")
    assert done["Location"] == f"/nl/beheer/mensen/{user.pk}/"
    assert not Authenticator.objects.exists()
    event = Event.objects.get(verb="second-factor-removed")
    assert (event.is_public, event.why, event.organisation) == (False, "telefoon weg", "beheer")
    letter = mail.outbox[-1]
    assert (letter.to, letter.subject) == (["an@example.org"], "Votre compte sur Relais a été modifié")
    assert "codes de secours" in letter.body
    assert "http://testserver/fr/mon-compte/" in letter.body


def test_every_session_of_theirs_ends_and_no_other(administrator: Client) -> None:
    user, other = make_locked_out(), make_person(email="bo@example.org")
    browsers = [signed_in(user), signed_in(user), signed_in(other)]
    send(administrator, recovery_of(user), why="telefoon weg")
    assert [browser.get("/nl/mijn-account/").status_code for browser in browsers] == [302, 302, 200]


def test_they_sign_in_with_their_password_and_their_role_rests_until_they_have_a_new_one(
    administrator: Client, settings
) -> None:
    settings.REQUIRE_SECOND_FACTOR = True
    user = make_locked_out()
    Authenticator.objects.create(user=User.objects.get(email="beheer@example.org"), type="totp", data={})
    send(administrator, recovery_of(user), why="telefoon weg")
    browser = Client()
    assert sign_in(browser)["Location"] == "/nl/mijn-taken/"
    assert browser.get("/nl/mijn-taken/")["Location"] == "/nl/mijn-account/"
    assert "omdat u ze kwijt was" in browser.get("/nl/mijn-account/").content.decode()
    Authenticator.objects.create(user=user, type="totp", data={})
    assert browser.get("/nl/mijn-taken/").status_code == 200


def test_who_has_no_role_is_not_held_back(settings) -> None:
    user = make_locked_out()
    user.memberships.all().delete()
    assert not User.objects.get().who().held_back().is_held_back


def test_it_is_offered_only_where_there_is_one_to_remove(administrator: Client) -> None:
    without, locked = make_person(email="bo@example.org"), make_locked_out()
    shown = [
        recovery_of(user) in administrator.get(f"/nl/beheer/mensen/{user.pk}/").content.decode()
        for user in (without, locked)
    ]
    assert shown == [False, True]
    refused = send(administrator, recovery_of(without), why="x")
    assert refused.status_code == 422
    assert "geen tweede stap" in refused.content.decode()


def test_a_reason_is_asked_and_without_one_nothing_is_removed(administrator: Client) -> None:
    user = make_locked_out()
    assert send(administrator, recovery_of(user), why="").status_code == 422
    assert Authenticator.objects.count() == 3


def test_the_administrator_is_told_when_the_letter_cannot_be_sent(administrator: Client, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    user = make_locked_out()
    done = send(administrator, recovery_of(user), why="telefoon weg")
    assert "breng de persoon zelf op de hoogte" in administrator.get(done["Location"]).content.decode()


@pytest.mark.parametrize("address,words", [
    ("nl/beheer/mensen/%s/herstellen", "het wachtwoord blijft"),
    ("fr/gestion/personnes/%s/recuperer", "le mot de passe reste"),
    ("en/manage/people/%s/recover", "the password stays"),
])  # fmt: skip
def test_page_says_what_will_happen_in_each_language(administrator: Client, address: str, words: str) -> None:
    page = administrator.get(f"/{address % make_locked_out().pk}/")
    assert page.status_code == 200
    assert words in page.content.decode()
