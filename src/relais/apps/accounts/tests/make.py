"""Rows for tests of accounts, and the way a person uses a form."""

from __future__ import annotations

import re
from typing import Any

from allauth.account.models import EmailAddress
from django.http import HttpResponse
from django.test import Client

from relais.apps.accounts.actions.invitations import invite
from relais.apps.accounts.models import Invitation, User
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import SHELL
from relais.apps.coordination.tests.make import make_organisation, make_user

PASSWORD = "een verzonnen lange zin"


def make_person(role: Role = Role.MEMBER, organisation: str = "huis-maan", *, email: str = "an@example.org",
                name: str = "An", language: str = "nl") -> User:  # fmt: skip
    """Someone who signs in with PASSWORD."""
    user = make_user(role, organisation, email)
    user.name, user.language = name, language
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def make_invitation(
    email: str = "nieuw@example.org", role: Role = Role.MEMBER, organisation: str = "huis-maan",
    language: str = "nl",
) -> tuple[Invitation, str]:  # fmt: skip
    """An open invitation, and the address that its letter leads to."""
    invitation, secret = invite(
        email=email, organisation=make_organisation(organisation), role=role, language=language, by=SHELL
    )
    part = {"nl": "uitnodiging", "fr": "invitation", "en": "invitation"}[language]
    return invitation, f"/{language}/{part}/{secret}/"


def signed_in(user: User) -> Client:
    """A browser in which `user` has signed in."""
    client = Client()
    client.force_login(user)
    return client


def sign_in(client: Client, email: str = "an@example.org", password: str = PASSWORD, **more: str) -> Any:
    """Fill in the door."""
    return client.post("/nl/account/login/", {"login": email, "password": password, **more})


def send(client: Client, address: str, **filled: Any) -> Any:
    """Open the form at `address`, fill it in over what stands there, and send it."""
    return client.post(address, {**hidden(client.get(address)), **filled})


def hidden(response: HttpResponse) -> dict[str, str]:
    """The hidden fields of a page."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', response.content.decode()))
