"""`relais invite`: how the first person comes in."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from django.test import Client

from relais.apps.accounts.cli import invite
from relais.apps.accounts.models import Invitation, Organisation, User
from relais.apps.accounts.tests.make import PASSWORD, send
from relais.apps.accounts.vocabulary import Role

pytestmark = pytest.mark.django_db

FIRST = ("an@example.org", "--organisation", "cel", "--role", "administrator")


def run(*arguments: str):
    return CliRunner().invoke(invite, list(arguments))


def test_first_administrator_of_a_fresh_site_comes_in(settings) -> None:
    settings.PUBLIC_ADDRESS = "https://relais.example"
    done = run(*FIRST, "--name", "Cel", "--language", "fr")
    assert done.exit_code == 0
    link = done.stdout.strip()
    assert link.startswith("https://relais.example/fr/invitation/")
    assert dict(Organisation.objects.get(slug="cel").name) == {"fr": "Cel"}
    client = Client()
    joined = send(client, link.removeprefix("https://relais.example"), name="An", language="fr",
                  password1=PASSWORD, password2=PASSWORD)  # fmt: skip
    assert joined.status_code == 303
    assert User.objects.get().who().is_a(Role.ADMINISTRATOR)
    assert client.get("/fr/gestion/personnes/").status_code == 200


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (FIRST, "add --name"),
        (("not an address", *FIRST[1:], "--name", "Cel"), "mail"),
        ((FIRST[0], "--organisation", "Not a slug!", *FIRST[3:], "--name", "Cel"), "slug"),
        ((*FIRST[:4], "king"), "Invalid value"),
        ((FIRST[0], *FIRST[3:]), "--organisation"),
    ],
)
def test_mistake_is_told_and_nothing_is_made(arguments: tuple[str, ...], said: str) -> None:
    before = Organisation.objects.count()
    done = run(*arguments)
    assert done.exit_code != 0
    assert said in done.output.lower() or said in done.output
    assert Organisation.objects.count() == before
    assert not Invitation.objects.exists()


def test_who_holds_the_role_is_not_invited_again() -> None:
    run(*FIRST, "--name", "Cel")
    link = run(*FIRST).stdout.strip().removeprefix("http://localhost:8000")
    send(Client(), link, name="An", language="nl", password1=PASSWORD, password2=PASSWORD)
    done = run(*FIRST)
    assert done.exit_code == 1
    assert "already" in done.output
