"""Without and with a reform, one family and many in columns: nobody is lost, nothing unknown filled in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from relais.core.rights.about import About, read_about
from relais.core.rights.book import CATALOGUE, Book, read_book
from relais.core.rights.bulk.populations import Population
from relais.core.rights.bulk.winners import Effects, Tally, effects, tally, together
from relais.core.rights.effects import compare, worth
from relais.core.rights.family import Family
from relais.core.rights.law import PERSON
from relais.core.rights.laws import Law, law_on
from relais.core.rights.outcomes import State
from relais.core.rights.problems import WrongInput
from relais.core.rights.reforms.amending import amended
from relais.core.rights.reforms.file import Change
from relais.core.rights.tests.test_agreement import families, inputs_for, population
from relais.core.rights.tests.test_outcomes import ALL, CHILD, PARENT

ON = dt.date(2025, 2, 1)
# Won or lost by an amount, by none but the verdict, in a month and in a year.
RIGHTS: dict[str, About] = {
    name: read_about(CATALOGUE / name / "right.yaml")
    for name in ("child_benefit", "increased_reimbursement", "school_allowance", "social_rent")
}
CHANGES = {
    "child_benefit.ceiling_1": Change("times", 1.2, None, None),  # type: ignore[arg-type]
    "child_benefit.middle": Change("value", 0, None, None),  # type: ignore[arg-type]
    "increased_reimbursement.yearly_base": Change("plus", 5000, None, None),  # type: ignore[arg-type]
}


def changed(book: Book) -> Book:
    rights = dict(book.rights)
    for name, change in CHANGES.items():
        home, _, bare = name.partition(".")
        parameter = amended(rights[home].parameters[bare], change, ON, "trial")
        rights[home] = replace(rights[home], parameters={**rights[home].parameters, bare: parameter})
    return Book(rights)


@cache
def laws() -> tuple[Law, Law]:
    book = read_book(list(RIGHTS))
    return law_on(book, ON), law_on(changed(book), ON)


def of(*amounts: tuple[float, float], unit: str = "EUR/month") -> Effects:
    return Effects(unit, *np.array(amounts, dtype=float).T)


def test_a_family_sees_each_right_before_and_after_and_what_it_gains() -> None:
    family = Family({"ada": {**PARENT, "income": 45000}, "bo": CHILD}, ALL)
    found = compare(*laws(), {"child_benefit": RIGHTS["child_benefit"]}, family)
    [effect] = found.effects
    assert (effect.unit, effect.before.amount, effect.after.amount) == ("EUR/month", 186.51, 236.25)
    assert effect.difference == pytest.approx(49.74)
    assert not effect.is_unchanged


def test_what_is_not_known_stays_so_on_both_sides() -> None:
    family = Family({"ada": {"role": "parent"}, "bo": CHILD}, ALL)
    [effect] = compare(*laws(), {"child_benefit": RIGHTS["child_benefit"]}, family).effects
    assert (effect.difference, effect.is_unchanged) == (None, True)


def test_a_right_without_an_amount_is_won_or_lost_and_one_that_is_not_computed_is_left_out() -> None:
    found = compare(*laws(), RIGHTS, Family({"ada": PARENT, "bo": CHILD}, ALL)).effects
    assert "social_rent" not in [effect.before.right for effect in found]
    [effect] = [each for each in found if each.before.right == "increased_reimbursement"]
    assert effect.unit == "bool"
    won = replace(
        effect, before=replace(effect.before, state=State.NOT_ENTITLED),
        after=replace(effect.after, state=State.ENTITLED),
    )  # fmt: skip
    assert (won.difference, replace(won, before=won.after, after=won.before).difference) == (1, -1)


def with_eldest_parents(family: Family) -> Family:
    """No child is older than a parent."""
    born = {"family.birth_date": dt.date(1950, 1, 1)}
    persons = {
        name: {**told, **born} if told.get("family.role") == "parent" and born.keys() <= told.keys() else told
        for name, told in family.persons.items()
    }
    return Family(persons, family.household)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate]
)  # to shrink what fails would compile the rules anew each time
@given(data=some.data())
def test_a_family_and_its_row_in_columns_agree_and_every_household_is_counted_once(
    data: some.DataObject,
) -> None:
    before, after = laws()
    computed = {name: about for name, about in RIGHTS.items() if about.verdict}
    names = [f"{r}.{n}" for r, about in computed.items() for n in (about.verdict, about.amount) if n]
    inputs = inputs_for(before, names)
    many = [with_eldest_parents(family) for family in data.draw(families(inputs))]
    found = effects(before, after, RIGHTS, population(inputs, many), use_last=True)
    assert list(found) == list(computed)
    for row, family in enumerate(many):
        for one in compare(before, after, computed, family, use_last=True).effects:
            column = found[one.before.right]
            assert column.unit == one.unit
            for told, value in ((one.before, column.before), (one.after, column.after)):
                assert worth(told) == pytest.approx(value[row], abs=1e-6)
    for column in found.values():
        [all_of_them] = tally(column)
        counted = (all_of_them.winners, all_of_them.losers, all_of_them.unchanged, all_of_them.unknown)
        assert sum(counted) == all_of_them.households == len(many)
        assert all_of_them.total == pytest.approx(float(np.sum(column.difference)))


def test_households_are_counted_by_group_and_weight() -> None:
    found = of((0, 20), (100, 90), (50, 50.004), (0, float("nan")), (0, 40))
    [everyone] = tally(found)
    assert (everyone.winners, everyone.losers, everyone.unchanged, everyone.unknown) == (2, 1, 1, 1)
    assert (everyone.gained, everyone.lost, everyone.total) == (60, -10, 50)
    assert (everyone.mean_gain, everyone.mean_loss) == (30, -10)
    groups, weights = np.array(["b", "a", "a", "b", "b"]), np.array([1, 10, 10, 1, 2])
    a, b = tally(found, groups=groups, weights=weights)
    assert a == Tally("a", "EUR/month", 20, 0, 10, 10, 0, 0, -100)
    assert b == Tally("b", "EUR/month", 4, 3, 0, 0, 1, 100, 0)
    assert (a.mean_gain, b.mean_gain) == (None, pytest.approx(100 / 3))


def test_no_household_at_all_is_counted_too() -> None:
    [nobody] = tally(Effects("EUR/month", np.zeros(0), np.zeros(0)))
    assert (nobody.households, nobody.total, nobody.mean_gain) == (0, 0, None)


def test_only_what_is_in_one_unit_is_added_and_a_year_by_month_when_that_is_said() -> None:
    month, year = of((0, 10), (5, 5)), of((0, 120), (24, 0), unit="EUR/year")
    assert together([month, month]).difference.tolist() == [20, 0]
    assert together([year, year]).unit == "EUR/year"
    both = together([month, year], per_month=True)
    assert (both.unit, both.difference.tolist()) == ("EUR/month", [20, -2])
    unknown = together([month, of((0, float("nan")), (0, 1))])
    assert np.isnan(unknown.difference).tolist() == [True, False]


@pytest.mark.parametrize(
    ("units", "per_month"),
    [("EUR/month EUR/year", False), ("EUR EUR/month", True), ("bool", False), ("", False), ("", True)],
)
def test_what_is_not_in_one_unit_is_not_added(units: str, per_month: bool) -> None:
    with pytest.raises(WrongInput, match="can be added up"):
        together([of((0, 1), unit=unit) for unit in units.split()], per_month=per_month)


def test_a_household_of_which_an_answer_is_not_known_is_not_known() -> None:
    before, after = laws()
    inputs = inputs_for(before, ["child_benefit.is_beneficiary", "child_benefit.monthly"])
    people = population(inputs, [a_family(inputs)] * 2)
    incomes = {"family.income": np.array([np.nan, 0.0])}
    people = replace(people, of_persons={**people.of_persons, **incomes})
    found = effects(before, after, {"child_benefit": RIGHTS["child_benefit"]}, people)
    assert np.isnan(found["child_benefit"].difference).tolist() == [True, False]


def a_family(inputs: list[Any]) -> Family:
    """A family of one, with an answer to each input."""
    kinds: dict[str, Any] = {"yes-no": False, "date": dt.date(2020, 1, 1), "number": 0}
    told = [(n, next(iter(n.what.options)) if n.what.options else kinds[n.what.kind]) for n in inputs]
    person = {n.name: answer for n, answer in told if n.entity == PERSON}
    return Family({"a": person}, {n.name: answer for n, answer in told if n.entity != PERSON})


def test_an_amount_that_is_not_known_that_day_is_not_made_up_for_a_population() -> None:
    late = dt.date(2026, 6, 1)
    law = law_on(read_book(["child_benefit"]), late)
    nobody = Population(0, np.zeros(0, dtype=np.intp))
    with pytest.raises(WrongInput, match="known up to 2025-12-31"):
        effects(law, law, {"child_benefit": RIGHTS["child_benefit"]}, nobody)
