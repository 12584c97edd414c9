"""`relais data import`: a file of figures, proposed; or only tried."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import click

from relais.apps.accounts.who import SCHEDULE
from relais.apps.observatory import actions
from relais.apps.observatory import models as m
from relais.apps.observatory.cli.group import data, told_in_english
from relais.apps.observatory.proposals.differences import differences
from relais.apps.observatory.proposals.verdicts import Told, Verdict, verdict
from relais.apps.observatory.proposals.words import Line, Listing, listings
from relais.apps.ui.progress import steps

MOST = 20  # findings that are written out
SIGNS = {"new": "+", "changed": "~", "gone": "-"}


@data.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--recipe", required=True, help="How it is read: data/observatory/imports/RECIPE.yaml.")
@click.option("--edition", required=True, help="As the source calls it: 2024, 2024-03.")
@click.option("--published", metavar="PERIOD", help="When the source published it.")
@click.option("--period", default="", help="What it is about, for a file that does not say so.")
@click.option(
    "--schema", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A Table Schema of FILE."
)
@click.option("--note", default="", help="Public, once it is accepted. For a correction: what was wrong?")
@click.option("--dry-run", is_flag=True, help="Show what it would change; store nothing.")
def import_command(
    file: Path, recipe: str, edition: str, published: str | None, period: str, schema: Path | None, note: str,
    dry_run: bool,
) -> None:  # fmt: skip
    """Propose the figures of FILE: they count once a person of the coordination cell accepts them.

    The file is read whole or not at all. The same file twice changes nothing. Exit code 1: it is refused.

    \b
    Examples:
      relais data import households.csv --recipe statbel-households --edition 2026 --dry-run
      relais data import households.csv --recipe statbel-households --edition 2026 --published 2026-06-18
    """
    with told_in_english(), steps() as progress:
        progress.add_task("Reading, protecting and storing", total=None)
        try:
            with actions.only_trying() if dry_run else nullcontext():
                release = actions.propose_release(
                    recipe=recipe, name=file.name, content=file.read_bytes(), edition=edition,
                    published=published, period=period, note=note, by=SCHEDULE,
                    schema=schema.read_bytes() if schema else None,
                )  # fmt: skip
                progress.add_task("Comparing and auditing", total=None)
                lines = list(_told(release))
        except actions.SameFile as same:
            lines = same.messages
        else:
            name = f"{release.source.slug}/{release.edition}"
            lines.append("Nothing was stored." if dry_run else f"Proposed: {name}.")
    for line in lines:
        click.echo(line)


def _told(release: m.Release) -> Iterator[str]:
    changes = differences(release)
    for listing in listings(changes):
        yield from rows(listing)
    yield from _findings(verdict(release, changes))


def rows(listing: Listing) -> Iterator[str]:
    """How many there are, then the first of them."""
    yield f"{listing.count:>9} {listing.kind}"
    for line in listing.lines:
        yield f"  {SIGNS[listing.kind]} {_words(line)}"
    if listing.is_cut:
        yield f"  … and {listing.count - len(listing.lines)} more"


def _words(line: Line) -> str:
    said = " → ".join(value for value in (line.before, line.after) if value)
    return f"{line.definition}, {line.period}, {line.place}, {line.cut}: {said}"


def _findings(found: Verdict) -> Iterator[str]:
    for doubt in found.doubts:
        yield f"Look: {doubt}"
    for what, findings in (("would no longer fit", found.added), ("would no longer be found", found.mended)):
        yield f"{len(findings):>9} {what}"
        yield from (f"  {in_a_line(each)}" for each in findings[:MOST])


def in_a_line(each: Told) -> str:
    """“parts do not add up to the whole (households, Brussels, 2024): 60 beside 61”."""
    said = f"{each.said} beside {each.computed}" if each.said else each.computed
    return f"{each.kind.label} ({each.definition}, {each.place}, {each.period}): {said}"
