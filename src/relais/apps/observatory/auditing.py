"""The audit of what is current: tables to the plain figures that `core.figures.audit` reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from relais.apps.observatory import models as m
from relais.apps.observatory.vocabulary import Kind
from relais.core.figures.audit import Figure, Finding, Meaning, Structure, audit


def findings(on: dt.date | None = None) -> list[Finding]:
    """All that does not fit among the current figures, or those that were on a day; `of` are keys of
    observations. Four queries.
    """
    return audit(_figures(on), _meanings(), _structure(), _breaks())


def _figures(on: dt.date | None) -> Iterator[Figure]:
    columns = (
        "pk", "release__source__slug", "definition__slug", "place", "period", "cut", "value", "decimals",
        "printed",
    )  # fmt: skip
    every = m.Observation.objects
    shown = (every.as_of(on).not_hidden() if on else every.current()).filter(value__isnull=False)
    for row in shown.in_order().values_list(*columns).iterator():
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
