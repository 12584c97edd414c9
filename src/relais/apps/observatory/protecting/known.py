"""What must be known to protect a file: definitions, how codes add up, and all that the world has read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from relais.apps.observatory import models as m
from relais.apps.observatory.protecting.trees import Adding
from relais.apps.observatory.vocabulary import Secrecy, State
from relais.core.figures.cube import Cell, Said

Figures = Mapping[Cell, Said]
Definitions = Mapping[str, m.Definition]
Slice = tuple[str, str]
"""A definition and a period."""


@dataclass(frozen=True, slots=True)
class Known:
    """`earlier` is what accepted releases of any source said, the oldest first: what was shown once is known.

    `nobody` are codes that exclude one another (fathers under ten: {"age": "0-9", "position": "father"}):
    a zero there tells nothing, and is shown.
    """

    definitions: Definitions
    adding: Mapping[str, Adding] = field(default_factory=dict)
    earlier: Sequence[Figures] = ()
    nobody: Sequence[Mapping[str, str]] = ()


def known_of(figures: Collection[Cell], nobody: Sequence[Mapping[str, str]] = ()) -> Known:
    """What is known around these cells, as the database has it. Four queries; none reads a hidden number."""
    slugs = {cell.definition for cell in figures}
    return Known(
        {each.slug: each for each in m.Definition.objects.filter(slug__in=slugs)}, _adding(),
        _earlier(slugs, {cell.period for cell in figures}), nobody,
    )  # fmt: skip


def _adding() -> dict[str, Adding]:
    parents: dict[str, dict[str, str]] = {}
    coded = m.Code.objects.exclude(parent=None).values_list("dimension__slug", "code", "parent")
    for dimension, code, parent in coded:
        parents.setdefault(dimension, {})[code] = str(parent)
    return {
        slug: Adding(partitions, parents.get(slug, {}))
        for slug, partitions in m.Dimension.objects.values_list("slug", "partitions")
    }


def _earlier(definitions: Collection[str], periods: Collection[str]) -> list[Figures]:
    """Every cell that was ever shown, also what was superseded since; of other periods only what was hidden,
    which is hidden again where that serves. Apart by definition and period: where figures of one do not fit
    together, those of the others still count."""
    told = m.Observation.objects.filter(
        Q(period__in=periods) | Q(secrecy=Secrecy.HIDDEN), definition__slug__in=definitions,
        release__state=State.ACCEPTED,
    ).order_by("release__available_date", "release", "pk")  # fmt: skip
    found: dict[tuple[int, str, str], dict[Cell, Said]] = {}
    for release, definition, place, period, cut, value, decimals, answers, secrecy in told.values_list(
        "release", "definition__slug", "place", "period", "cut", "value", "decimals", "answers", "secrecy"
    ).iterator():
        said = Said(value, decimals, answers=answers, secrecy=secrecy)
        edition = found.setdefault((release, definition, period), {})
        edition[Cell(definition, place, period, cut)] = said
    return list(found.values())
