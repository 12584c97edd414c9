"""On a real table, from its cells to the rows that readers get, nothing hidden can be computed."""

from __future__ import annotations

import pytest

from relais.apps.observatory.models import Dimension, Observation
from relais.apps.observatory.protecting import known_of, protect
from relais.apps.observatory.protecting.published import cells_of, release_of
from relais.apps.observatory.tests.make import WORDS, make_definition, make_source
from relais.apps.observatory.tests.publishing import make_published
from relais.core.figures.cube import TOTAL, Cell, Said, cut_of
from relais.core.figures.disclosure import Table, audit
from relais.core.figures.disclosure.tests.schaerbeek import FILE, blocks

SOME = ("Linthout", "Cerisiers", "Reyers", "Nord")  # of the thirteen quarters
WHOLE = "21015"


def figures_of(table: Table) -> dict[Cell, Said]:
    """The cells of a file, as an importer would give them."""
    return {
        Cell("persons", WHOLE if place == TOTAL else place, "2026", cut_of({"age": age, "sex": sex})): Said(
            float(number)
        )
        for (place, age, sex), number in table.values.items()
    }


def declare(table: Table) -> None:
    for position, dimension in enumerate(table.dimensions):
        top = WHOLE if dimension.name == "place" else None
        partitions = [[top if whole == TOTAL else whole, parts] for whole, parts in dimension.parts.items()]
        Dimension.objects.create(
            slug=dimension.name, name=WORDS, partitions=partitions, alike=[], position=position
        )


@pytest.mark.django_db
@pytest.mark.skipif(not FILE.exists(), reason="the table of Schaerbeek is not beside this repository")
def test_no_hidden_person_of_schaerbeek_can_be_found_in_what_is_published() -> None:
    table = blocks(*SOME, linked=True)
    declare(table)
    make_definition("persons")
    raw = figures_of(table)
    names = [dimension.name for dimension in table.dimensions]
    known = known_of(raw, nobody=[dict(zip(names, codes, strict=True)) for codes in table.structural])
    made = protect(raw, known)
    make_published(made, make_source(), "2026-06-01")
    rows = {
        Cell("persons", row.place, row.period, row.cut): Said(row.value, secrecy=row.secrecy)
        for row in Observation.objects.current()
    }
    assert len(rows) == len(raw)
    assert len(made.hidden) == sum(said.value is None for said in rows.values())
    assert sum((said.value or 0) < 5 for said in raw.values()) < len(made.hidden) < len(rows) / 5
    findings = audit(release_of(rows, known, cells_of([rows])))
    assert findings.passes and not findings.recoverable
    assert len(findings.intervals) == len(made.hidden)
