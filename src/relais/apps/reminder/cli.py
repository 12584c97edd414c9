"""`relais remind` and `relais digest`: mails, from a timer."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable

import click
from django.db import OperationalError, ProgrammingError
from django.utils import timezone

from relais.apps.plan.cli import no_database
from relais.apps.reminder import digest as digests
from relais.apps.reminder import reminding
from relais.apps.reminder.letters import Letter
from relais.apps.reminder.sending import AlreadyRunning, send

on = click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="As if it were this day.")
dry = click.option("--dry-run", is_flag=True, help="Say what would go to whom; send nothing, log nothing.")


@click.command()
@on
@dry
def remind(day: dt.datetime | None, dry_run: bool) -> None:
    """Mail everyone what is due: 30, 7 and 1 days before, on the day, 7 days after, then every month.

    One mail for each person, in their language, with all that is due. Each thing is told once at each stage,
    however often this runs: run it every day. What fails is said, and tried again at the next run; the exit
    code is then 1.

    \b
    Examples:
      relais remind --dry-run
      relais remind
      relais remind --on 2026-09-01 --dry-run
    """
    _run(reminding.letters(_day(day)), dry_run)


@click.command()
@on
@dry
def digest(day: dt.datetime | None, dry_run: bool) -> None:
    """Mail everyone who wants it the week that has ended: what changed on what is theirs, and what is due.

    Once for each week, however often this runs. Who has nothing to read gets nothing.

    \b
    Examples:
      relais digest --dry-run
      relais digest
    """
    _run(digests.letters(_day(day)), dry_run)


def _day(day: dt.datetime | None) -> dt.date:
    return day.date() if day else timezone.localdate()


def _run(letters: Iterable[Letter], dry_run: bool) -> None:
    try:
        if dry_run:
            _show(letters)
            return
        count = send(letters)
    except AlreadyRunning:
        raise click.ClickException("another run is sending mails now") from None
    except (OperationalError, ProgrammingError) as error:
        raise no_database(error) from None
    click.echo(f"{count.sent} sent, {count.failed} failed")
    sys.exit(1 if count.failed else 0)


def _show(letters: Iterable[Letter]) -> None:
    number = 0
    for number, letter in enumerate(letters, start=1):  # noqa: B007
        mail = letter.mail
        click.echo(f"To: {mail.to[0]}\nSubject: {mail.subject}\n")
        click.echo("\n".join(f"    {line}" for line in str(mail.body).strip().splitlines()) + "\n")
    click.echo(f"{number} to send; nothing was sent")
