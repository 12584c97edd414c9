"""Which editions said the figures of an indicator, and since when each counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Count, Q

from relais.apps.observatory import models as m
from relais.apps.observatory.vocabulary import Origin


@dataclass(frozen=True, slots=True)
class Vintage:
    """One release: of how many figures it speaks, and how many of them still stand. `has_others`: its source
    has more of them, or may have.
    """

    release: m.Release
    figures: int
    current: int
    has_others: bool


def vintages(indicator: m.Indicator) -> list[Vintage]:
    """Newest first. One query."""
    of = Q(observations__definition__indicator=indicator)
    found = (
        m.Release.objects.accepted().newest_first().filter(of).select_related("source")
        .annotate(figures=Count("observations"),
                  standing=Count("observations", filter=Q(observations__until__isnull=True)))
    )  # fmt: skip
    editions = Counter(each.source_id for each in found)
    return [
        Vintage(
            each, vars(each)["figures"], vars(each)["standing"],
            each.origin == Origin.IMPORTED or editions[each.source_id] > 1,
        )
        for each in found
    ]  # fmt: skip


def said_by(vintages: Iterable[Vintage], figures: Iterable[m.Observation]) -> Iterator[m.Observation]:
    """`figures`, each with its release: hundreds come from a few. Read them before the `vintages`: then none
    can be of an edition that came in between.
    """
    releases = {each.release.pk: each.release for each in vintages}
    for figure in figures:
        figure.release = releases[figure.release_id]
        yield figure
