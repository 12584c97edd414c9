"""Which editions said the figures of an indicator, and since when each counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count, Q

from relais.apps.observatory import models as m


@dataclass(frozen=True, slots=True)
class Vintage:
    """One release: of how many figures it speaks, and how many of them still stand."""

    release: m.Release
    figures: int
    current: int


def vintages(indicator: m.Indicator) -> list[Vintage]:
    """Newest first. One query."""
    of = Q(observations__definition__indicator=indicator)
    found = (
        m.Release.objects.accepted().newest_first().filter(of).select_related("source")
        .annotate(figures=Count("observations"),
                  standing=Count("observations", filter=Q(observations__until__isnull=True)))
    )  # fmt: skip
    return [Vintage(each, vars(each)["figures"], vars(each)["standing"]) for each in found]


def said_by(vintages: Iterable[Vintage], figures: Iterable[m.Observation]) -> Iterator[m.Observation]:
    """`figures`, each with its release: hundreds come from a few. Read them before the `vintages`: then none
    can be of an edition that came in between.
    """
    releases = {each.release.pk: each.release for each in vintages}
    for figure in figures:
        figure.release = releases[figure.release_id]
        yield figure
