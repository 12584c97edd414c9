"""What must be known to protect a file: definitions, how codes add up, and all that the world has read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from relais.apps.observatory import models as m
from relais.apps.observatory.protecting.trees import Adding
from relais.apps.observatory.vocabulary import State
from relais.core.figures.cube import Cell, Said

Edition = Mapping[Cell, Said]


@dataclass(frozen=True, slots=True)
class Known:
    """`earlier` is what accepted releases of any source said, the oldest first: what was shown once is known.

    `nobody` are codes that exclude one another (fathers under ten: {"age": "0-9", "position": "father"}):
    a zero there tells nothing, and is shown.
    """

    definitions: Mapping[str, m.Definition]
    adding: Mapping[str, Adding] = field(default_factory=dict)
    earlier: Sequence[Edition] = ()
    nobody: Sequence[Mapping[str, str]] = ()


def known_of(figures: Iterable[Cell], nobody: Sequence[Mapping[str, str]] = ()) -> Known:
    """What is known around these cells, as the database has it. Four queries; none reads a hidden number."""
    slugs = {cell.definition for cell in figures}
    return Known(
        {each.slug: each for each in m.Definition.objects.filter(slug__in=slugs)}, _adding(),
        _earlier(slugs), nobody,
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


def _earlier(definitions: Collection[str]) -> list[Edition]:
    """One query. Every cell that was ever shown, also what was superseded since."""
    rows = m.Observation.objects.filter(
        release__state=State.ACCEPTED, definition__slug__in=definitions
    ).select_related("definition").order_by("release__available_date", "release", "pk")  # fmt: skip
    found: dict[int, dict[Cell, Said]] = {}
    for row in rows.iterator():
        cell = Cell(row.definition.slug, row.place, row.period, row.cut)
        found.setdefault(row.release_id, {})[cell] = Said(
            row.value, row.decimals, answers=row.answers, secrecy=row.secrecy
        )
    return list(found.values())
