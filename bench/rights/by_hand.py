"""The small law by hand: what who knows numpy writes for whole columns, without any engine."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from bench.rights.case import DAY, amounts_of_the_day
from bench.rights.people import People

OLDEST, MOST = 30, 3  # of ages and of children: every band begins below


def load() -> SimpleNamespace:
    """The amounts, tables as dense arrays by age or number."""
    return SimpleNamespace(**{name: dense(value) for name, value in amounts_of_the_day().items()})


def dense(value: Any) -> Any:
    """A table of bands as an array with one place for each age, or for each number."""
    if not isinstance(value, dict):
        return value
    starts = sorted(value)
    every = range(OLDEST + 1)
    rows = [dense(value[max([start for start in starts if start <= n], default=starts[0])]) for n in every]
    return np.array(rows, dtype=float)


def columns(law: SimpleNamespace) -> Callable[[People], dict[str, Any]]:
    today = DAY.year * 10000 + DAY.month * 100 + DAY.day
    august = DAY.year * 10000 + 831

    def run(people: People) -> dict[str, Any]:
        of, households = people.household_of, len(people.rent)

        def total(column: Any) -> Any:
            return np.bincount(of, column, households)

        age = np.clip((today - people.birth_date) // 10000, 0, OLDEST)
        right = people.is_child & (people.birth_date <= today)
        right &= (age < 18) | ((age < 25) & people.is_student)
        children = total(right).astype(np.int64)
        adults = total(~people.is_child)
        income = total(people.income)
        many = np.minimum(children, OLDEST)
        low = income < law.threshold_1
        extra = np.where(low & (adults == 1) & (children >= 2), law.single_parent, 0.0)
        middle = np.where(~low & (income < law.threshold_2), law.middle[many], 0.0) + extra
        supplement = np.where(low[of], law.low[many[of], age], 0.0) + middle[of]
        child_amount = np.where(right, law.by_age[age] + supplement, 0.0)
        ages = np.clip((august - people.birth_date) // 10000, 0, OLDEST)
        school_bonus = np.where(right, law.bonus_by_age[ages], 0.0)
        child_benefit = total(child_amount)
        full = law.by_category[np.where(children > 0, 3, np.where(adults == 1, 2, 1))]
        integration = np.where(adults > 0, np.maximum(full - total(people.resources), 0), 0.0)
        has_rent = ~people.rents_socially & (income <= law.ceiling_by_children[many])
        rent = np.where(has_rent, np.minimum(people.rent * law.rent_share, law.rent_most[many]), 0.0)
        together = child_benefit + total(school_bonus) / 12 + integration + rent
        return {
            "child_amount": child_amount, "school_bonus": school_bonus, "child_benefit": child_benefit,
            "integration_income": integration, "rent_subsidy": rent, "all_together": together,
        }  # fmt: skip

    return run


MANY = {"columns": columns}
