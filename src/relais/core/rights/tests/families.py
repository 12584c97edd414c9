"""Random families of which a part is known, for the whole catalogue."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as some

from relais.core.rights.about import About, read_about
from relais.core.rights.book import CATALOGUE, read_book
from relais.core.rights.family import Family
from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON
from relais.core.rights.laws import Law, Node, law_on
from relais.core.rights.tests.test_agreement import answer

BIRTH = "family.birth_date"
TODAY = dt.date(2026, 11, 30)
LAW = law_on(read_book(), TODAY)
INPUTS = [n for n in LAW.nodes.values() if isinstance(n.what, Input)]
FILES = {folder.name: folder / "right.yaml" for folder in CATALOGUE.iterdir()}
RIGHTS: dict[str, About] = {name: read_about(file) for name, file in FILES.items() if file.exists()}


@some.composite
def families(draw: some.DrawFn) -> Family:
    """A parent, some others, and an answer to most questions."""
    random = draw(some.randoms(use_true_random=False))

    def told(inputs: list[Node]) -> dict[str, Any]:
        return {n.name: draw(answer(n)) for n in inputs if random.random() < 0.8}

    of_person = [n for n in INPUTS if n.entity == PERSON]
    of_all = [n for n in INPUTS if n.entity != PERSON]
    roles = ["parent", *draw(some.lists(some.sampled_from(["child", "child", "other"]), max_size=2))]
    persons = {f"{n}": told(of_person) | {"family.role": role} for n, role in enumerate(roles)}
    _eldest_first(persons)
    return Family(persons, told(of_all))


def _eldest_first(persons: dict[str, dict[str, Any]]) -> None:
    """Nobody is born before the parent, who comes first."""
    known = [told for told in persons.values() if BIRTH in told]
    if BIRTH in persons["0"]:
        eldest = min(known, key=lambda told: told[BIRTH])
        eldest[BIRTH], persons["0"][BIRTH] = persons["0"][BIRTH], eldest[BIRTH]


def law(date: dt.date) -> Law:
    return law_on(read_book(), date)
