"""`relais invite`: the first administrator of a fresh site, where nobody can sign in to invite anyone."""

from __future__ import annotations

import click
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email, validate_slug
from django.db import OperationalError, ProgrammingError, transaction
from django.utils.translation import override

from relais.apps.accounts.actions.invitations import LASTS
from relais.apps.accounts.actions.invitations import invite as act
from relais.apps.accounts.actions.organisations import make_organisation
from relais.apps.accounts.letters import link_of
from relais.apps.accounts.models import Organisation
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import SHELL
from relais.core.texts.text import LANGUAGES, Text


@click.command()
@click.argument("email")
@click.option("--organisation", "slug", required=True, help="Its short name, as in addresses.")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--name", default="", help="The name of the organisation, when it is a new one.")
@click.option("--language", type=click.Choice(LANGUAGES), default="nl", show_default=True,
              help="Of the invited person, and of --name.")  # fmt: skip
def invite(email: str, slug: str, role: str, name: str, language: str) -> None:
    """Invite someone, and print the link to hand over. It works once, for 14 days.

    \b
    Examples:
      relais invite an@example.org --organisation cell --role administrator --name "Coördinatiecel"
      relais invite luc@example.org --organisation actiris --role member --language fr
    """
    with override("en"):  # the language of commands
        secret = _invite(email, slug, Role(role), name, language)
    click.echo(f"{settings.PUBLIC_ADDRESS}{link_of(secret, language)}")
    click.echo(f"Hand this link over: it works once, for {LASTS.days} days.", err=True)


def _invite(email: str, slug: str, role: Role, name: str, language: str) -> str:
    try:
        validate_email(email)
        validate_slug(slug)
        with transaction.atomic():
            organisation = _organisation(slug, name, language)
            _, secret = act(email=email, organisation=organisation, role=role, language=language, by=SHELL)
    except ValidationError as error:
        raise click.ClickException(" ".join(error.messages)) from None
    except (OperationalError, ProgrammingError) as error:
        said = str(error).splitlines()[0]
        raise click.ClickException(f"the database is not ready ({said}): run `relais load` first") from None
    return secret


def _organisation(slug: str, name: str, language: str) -> Organisation:
    found = Organisation.objects.filter(slug=slug).first()
    if found is None and not name:
        raise click.ClickException(f"there is no organisation {slug}: add --name to make it")
    return found or make_organisation(name=Text({language: name}), slug=slug, by=SHELL)
