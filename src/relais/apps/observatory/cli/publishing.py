"""`relais data publish`: the figures of a year, frozen."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping

import click
from django.utils import timezone

from relais.apps.accounts.who import SCHEDULE
from relais.apps.observatory.actions.publishing import draft, publish_figures
from relais.apps.observatory.cli.group import data, told_in_english
from relais.apps.sheets.dataset import NotPlain, packed
from relais.apps.sheets.years import FIRST_YEAR


@data.command()
@click.argument("year", type=click.IntRange(FIRST_YEAR, 9999))
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
              help="Figures as they were current on this day; left out: today.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Only say what would be published; keep nothing.")
def publish(year: int, day: dt.datetime | None, dry_run: bool) -> None:
    """Publish the figures of YEAR: one frozen set with its definitions, sources, findings and corrections.

    A year is published once, and never changes. Every figure must have a definition, a source and a date,
    and what is hidden must have no value; else nothing is published.

    \b
    Examples:
      relais data publish 2026 --dry-run
      relais data publish 2026 --on 2026-11-30
    """
    started, on = time.perf_counter(), day.date() if day else timezone.localdate()
    with told_in_english():
        try:
            if dry_run:
                held = draft(year, on)
                counts, sha = held.counts, packed(held)[0]
            else:
                made = publish_figures(year=year, as_of=on, by=SCHEDULE)
                counts, sha = made.counts, made.sha256
        except NotPlain as error:
            raise click.ClickException(f"this cannot be published: {error}") from None
    _show(counts, sha, f"{'Would publish' if dry_run else 'Published'}: {year}, as of {on}", started)


def _show(counts: Mapping[str, int], sha: str, what: str, started: float) -> None:
    for name, count in counts.items():
        click.echo(f"{count:>7}  {name}")
    click.echo(f"{what}, {sum(counts.values())} rows in {time.perf_counter() - started:.1f} s.")
    click.echo(f"sha256  {sha}")
