"""Sign-in by an identity provider: only where the environment names one, only for who was invited."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client

from relais.apps.accounts.actions.people import close_account
from relais.apps.accounts.models import User
from relais.apps.accounts.tests.make import make_person, sign_in
from relais.apps.accounts.who import SHELL

pytestmark = pytest.mark.django_db

ISSUER = "https://id.example.org"
LOGIN = "/account/provider/oidc/"
METADATA = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize",
    "token_endpoint": f"{ISSUER}/token",
    "userinfo_endpoint": f"{ISSUER}/userinfo",
    "jwks_uri": f"{ISSUER}/keys",
}


class Answer:
    """What a provider answers."""

    status_code = 200
    headers = {"content-type": "application/json"}

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    def json(self) -> dict[str, Any]:
        return self.data

    def raise_for_status(self) -> None:
        pass


class Provider:
    """A provider without a network: it says that `claims` signed in."""

    def __init__(self, claims: dict[str, Any]) -> None:
        self.claims = claims

    def __enter__(self) -> Provider:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def get(self, url: str, **_: Any) -> Answer:
        return Answer(self.claims if url.endswith("/userinfo") else METADATA)

    def request(self, method: str, url: str, **_: Any) -> Answer:
        return (
            Answer({"access_token": "x", "token_type": "bearer"}) if url.endswith("/token") else self.get(url)
        )


@pytest.fixture
def provider(settings, monkeypatch):
    """A provider in the settings; call it with what it says of who signs in."""
    app = {"provider_id": "oidc", "name": "Sleutel", "client_id": "relais", "secret": "x",
           "settings": {"server_url": ISSUER}}  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}

    def says(**claims: Any) -> None:
        monkeypatch.setattr(
            "relais.apps.accounts.adapters.ProviderAdapter.get_requests_session", lambda _: Provider(claims)
        )

    return says


def come_back(client: Client) -> Any:
    """Go to the provider, sign in there, and come back."""
    away = client.get(LOGIN)
    asked = parse_qs(urlsplit(away["Location"]).query)
    assert away["Location"].startswith(f"{ISSUER}/authorize?")
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://testserver/account/provider/oidc/callback/"]
    return client.get(f"{LOGIN}callback/", {"code": "x", "state": asked["state"][0]})


def test_without_a_provider_there_is_no_button_and_no_page(client: Client) -> None:
    assert "/account/provider/" not in client.get("/nl/account/login/").content.decode()
    assert client.get(LOGIN).status_code == 404
    assert client.get(f"{LOGIN}callback/").status_code == 404


def test_button_names_the_provider(client: Client, provider) -> None:
    page = client.get("/nl/account/login/?next=/nl/mijn-account/").content.decode()
    assert re.search(r'href="/account/provider/oidc/\?next=[^"]+">Aanmelden met Sleutel<', page)


def test_invited_person_signs_in_and_keeps_their_password(client: Client, provider) -> None:
    make_person(language="fr")
    provider(sub="42", email="An@example.org", email_verified=True)
    response = come_back(client)
    assert response["Location"] == "/fr/mes-taches/"
    assert client.get("/nl/mijn-account/").status_code == 200
    assert "autre connexion" in mail.outbox[0].body
    assert sign_in(Client()).status_code == 302
    again = Client()
    assert come_back(again)["Location"] == "/fr/mes-taches/"
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "el@example.org", "email_verified": True},
        {"email": "an@example.org", "email_verified": False},
        {"email": "an@example.org"},
        {"email": "", "email_verified": True},
        {},
    ],
)
def test_unknown_or_unconfirmed_address_is_refused_and_no_account_is_made(
    client: Client, provider, claims: dict[str, Any]
) -> None:
    make_person()
    provider(sub="42", **claims)
    response = come_back(client)
    assert response.status_code == 403
    assert "<h1>" in response.content.decode()
    assert User.objects.count() == 1
    assert not SocialAccount.objects.exists()
    assert client.get("/nl/mijn-account/").status_code == 302


def test_who_left_cannot_come_back_by_the_provider(client: Client, provider) -> None:
    user = make_person()
    provider(sub="42", email="an@example.org", email_verified=True)
    come_back(client)
    close_account(user=user, by=SHELL)
    assert come_back(Client()).status_code == 403


@pytest.mark.parametrize(
    "query", ["", "?code=x", "?code=x&state=made-up", "?error=server_error", "?state=%00"]
)
def test_answer_that_nobody_asked_for_is_refused(client: Client, provider, query: str) -> None:
    provider(sub="42")
    response = client.get(f"{LOGIN}callback/{query}")
    assert response.status_code == 401
    assert " · Relais</title>" in response.content.decode()


def test_who_turns_back_at_the_provider_is_told_so(client: Client, provider) -> None:
    provider(sub="42")
    state = parse_qs(urlsplit(client.get(LOGIN)["Location"]).query)["state"][0]
    response = client.get(f"{LOGIN}callback/", {"error": "access_denied", "state": state}, follow=True)
    assert response.status_code == 200
    assert "provider/cancelled" in response.redirect_chain[-1][0]
