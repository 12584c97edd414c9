"""`relais export consultation` and `relais import consultation`: opinions given on another platform."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError, ProgrammingError
from django.utils.translation import override

from relais.apps.accounts.models import User
from relais.apps.accounts.who import Who
from relais.apps.consultation import permissions as may
from relais.apps.consultation.actions import import_opinions
from relais.apps.consultation.models import Consultation
from relais.apps.consultation.sheet import COLUMNS, NEEDED, file_of
from relais.apps.plan.cli import export_group, import_group, no_database
from relais.apps.sheets.incoming import UnreadableSheet, read_csv
from relais.apps.sheets.verdicts import Judgement


@export_group.command("consultation")
@click.argument("slug")
@click.option("--output", type=click.Path(path_type=Path), help="A file instead of standard output.")
def export_consultation(slug: str, output: Path | None) -> None:
    """Every opinion of a consultation as CSV, those that wait or are hidden too: do not publish it.

    The same columns come in by `relais import consultation`; docs/how-to/run-a-consultation.md explains them.

    \b
    Examples:
      relais export consultation after-school > opinions.csv
      relais export consultation after-school --output opinions.csv
    """
    content = file_of(_consultation(slug))
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror}") from None


@import_group.command("consultation")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--slug", required=True, help="The consultation, by the short name in its address.")
@click.option("--as", "email", required=True, help="E-mail of the account in whose name it is done.")
@click.option("--check", "only_check", is_flag=True, help="Only say what each row would do.")
def import_consultation(file: Path, slug: str, email: str, only_check: bool) -> None:
    """Take in opinions that were given on another platform, from a CSV: all of it, or nothing.

    Each row has a verdict: new, changed (with old and new), unchanged, or refused and why. Exit code 1 when
    a row is refused, and with --check also when anything would change.

    \b
    Examples:
      relais import consultation opinions.csv --slug after-school --as anna@example.org --check
      relais import consultation opinions.csv --slug after-school --as anna@example.org
    """
    consultation = _consultation(slug)
    try:
        with override("en"):
            rows = read_csv(file.read_bytes(), needed=NEEDED, known=COLUMNS)
            by = _who(email, consultation)
            found = import_opinions(by=by, consultation=consultation, rows=rows, only_check=only_check)
            _show(found)
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from None
    except UnreadableSheet as error:
        raise click.ClickException(f"{file}: {error}") from None
    except ValidationError as error:
        raise click.ClickException(" ".join(error.messages)) from None
    except PermissionDenied:
        raise click.ClickException(f"{email} may not take opinions into “{slug}”") from None
    if not found.is_sound:
        raise click.ClickException("nothing was taken in: rows are refused")
    if only_check:
        sys.exit(1 if found.changes_something else 0)


def _consultation(slug: str) -> Consultation:
    try:
        return Consultation.objects.whole().get(slug=slug)
    except Consultation.DoesNotExist:
        raise click.ClickException(f"there is no consultation “{slug}”") from None
    except (OperationalError, ProgrammingError) as error:
        raise no_database(error) from None


def _who(email: str, consultation: Consultation) -> Who:
    """The account, acting for the authority where it may, else for its first organisation."""
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        raise click.ClickException(f"there is no account {email}")
    who = user.who()
    if may.is_authority(who, consultation):
        return who.acting(consultation.authority.slug)
    return who.acting(who.parts[0].slug if who.parts else None)


def _show(found: Judgement) -> None:
    for verdict in found.notable:
        click.echo(f"line {verdict.place}: {verdict.outcome.value} {verdict.key} {verdict.why}".rstrip())
        for difference in verdict.differences:
            click.echo(f"    {difference.column}: {difference.before!r} -> {difference.after!r}")
    click.echo(", ".join(f"{count} {outcome.value}" for outcome, count in found.counts.items()))
