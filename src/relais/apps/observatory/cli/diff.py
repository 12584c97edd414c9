"""`relais data diff`: two editions of a source beside each other."""

from __future__ import annotations

import click

from relais.apps.observatory import models as m
from relais.apps.observatory.cli.group import data, told_in_english
from relais.apps.observatory.cli.proposing import rows
from relais.apps.observatory.proposals.differences import between
from relais.apps.observatory.proposals.words import listings
from relais.apps.observatory.vocabulary import State


@data.command()
@click.argument("source")
@click.argument("old")
@click.argument("new")
def diff(source: str, old: str, new: str) -> None:
    """What edition NEW of SOURCE says that edition OLD did not, and the other way round.

    To set a file beside what counts now: relais data import FILE … --dry-run.

    \b
    Examples:
      relais data diff statbel-households 2025 2026
    """
    with told_in_english():
        one, other = _edition(source, old), _edition(source, new)
        found = between(
            m.Observation.objects.filter(release=one), m.Observation.objects.filter(release=other)
        )
        for listing in listings(found):
            for line in rows(listing):
                click.echo(line)


def _edition(source: str, edition: str) -> m.Release:
    there = m.Release.objects.filter(source__slug=source).exclude(state=State.REFUSED)
    found = there.filter(edition=edition).first()
    if found is None:
        known = ", ".join(there.in_order().values_list("edition", flat=True)) or "none"
        raise click.ClickException(f"there is no edition {edition} of {source}: there is {known}")
    return found
