"""One family explained and columns of many agree to the cent, for the whole catalogue and any household."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from relais.core.rights.book import read_book
from relais.core.rights.bulk.batch import run
from relais.core.rights.bulk.plans import plan
from relais.core.rights.bulk.populations import Population
from relais.core.rights.engine import evaluate
from relais.core.rights.family import Family
from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON, Rule
from relais.core.rights.laws import Law, Node, law_on

DAYS = [dt.date(2025, 2, 1), dt.date(2025, 8, 31), dt.date(2026, 6, 1)]
LAWS = {day: law_on(read_book(), day) for day in DAYS}


def rules_of(law: Law, right: str) -> list[str]:
    return [n.name for n in law.nodes.values() if isinstance(n.what, Rule) and n.name.startswith(f"{right}.")]


PAIRS = [(day, right) for day, law in LAWS.items() for right in read_book().rights if rules_of(law, right)]


def answer(node: Node) -> some.SearchStrategy[Any]:
    """Any answer to an input: children yet to be born, thresholds and cents included."""
    asked = node.what
    assert isinstance(asked, Input)
    if asked.kind == "yes-no":
        return some.booleans()
    if asked.kind == "choice":
        return some.sampled_from(list(asked.options))
    if asked.kind == "date":
        return some.dates(dt.date(1950, 1, 1), dt.date(2027, 12, 31))
    highest = min(asked.highest if asked.highest is not None else 1e6, 1e6)
    whole = some.integers(int(asked.lowest or 0), int(highest))
    return (
        whole
        if asked.unit in ("child", "person", "year", "month", "point", "room")
        else whole.map(lambda n: n / 4)
    )


def inputs_for(law: Law, rules: list[str]) -> list[Node]:
    return [node for node in law.needed_for(rules) if isinstance(node.what, Input)]


def families(inputs: list[Node]) -> some.SearchStrategy[list[Family]]:
    person = some.fixed_dictionaries({n.name: answer(n) for n in inputs if n.entity == PERSON})
    household = some.fixed_dictionaries({n.name: answer(n) for n in inputs if n.entity != PERSON})
    persons = some.lists(person, max_size=5).map(lambda each: {str(n): told for n, told in enumerate(each)})
    return some.lists(some.builds(Family, persons, household), min_size=1, max_size=4)


def coded(node: Node, value: Any) -> Any:
    """An answer as a column holds it."""
    asked = node.what
    assert isinstance(asked, Input)
    return list(asked.options).index(value) if asked.kind == "choice" else asked.read(value, "a test")


def population(inputs: list[Node], many: list[Family]) -> Population:
    household_of = np.array([n for n, family in enumerate(many) for _ in family.persons], dtype=np.intp)
    kinds: dict[str, Any] = {"yes-no": bool, "date": np.int64, "choice": np.int64, "number": float}
    of_persons = {
        n.name: np.array(
            [coded(n, p[n.name]) for f in many for p in f.persons.values()], dtype=kinds[n.what.kind]
        )  # type: ignore[union-attr]
        for n in inputs
        if n.entity == PERSON
    }
    of_households = {
        n.name: np.array([coded(n, f.household[n.name]) for f in many], dtype=kinds[n.what.kind])  # type: ignore[union-attr]
        for n in inputs
        if n.entity != PERSON
    }
    return Population(len(many), household_of, of_persons, of_households)


@pytest.mark.parametrize(("day", "right"), PAIRS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=some.data())
def test_explained_and_columns_agree_for_every_rule(day: dt.date, right: str, data: some.DataObject) -> None:
    law = LAWS[day]
    rules = rules_of(law, right)
    inputs = inputs_for(law, rules)
    many = data.draw(families(inputs))
    block = data.draw(some.sampled_from([1, 2, 1000]))
    found = run(plan(law, rules, use_last=True), population(inputs, many), block=block)
    results = [(family, evaluate(law, family, rules, use_last=True)) for family in many]
    for name in rules:
        expected = [
            result.value(name, of)
            for family, result in results
            for of in (family.persons if law.nodes[name].entity == PERSON else (None,))
        ]
        assert found[name].tolist() == expected, name
