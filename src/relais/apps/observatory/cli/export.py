"""`relais data export`: figures to a file, streamed, all of it or nothing."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

import click
from django.db import OperationalError, ProgrammingError
from django.utils.translation import override

from relais.apps.observatory.cli.group import data
from relais.apps.observatory.exports import FORMATS
from relais.apps.observatory.exports.selecting import Used, about, figures, known
from relais.apps.observatory.models import Indicator

DAY = click.DateTime(["%Y-%m-%d"])


@data.command()
@click.option("--indicator", "slugs", multiple=True, help="Only this one; may be given more than once.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="csv", show_default=True)
@click.option("--on", type=DAY, metavar="DATE", help="As they were known on this day.")
@click.option("--language", type=click.Choice(["nl", "fr", "en"]), default="en", show_default=True,
              help="Of names and addresses in the file.")  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Instead of standard output.")
def export(
    slugs: tuple[str, ...], form: str, on: dt.datetime | None, language: str, output: Path | None
) -> None:
    """Figures as a file: what is known now, or what was on a day.

    What is hidden to protect persons is hidden in every format.

    \b
    Examples:
      relais data export > figures.csv
      relais data export --indicator poverty-risk --format xlsx --output poverty.xlsx
      relais data export --format sdmx-csv --on 2026-11-30 --output november.csv
    """
    chosen = FORMATS[form]
    if output is None and chosen.is_binary and sys.stdout.isatty():
        raise click.ClickException(f"{form} is not text: add --output figures.{chosen.suffix}")
    date = on.date() if on else None
    try:
        with override(language):
            wanted = known(date, _known(slugs))
            one = Indicator.objects.get(slug=slugs[0]) if len(slugs) == 1 else None
            _write(output, chosen.write(figures(wanted), about(Used.by(wanted), date, one)))
    except (OperationalError, ProgrammingError) as error:
        raise click.ClickException(f"the database cannot be read: {error}. Run `relais load` first") from None


def _known(slugs: tuple[str, ...]) -> tuple[str, ...]:
    """The same. An unknown one is refused: an empty file would look like an answer."""
    there = set(Indicator.objects.values_list("slug", flat=True))
    if not there:
        raise click.ClickException("nothing is loaded yet: run `relais load` first")
    if missing := [slug for slug in slugs if slug not in there]:
        raise click.ClickException(f"there is no indicator {', '.join(missing)}")
    return slugs


def _write(output: Path | None, content: Iterable[bytes]) -> None:
    """To a file all or nothing: a reader never finds half of one."""
    if output is None:
        for chunk in content:
            sys.stdout.buffer.write(chunk)
        return
    fresh = output.with_name(f".{output.name}.new")
    try:
        with fresh.open("wb") as file:
            file.writelines(content)
        fresh.replace(output)
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror}") from None
    finally:
        fresh.unlink(missing_ok=True)
