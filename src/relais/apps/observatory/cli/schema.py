"""`relais data schema`: what a file of our own columns may hold, for whoever makes one."""

from __future__ import annotations

import json

import click
from django.conf import settings

from relais.apps.observatory.cli.group import data, told_in_english
from relais.apps.observatory.files.reading import read_files
from relais.apps.observatory.importing import known_of, tidy_schema


@data.command()
def schema() -> None:
    """The Table Schema of our own columns, with every code that is known today, as JSON.

    \b
    Examples:
      relais data schema > tidy.json
      relais data import figures.csv --recipe statbel-households --edition 2026 --schema tidy.json --dry-run
    """
    with told_in_english():
        found = tidy_schema(known_of(read_files(settings.DATA)))
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
