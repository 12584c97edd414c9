"""From tables to what the formats write. The number of queries does not depend on how much is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from relais.apps.languages.reader import reader_language
from relais.apps.observatory import models as m
from relais.apps.observatory.exports.figures import About, Figure
from relais.apps.observatory.models.observations import ObservationQuerySet
from relais.core.figures.cube import PLACE, parts_of

COLUMNS = (
    "definition__slug", "place", "period", "cut", "value", "decimals", "low", "high", "answers", "quality",
    "secrecy", "printed", "note", "release__source__slug", "release__edition", "release__published", "since",
    "until",
)  # fmt: skip


def known(date: dt.date | None, indicators: Iterable[str] = ()) -> ObservationQuerySet:
    """What is current, or was on a day; of some indicators, or of all."""
    found = m.Observation.objects.on(date)
    slugs = list(indicators)
    return found.filter(definition__indicator__slug__in=slugs) if slugs else found


def figures(observations: ObservationQuerySet) -> Iterator[Figure]:
    """By indicator, definition and time, read a few thousand at once. One query."""
    ordered = observations.order_by(
        "definition__indicator__number", "definition__position", "start", "end", "place", "cut", "release_id"
    )
    return map(Figure._make, ordered.values_list(*COLUMNS).iterator(chunk_size=5000))


def page(observations: ObservationQuerySet, *, after: int, limit: int) -> tuple[list[Figure], int | None]:
    """At most `limit` figures in the order in which they were kept, and after which the next page begins.

    One query. None: no page follows. `after` means something until figures are loaded again.
    """
    rows = list(observations.filter(pk__gt=after).order_by("pk").values_list("pk", *COLUMNS)[: limit + 1])
    shown = rows[:limit]
    return [Figure._make(row[1:]) for row in shown], shown[-1][0] if len(rows) > limit else None


@dataclass(frozen=True, slots=True)
class Used:
    """Codes and names that some figures use."""

    definitions: frozenset[str]
    places: frozenset[str]
    cuts: frozenset[str]
    releases: frozenset[str]

    @classmethod
    def by(cls, observations: ObservationQuerySet) -> Used:
        """Four queries."""
        releases = observations.values_list("release__source__slug", "release__edition")
        return cls(
            frozenset(observations.values_list("definition__slug", flat=True).distinct()),
            frozenset(observations.values_list("place", flat=True).distinct()),
            frozenset(observations.values_list("cut", flat=True).distinct()),
            frozenset(f"{source}/{edition}" for source, edition in releases.distinct()),
        )

    @classmethod
    def by_rows(cls, rows: Iterable[Figure]) -> Used:
        rows = list(rows)
        return cls(
            frozenset(row.definition for row in rows), frozenset(row.place for row in rows),
            frozenset(row.cut for row in rows), frozenset(row.edition_of_source for row in rows),
        )  # fmt: skip


def about(used: Used, date: dt.date | None = None, indicator: m.Indicator | None = None) -> About:
    """What the codes mean, for the reader of now. Four queries."""
    parts = {pair for cut in used.cuts for pair in parts_of(cut).items()}
    pairs = parts | {(PLACE, place) for place in used.places}
    codes: dict[str, list[m.Code]] = {}
    dimensions: dict[str, m.Dimension] = {}
    asked = m.Code.objects.filter(dimension__slug__in={slug for slug, _ in pairs}).select_related("dimension")
    for code in asked.order_by("dimension__position", "position"):
        if (code.dimension.slug, code.code) in pairs:
            dimensions[code.dimension.slug] = code.dimension
            codes.setdefault(code.dimension.slug, []).append(code)
    definitions = (
        m.Definition.objects.filter(slug__in=used.definitions)
        .select_related("indicator", "family")
        .order_by("indicator__number", "position")
    )
    sources = m.Source.objects.filter(slug__in={each.partition("/")[0] for each in used.releases})
    return About(
        indicator=indicator,
        definitions={each.slug: each for each in definitions},
        dimensions=tuple(each for slug, each in dimensions.items() if slug != PLACE),
        codes={slug: tuple(listed) for slug, listed in codes.items()},
        sources={each.slug: each for each in sources.order_by("slug")},
        editions=tuple(sorted(used.releases)),
        notes={each.slug: each.words for each in m.Note.objects.order_by("slug")},
        language=reader_language(), date=date, site=settings.PUBLIC_ADDRESS,
    )  # fmt: skip
