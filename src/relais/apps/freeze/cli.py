"""`relais freeze 2026` and `relais compare 2025 2026`."""

from __future__ import annotations

import time
from hashlib import sha256
from pathlib import Path

import click
from django.core.exceptions import ValidationError
from django.db import OperationalError, ProgrammingError
from django.utils import timezone

from relais.apps.accounts.who import SCHEDULE
from relais.apps.freeze.actions import freeze_year
from relais.apps.freeze.comparing import Difference, as_table, compare, said, said_key
from relais.apps.freeze.files import file_of
from relais.apps.freeze.models import Freeze
from relais.apps.freeze.taking import NotBegun, take
from relais.apps.plan.cli import no_database
from relais.apps.sheets.dataset import NotPlain, written
from relais.apps.sheets.files import csv_files, zipped
from relais.apps.sheets.years import FIRST_YEAR


@click.command()
@click.argument("year", type=click.IntRange(FIRST_YEAR, 9999))
@click.option("--check", "only_check", is_flag=True, help="Only say what would be frozen; keep nothing.")
@click.option("--note", default="", help="Public. Needed when the year was frozen before: why again?")
@click.option("--output", type=click.Path(path_type=Path), help="Also write the JSON, as it was hashed.")
def freeze(year: int, only_check: bool, note: str, output: Path | None) -> None:
    """Keep the whole dataset of YEAR: one immutable edition, with a hash that anyone can compute.

    Late and silent are frozen as they are on 31 December of the year, or today while it lasts.

    \b
    Examples:
      relais freeze 2026 --check
      relais freeze 2026
      relais freeze 2026 --note "Two reports came in by post"
      relais freeze 2026 --output relais-2026.json && sha256sum relais-2026.json
    """
    started = time.perf_counter()
    try:
        if only_check:
            _show_what_would_be(year)
            return
        frozen = freeze_year(year=year, by=SCHEDULE, why=note)
    except NotBegun:
        raise click.ClickException(f"{year} has not begun yet") from None
    except ValidationError as error:
        raise click.ClickException(" ".join(error.messages)) from None
    except NotPlain as error:
        raise click.ClickException(f"this cannot be frozen: {error}") from None
    except (OperationalError, ProgrammingError) as error:
        raise no_database(error) from None
    if output:
        output.write_bytes(file_of(frozen, "json"))
    taken = time.perf_counter() - started
    click.echo(f"Frozen: {frozen.name}, {frozen.rows} rows of {len(frozen.counts)} tables, in {taken:.1f} s.")
    click.echo(f"sha256  {frozen.sha256}")


def _show_what_would_be(year: int) -> None:
    dataset = take(year, timezone.localdate())
    for name, count in dataset.counts.items():
        click.echo(f"{count:>7}  {name}")
    click.echo(f"sha256  {sha256(written(dataset)).hexdigest()}  (reference date {dataset.reference_date})")


@click.command("compare")
@click.argument("old")
@click.argument("new")
@click.option("--output", type=click.Path(path_type=Path), help="Write every difference as CSV, in a zip.")
def compare_command(old: str, new: str, output: Path | None) -> None:
    """What differs between two freezes, row by row: OLD and NEW are years, or 2026-2 for a second edition.

    \b
    Examples:
      relais compare 2025 2026
      relais compare 2026 2026-2 --output differences.zip
    """
    one, other = named(old), named(new)
    found = compare(one.dataset(), other.dataset())
    if output:
        output.write_bytes(zipped(csv_files(f"What differs between {one} and {other}.", [as_table(found)])))
    for difference in found:
        _show(difference)
    if not found:
        click.echo("Nothing differs.")


def named(name: str) -> Freeze:
    """The freeze of that name. Raises ClickException, saying which there are."""
    try:
        found = Freeze.objects.named(name).first()
        known = ", ".join(freeze.name for freeze in Freeze.objects.newest_first()) or "none yet"
    except (OperationalError, ProgrammingError) as error:
        raise no_database(error) from None
    if found is None:
        raise click.ClickException(f"there is no freeze {name}: there is {known}")
    return found


def _show(difference: Difference) -> None:
    d = difference
    click.echo(f"{d.name}: {len(d.added)} added, {len(d.removed)} removed, {len(d.changed)} changed")
    for sign, rows in (("+", d.added), ("-", d.removed)):
        for row in rows:
            click.echo(f"  {sign} {said_key(tuple(row[name] for name in d.key))}")
    for change in d.changed:
        for column, before, after in change.cells:
            click.echo(f"  ~ {said_key(change.key)} {column}: {said(before) or '?'} → {said(after) or '?'}")
