"""Columns: blocks and threads change nothing, and what cannot be is refused by name."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from relais.core.rights.bulk.batch import run
from relais.core.rights.bulk.plans import Plan, plan
from relais.core.rights.bulk.populations import Population
from relais.core.rights.bulk.selecting import select
from relais.core.rights.law import HOUSEHOLD, rule, total
from relais.core.rights.problems import WrongInput
from relais.core.rights.tests import make


@rule(HOUSEHOLD, "EUR/month", article="")
def after_rent(incomes, rent):
    """What is left."""
    return incomes - rent if incomes > rent else 0


def made() -> Plan:
    law = make.law(
        after_rent, make.number("income"), make.number("rent", "household"),
        incomes=total("income", "EUR/month"),
    )  # fmt: skip
    return plan(law, ["it.after_rent", "it.incomes"])


def test_blocks_and_threads_change_nothing() -> None:
    people = make.drawn(made(), 1, 300)
    whole = run(made(), people)
    for block, workers in ((1, 1), (7, 3), (100, 2)):
        parts = run(made(), people, block=block, workers=workers)
        assert all(np.array_equal(parts[name], whole[name]) for name in whole)


def test_a_household_is_never_cut() -> None:
    people = Population(3, np.array([0, 0, 0, 0, 2]))
    persons = [people.part(*block).household_of.tolist() for block in people.blocks(1)]
    assert persons == [[0, 0, 0, 0], [], [0]]


def test_nobody_at_all_is_no_mistake() -> None:
    people = Population(0, np.zeros(0, int), {"it.income": np.zeros(0)}, {"it.rent": np.zeros(0)})
    assert run(made(), people)["it.after_rent"].tolist() == []


def test_a_column_that_is_absent_or_too_short_is_named() -> None:
    people = Population(2, np.array([0, 1]), {"it.income": np.zeros(1)}, {"it.rent": np.zeros(2)})
    with pytest.raises(WrongInput, match=r"it\.income: has 1 values, not 2"):
        run(made(), people)
    with pytest.raises(WrongInput, match=r"it\.income: there is no such column of each person"):
        run(made(), Population(2, np.array([0, 1])))


NUMBERS = some.floats(allow_nan=False) | some.integers(-1000, 1000)


@given(some.lists(some.tuples(some.booleans(), NUMBERS, NUMBERS), min_size=1, max_size=20), NUMBERS)
def test_select_chooses_as_where_does(rows: list[tuple[bool, float, float]], one: float) -> None:
    test, yes, no = (np.array(column) for column in zip(*rows, strict=True))
    for left, right in (
        (yes, no),
        (one, no),
        (yes, one),
        (0, no),
        (yes, 0),
        (one, 0),
        (False, test),
        (0.0, no),
    ):
        found, expected = select(test, left, right), np.where(test, left, right)
        assert found.dtype == expected.dtype
        assert np.array_equal(found, expected)
