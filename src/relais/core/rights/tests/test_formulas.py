"""Formulas of leave: data that names rules; the same household is computed once for each."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from relais.core.rights.book import CATALOGUE, read_book
from relais.core.rights.cases import read_cases
from relais.core.rights.family import Family
from relais.core.rights.formulas import Formula, read_leave
from relais.core.rights.inputs import Input
from relais.core.rights.laws import law_on
from relais.core.rights.leave import Compared, compare
from relais.core.rights.outcomes import State
from relais.core.rights.units import BOOL
from relais.core.rights.words.wording import condition

BOOK = read_book()
LAW = law_on(BOOK, dt.date(2025, 12, 31))
LEAVES = {f.parent.name: read_leave(f) for f in sorted(CATALOGUE.glob("*/formulas.yaml"))}
FORMULAS = [formula for leave in LEAVES.values() for formula in leave.formulas]
WORKER = {"works_full_time": True, "months_with_employer": 15, "employer_agrees": False}
TAKEN = dict.fromkeys(("used_full", "used_half", "used_fifth", "used_tenth"), 0)
CHILD = {"role": "child", "birth_date": "2020-05-05", "is_own_child": True, "is_disabled": False,
         "is_dependent": True, **TAKEN}  # fmt: skip


def parental(form: str) -> Formula:
    return next(f for f in LEAVES["parental_leave"].formulas if f.given == {"leave_formula": form})


def compared(form: str, household: dict[str, Any] | None = None, **more: Any) -> Compared:
    persons = {"ada": {"role": "parent"}, "bo": CHILD | more.pop("child", {}), **more}
    return compare(LAW, parental(form), Family(persons, WORKER | (household or {})))


def test_every_formula_names_rules_and_answers_that_there_are() -> None:
    for formula in FORMULAS:
        assert all(LAW.nodes[name].unit == BOOL for name in formula.open)
        assert LAW.nodes[formula.length].unit in ("day", "week", "month")
        assert all(LAW.nodes[n].unit == "EUR/month" for n in (formula.gross, formula.net) if n)
        assert formula.gross or formula.pay, f"{formula.right} does not say who pays"
        for name, answer in formula.given.items():
            asked = LAW.inputs[name].what
            assert isinstance(asked, Input) and answer in asked.options


def test_every_motive_of_time_credit_is_compared() -> None:
    asked = LAW.inputs["time_credit_motive"].what
    assert isinstance(asked, Input)
    found = {formula.given["time_credit_motive"] for formula in LEAVES["time_credit"].formulas}
    assert found == set(asked.options)


def test_what_was_taken_is_asked_by_inputs_and_every_effect_has_a_source() -> None:
    for right, leave in LEAVES.items():
        assert all(isinstance(LAW.nodes[f"{right}.{name}"].what, Input) for name in leave.taken)
        assert leave.as_of is None or leave.as_of in LEAVES
        for each in (*leave.effects.values(), *leave.unpaid.values()):
            assert each.source.startswith("https://") and each.read <= dt.date.today()


@pytest.mark.parametrize(
    ("form", "months", "gross", "net"),
    [("full", 4, 1768.62, 1589.46), ("half", 8, 884.31, 732.66), ("fifth", 20, 353.72, 293.06)],
)
def test_one_household_is_computed_for_each_form(form: str, months: int, gross: float, net: float) -> None:
    found = compared(form)
    assert (found.state, found.lengths, found.unit) == (State.ENTITLED, {"bo": months}, "month")
    assert (found.gross, found.net) == (pytest.approx(gross), pytest.approx(net, abs=0.004))
    assert found.is_derived and found.used_to is None


def test_a_formula_gives_what_the_cases_of_the_right_give() -> None:
    for case in read_cases(CATALOGUE / "parental_leave" / "cases.yaml"):
        form = case.family.household.get("leave_formula")
        if form and "allowance" in case.expected:
            law = law_on(read_book(["parental_leave", "leave_allowance"]), case.date)
            found = compare(law, parental(form), case.family, use_last=True)
            if found.state == State.ENTITLED:
                assert found.gross == pytest.approx(case.expected["allowance"], abs=0.004), case.name


def test_what_is_shut_says_on_which_condition() -> None:
    found = compared("full", child={"birth_date": "2008-05-05"})
    assert found.state == State.NOT_ENTITLED
    assert [(reason.of, condition(reason.condition, "en")) for reason in found.reasons] == [
        ("bo", "Age (17 years) is below 12: no"), ("bo", "Recognised disability: no"),
    ]  # fmt: skip


def test_a_form_that_asks_for_consent_is_shut_without_it() -> None:
    found = compared("tenth")
    assert found.state == State.NOT_ENTITLED
    assert {(reason.of, condition(reason.condition, "en")) for reason in found.reasons} == {
        (None, "The employer agrees to a tenth less: no")
    }


def test_what_is_not_told_is_asked_and_never_taken_for_nothing() -> None:
    found = compared("full", {"months_with_employer": 15}, child={"is_dependent": True})
    assert found.needs == ()
    unknown = compare(LAW, parental("full"), Family({"ada": {"role": "parent"}, "bo": {"role": "child"}}))
    assert unknown.state == State.DEPENDS and unknown.gross is None
    assert "leave_formula" not in {need.name for need in unknown.needs} and unknown.needs


def test_what_is_shut_anyway_asks_nothing_more() -> None:
    own_child = next(f for f in LEAVES["time_credit"].formulas if "own_child" in f.given.values())
    ten = {**CHILD, "birth_date": "2015-05-05", "is_leave_for": True}
    found = compare(LAW, own_child, Family({"ada": {"role": "parent"}, "bo": ten}))
    assert found.state == State.NOT_ENTITLED
    # Only the fact: that the formula is for one's own child is no reason.
    assert [(reason.of, condition(reason.condition, "en")) for reason in found.reasons] == [
        ("bo", "Age (10 years) is below 8: no")
    ]


def test_another_adult_at_the_address_takes_the_amount_of_a_single_parent_away() -> None:
    alone, with_mother = compared("full"), compared("full", cy={"role": "other"})
    assert alone.gross is not None and with_mother.gross is not None
    assert with_mother.gross < alone.gross


def test_an_amount_past_its_last_known_day_is_unknown_and_the_day_is_said() -> None:
    family = Family({"ada": {"role": "parent"}, "bo": CHILD}, WORKER)
    law = law_on(BOOK, dt.date(2026, 11, 30))
    found = compare(law, parental("full"), family)
    assert (found.state, found.gross, found.known_to) == (State.ENTITLED, None, dt.date(2025, 12, 31))
    assert compare(law, parental("full"), family, use_last=True).used_to == dt.date(2025, 12, 31)
