"""`relais data audit`: all that does not fit among the figures that count now."""

from __future__ import annotations

import csv
import sys

import click

from relais.apps.observatory.cli.group import data, told_in_english
from relais.apps.observatory.cli.proposing import in_a_line
from relais.apps.observatory.proposals.verdicts import Found, all_found, in_order, in_words
from relais.apps.ui.progress import steps


@data.command()
@click.option("--format", "form", type=click.Choice(["text", "csv"]), default="text", show_default=True)
def audit(form: str) -> None:
    """Recompute totals, shares and series, and print both values of all that does not fit.

    A finding is no error: it does not say which of the two is right. The exit code is 0 either way.

    \b
    Examples:
      relais data audit
      relais data audit --format csv > findings.csv
    """
    with told_in_english():
        with steps() as progress:
            progress.add_task("Auditing", total=None)
            found = all_found()
        if form == "csv":
            writer = csv.writer(sys.stdout)
            writer.writerow(Found._fields)
            writer.writerows(in_order(found))
            return
        for each in in_words(found):
            click.echo(in_a_line(each))
        click.echo(f"{len(found)} finding{'' if len(found) == 1 else 's'}.")
