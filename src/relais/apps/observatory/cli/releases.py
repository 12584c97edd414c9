"""`relais data releases`: what came in, when, and where it stands."""

from __future__ import annotations

import click
from django.db.models import Count

from relais.apps.observatory import models as m
from relais.apps.observatory.cli.group import data, told_in_english


@data.command()
@click.option("--source", help="Only of this one.")
def releases(source: str | None) -> None:
    """Every release, newest first: state, day, source and edition, figures, SHA-256 of its file.

    The hash of a raw file is not shown: small numbers could be tried until it fits.

    \b
    Examples:
      relais data releases
      relais data releases --source statbel-households
    """
    with told_in_english():
        found = m.Release.objects.select_related("source").newest_first()
        if source:
            found = found.filter(source__slug=source)
        for each in found.annotate(figures=Count("observations")):
            digest = "raw" if each.is_raw else (each.sha256 or "-")[:12]
            name = f"{each.source.slug}/{each.edition}"
            figures = each.figures  # type: ignore[attr-defined]
            click.echo(f"{each.state:<9} {each.available_date} {figures:>7} {digest:<12} {name}")
