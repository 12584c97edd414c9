"""A crowd answers every input within its limits, and its columns say what each of its families is told."""

from __future__ import annotations

import datetime as dt

import numpy as np

from relais.core.rights.book import read_book
from relais.core.rights.bulk.batch import run
from relais.core.rights.bulk.plans import plan
from relais.core.rights.engine import evaluate
from relais.core.rights.law import PERSON, Rule
from relais.core.rights.laws import law_on
from relais.core.rights.tests.crowd import crowd, family_in

LAW = law_on(read_book(), dt.date(2025, 2, 1))
RULES = [node.name for node in LAW.nodes.values() if isinstance(node.what, Rule)]


def test_a_crowd_is_the_same_for_the_same_seed() -> None:
    one, other = (crowd(LAW, RULES, 500) for _ in range(2))
    assert len(one.household_of) == 500
    assert one.households == one.household_of[-1] + 1
    assert all((column == other.of_persons[name]).all() for name, column in one.of_persons.items())


def test_the_whole_catalogue_gives_each_family_of_a_crowd_what_its_columns_give() -> None:
    people = crowd(LAW, RULES, 30)
    found = run(plan(LAW, RULES, use_last=True), people)
    for number in range(people.households):
        result = evaluate(LAW, family_in(LAW, people, number), RULES, use_last=True)
        for name in RULES:
            if LAW.nodes[name].entity == PERSON:
                alone = [result.value(name, person) for person in result.persons]
                together = found[name][[int(person) for person in result.persons]]
            else:
                alone, together = [result.value(name)], found[name][[number]]
            assert np.allclose(together.astype(float), np.array(alone, dtype=float), rtol=0, atol=1e-6), name
