"""A crowd: many random households with an answer to every input of a law, each within its limits.

For benchmarks, and for tests of columns against one family. Answers are plausible one by one (a parent first
in each household, incomes that fall on both sides of ceilings), and independent of one another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relais.core.rights.bulk.populations import Population
from relais.core.rights.family import Family
from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON
from relais.core.rights.laws import Law, Node

PERSONS_EACH = 2.24  # of a household, on average, as in Brussels
ROLES = ("parent", "partner", "child", "other")
# Up to what an answer in a unit goes, where its input has no lower limit of its own.
MOST = {
    "EUR": 50_000, "EUR/year": 60_000, "EUR/month": 4_000, "EUR/day": 150, "EUR/hour": 30, "child": 6,
    "person": 100, "year": 40, "month": 60, "week": 52, "day": 365, "hour": 60, "hour/week": 40, "point": 15,
    "room": 6, "km": 50, "m2": 150, "1": 1,
}  # fmt: skip
FRACTIONS = ("EUR", "EUR/year", "EUR/month", "EUR/day", "EUR/hour", "1")  # in quarters; the rest in ones


def inputs_of(law: Law, rules: Iterable[str]) -> list[Node]:
    """Every input that `rules` may need."""
    return [node for node in law.needed_for(rules) if isinstance(node.what, Input)]


def crowd(law: Law, rules: Iterable[str], persons: int, seed: int = 2020) -> Population:
    """`persons` persons in households of at least one, the same for the same seed."""
    some = np.random.default_rng(seed)
    is_first = some.random(persons) < 1 / PERSONS_EACH
    is_first[:1] = True
    household_of = np.cumsum(is_first) - 1
    households = int(is_first.sum())
    of_persons: dict[str, Any] = {}
    of_households: dict[str, Any] = {}
    for node in inputs_of(law, rules):
        if node.entity != PERSON:
            of_households[node.name] = _answers(node, households, some)
        elif node.name == "family.role":
            of_persons[node.name] = _roles(node, is_first, some)
        else:
            of_persons[node.name] = _answers(node, persons, some)
    return Population(households, household_of, of_persons, of_households)


def _answers(node: Node, number: int, some: np.random.Generator) -> NDArray[Any]:
    asked = node.what
    assert isinstance(asked, Input)
    match asked.kind:
        case "yes-no":
            return some.random(number) < 0.4
        case "choice":
            return some.integers(0, len(asked.options), number, dtype=np.int32)
        case "date":
            year, month, day = (some.integers(*ends, number) for ends in ((1960, 2027), (1, 13), (1, 29)))
            return (year * 10000 + month * 100 + day).astype(np.int32)
    most = MOST[asked.unit] if asked.highest is None else min(asked.highest, MOST[asked.unit])
    step = 4 if asked.unit in FRACTIONS else 1
    least = int((asked.lowest or 0) * step)
    return some.integers(least, max(int(most * step), least) + 1, number) / step


def _roles(node: Node, is_first: NDArray[np.bool_], some: np.random.Generator) -> NDArray[Any]:
    """A parent first; then mostly children."""
    assert isinstance(node.what, Input)
    options = list(node.what.options)
    parent, *others = (options.index(role) for role in ROLES)
    later = some.choice(others, len(is_first), p=(0.2, 0.7, 0.1))
    return np.where(is_first, parent, later).astype(np.int32)


def family_in(law: Law, people: Population, number: int) -> Family:
    """One household of a crowd, as it would be told. Raises KeyError for a column that is no input."""
    begin, end = np.searchsorted(people.household_of, [number, number + 1])
    persons = {
        str(at): {name: _told(law, name, column[at]) for name, column in people.of_persons.items()}
        for at in range(begin, end)
    }
    return Family(
        persons, {name: _told(law, name, column[number]) for name, column in people.of_households.items()}
    )


def _told(law: Law, name: str, value: Any) -> Any:
    asked = law.inputs[name].what
    assert isinstance(asked, Input)
    match asked.kind:
        case "yes-no":
            return bool(value)
        case "choice":
            return list(asked.options)[value]
        case "date":
            return dt.date(value // 10000, value // 100 % 100, value % 100)
    return float(value)
