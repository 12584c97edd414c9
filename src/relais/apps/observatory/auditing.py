"""The audit of what is current, or would be: tables to the plain figures that `core.figures.audit` reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from django.db.models import Q

from relais.apps.observatory import models as m
from relais.apps.observatory.memory import nothing_to_collect
from relais.apps.observatory.vocabulary import Kind
from relais.core.figures.audit import Figure, Finding, Meaning, Structure, audit


def findings(
    definitions: Collection[str] | None = None, proposed: m.Release | None = None, on: dt.date | None = None
) -> list[Finding]:
    """All that does not fit among the current figures, or those that were `on` a day; `of` are keys of
    observations. Four queries.

    Of some `definitions` only, which must be all that the audit sets beside each other (see `together`). With
    a `proposed` release: what would not fit, were it accepted.
    """
    known = if_accepted(proposed) if proposed else m.Observation.objects.shown(on)
    shown = known.filter(value__isnull=False)
    if definitions is not None:
        shown = shown.filter(definition__slug__in=definitions)
    with nothing_to_collect():
        return audit(_figures(shown), _meanings(), _structure(), _breaks())


def together(definitions: Iterable[str]) -> frozenset[str]:
    """These definitions and all that the audit may set beside them, directly or through others.

    It sets beside each other the definitions of one indicator, and a share and its parts. So findings on
    others cannot change when these do. One query.
    """
    columns = "slug", "indicator__slug", "numerator", "denominator"
    groups: dict[str, set[str]] = {}
    for slug, indicator, *parts in m.Definition.objects.values_list(*columns):
        names = [slug, f" {indicator}", *(part for part in parts if part)]
        joined = set().union(names, *(groups[name] for name in names if name in groups))
        groups |= dict.fromkeys(joined, joined)
    found = set().union(*(groups.get(slug, set()) for slug in definitions))
    return frozenset(name for name in found if not name.startswith(" "))


def if_accepted(release: m.Release) -> m.ObservationQuerySet:
    """What would be current, were a proposed release accepted now."""
    ended = Q(release__source=release.source_id) & m.ended_by(release)
    rest = Q(since__isnull=False, until__isnull=True) & ~ended
    return m.Observation.objects.filter(rest | Q(release=release))


def _figures(shown: m.ObservationQuerySet) -> Iterator[Figure]:
    columns = (
        "pk", "release__source__slug", "definition__slug", "place", "period", "cut", "value", "decimals",
        "printed",
    )  # fmt: skip
    for row in shown.order_by("pk").values_list(*columns).iterator(chunk_size=20_000):
        yield Figure(*row)


def _meanings() -> dict[str, Meaning]:
    return {
        each.slug: Meaning(
            each.indicator.slug, each.kind == Kind.COUNT, each.family.slug if each.family else None,
            each.family_cut, each.numerator, each.denominator, each.share_of,
        )
        for each in m.Definition.objects.select_related("indicator", "family")
    }  # fmt: skip


def _structure() -> Structure:
    every = list(m.Dimension.objects.values_list("slug", "partitions", "alike"))
    return Structure(
        {slug: [(whole, tuple(parts)) for whole, parts in each] for slug, each, _ in every},
        {slug: [tuple(codes) for codes in each] for slug, _, each in every},
    )


def _breaks() -> Iterator[tuple[str, str]]:
    for slug, date in m.BreakMark.objects.values_list("definition__slug", "date"):
        yield slug, str(date.year)
        yield slug, date.isoformat()
