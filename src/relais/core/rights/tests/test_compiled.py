"""The compiled rules give what columns give, to the last bit, for every rule of the catalogue."""

from __future__ import annotations

import datetime as dt
import sys

import numpy as np
import pytest

from relais.core.rights.book import read_book
from relais.core.rights.bulk.batch import run
from relais.core.rights.bulk.compiled import compiled
from relais.core.rights.bulk.extras import NotInstalled
from relais.core.rights.bulk.plans import Plan, plan
from relais.core.rights.bulk.populations import Population
from relais.core.rights.law import PERSON, Rule, per_month, rule
from relais.core.rights.laws import law_on
from relais.core.rights.tests import make

DAYS = [dt.date(2025, 2, 1), dt.date(2026, 6, 1)]


def whole_catalogue(day: dt.date) -> Plan:
    law = law_on(read_book(), day)
    rules = [node.name for node in law.nodes.values() if isinstance(node.what, Rule)]
    return plan(law, rules, use_last=True)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_compiled_and_columns_are_equal_for_every_rule(day: dt.date) -> None:
    made = whole_catalogue(day)
    program = compiled(made)
    for seed in range(8):
        people = make.drawn(made, seed, 120)
        expected, found = run(made, people), program.run(people)
        assert [name for name in made.asked if not np.array_equal(found[name], expected[name])] == []


@rule(PERSON, "EUR/month", article="")
def monthly_income(income, gift):
    """A share of a twelfth of it, and a gift."""
    return per_month(income) * 0.7 + gift


def small() -> tuple[Plan, Population]:
    law = make.law(monthly_income, make.number("income", unit="EUR/year"), make.number("gift"))
    made = plan(law, ["it.monthly_income"])
    return made, make.drawn(made, 1, 300)


def test_a_division_a_product_and_a_sum_are_rounded_one_by_one() -> None:
    made, people = small()
    told = zip(*(people.of_persons[name].tolist() for name in ("it.income", "it.gift")), strict=True)
    expected = [income / 12 * 0.7 + gift for income, gift in told]
    assert compiled(made).run(people)["it.monthly_income"].tolist() == expected


def test_blocks_do_not_matter() -> None:
    made, people = small()
    program = compiled(made)
    assert np.array_equal(
        program.run(people, block=64)["it.monthly_income"], program.run(people)["it.monthly_income"]
    )


def test_nobody_at_all_is_no_mistake() -> None:
    made, _ = small()
    nobody = Population(0, np.zeros(0, int), {"it.income": np.zeros(0), "it.gift": np.zeros(0)})
    assert compiled(made).run(nobody)["it.monthly_income"].tolist() == []


def test_numbers_of_others_stay_as_they_are() -> None:
    import jax.numpy as jnp

    made, people = small()
    compiled(made).run(people)
    assert jnp.asarray(1.5).dtype == jnp.float32


def test_without_jax_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jax", None)
    with pytest.raises(NotInstalled, match=r"pip install 'relais\[compiled\]'"):
        compiled(small()[0])
