"""One family, explained: unknown is a value, only what decides is asked, and a wrong answer is named."""
# mypy: disable-error-code="no-untyped-def"

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from relais.core.rights.book import read_book
from relais.core.rights.engine import evaluate
from relais.core.rights.family import Family
from relais.core.rights.law import (
    HOUSEHOLD,
    PERSON,
    cents_down,
    first_of_month,
    in_next_year,
    in_year,
    month_of_days,
    rule,
    steps,
    total,
    year_of_days,
    yearly_yield,
)
from relais.core.rights.laws import law_on
from relais.core.rights.parameters import read_parameters
from relais.core.rights.problems import FlawedLaw, WrongInput
from relais.core.rights.tests.make import ON, amount, book, choice, law, number, yes_no
from relais.core.rights.unknown import Need, Unknown
from relais.core.rights.words.explaining import explained
from relais.core.rights.words.wording import lines


@rule(HOUSEHOLD, "EUR/month", article="art. 1")
def subsidy(rent, wages, ceiling, help_with_rent):
    """Help with the rent, below a ceiling."""
    if rent == 0:
        return 0
    if wages < ceiling:
        return help_with_rent
    return 0


PARTS = (
    subsidy, number("rent", "household", lowest=0), number("wage", lowest=0), amount("ceiling", 2000),
    amount("help_with_rent", 150),
)  # fmt: skip
SUBSIDY = law(*PARTS, wages=total("wage", "EUR/month"))


def test_what_decides_is_enough() -> None:
    result = evaluate(SUBSIDY, Family({"a": {}}, {"rent": 0}), ["it.subsidy"])
    assert result.value("it.subsidy") == 0
    assert result.needs == []


def test_the_next_question_is_what_the_rule_really_used() -> None:
    nothing = evaluate(SUBSIDY, Family({"a": {}}), ["it.subsidy"])
    assert nothing.needs == [Need("it.rent")]
    rent = evaluate(SUBSIDY, Family({"a": {"wage": 900}, "b": {}}, {"rent": 700}), ["it.subsidy"])
    assert rent.needs == [Need("it.wage", "b")]
    assert isinstance(rent.value("it.subsidy"), Unknown)


def test_nobody_is_a_household_too() -> None:
    assert evaluate(SUBSIDY, Family({}, {"rent": 700}), ["it.subsidy"]).value("it.subsidy") == 150


@pytest.mark.parametrize(("first", "second"), [(False, None), (None, False)])
def test_one_no_decides_whatever_is_unknown_beside_it(first: bool | None, second: bool | None) -> None:
    @rule(PERSON, "bool", article="art. 1")
    def both(one, other):
        """One and the other."""
        return one and other

    told = {name: value for name, value in (("one", first), ("other", second)) if value is not None}
    found = evaluate(law(both, yes_no("one"), yes_no("other")), Family({"a": told}), ["it.both"])
    assert found.value("it.both", "a") is False


@pytest.mark.parametrize(("first", "second"), [(True, None), (None, True)])
def test_one_yes_decides_whatever_is_unknown_beside_it(first: bool | None, second: bool | None) -> None:
    @rule(PERSON, "bool", article="art. 1")
    def either(one, other):
        """One or the other."""
        return one or other

    told = {name: value for name, value in (("one", first), ("other", second)) if value is not None}
    found = evaluate(law(either, yes_no("one"), yes_no("other")), Family({"a": told}), ["it.either"])
    assert found.value("it.either", "a") is True


def test_past_the_day_to_which_it_is_known_an_amount_is_unknown_and_the_verdict_is_not() -> None:
    @rule(HOUSEHOLD, "bool", article="art. 1")
    def is_entitled(rent):
        """Who pays rent."""
        return rent > 0

    known = amount("sum_of_it", 90, known_to=dt.date(2025, 1, 31))

    @rule(HOUSEHOLD, "EUR/month", article="art. 2")
    def help_now(is_entitled, sum_of_it):
        """The amount."""
        return sum_of_it if is_entitled else 0

    made = law_on(book(is_entitled, help_now, known, number("rent", "household")), ON)
    family = Family({}, {"rent": 1})
    found = evaluate(made, family, ["it.is_entitled", "it.help_now"])
    assert found.value("it.is_entitled") is True
    assert found.value("it.help_now").needs == (Need("it.sum_of_it"),)
    assert any(
        "amount known up to 31/1/2025" in line for line in lines(explained(found, "it.help_now"), "en")
    )
    assert evaluate(made, family, ["it.help_now"], use_last=True).value("it.help_now") == 90
    nothing = evaluate(made, Family({}, {"rent": 0}), ["it.help_now"])
    assert nothing.value("it.help_now") == 0


@pytest.mark.parametrize(
    ("family", "said"),
    [
        (Family({"a": {"wage": -1}}), "wage of a: -1 is too low, the least is 0 EUR/month"),
        (Family({"a": {"wage": "much"}}), "wage of a: 'much' is no number; give it in EUR/month"),
        (Family({"a": {"wag": 1}}), "wag of a: there is no such input; did you mean “wage”?"),
        (Family({"a": {"rent": 1}}), "rent of a: it is asked of the household, not of a person"),
        (Family({}, {"wage": 1}), "wage: it is asked of each person, not of the household"),
    ],
)
def test_a_wrong_answer_is_named_with_its_person_and_the_remedy(family: Family, said: str) -> None:
    with pytest.raises(WrongInput) as error:
        evaluate(SUBSIDY, family, ["it.subsidy"])
    assert str(error.value) == said


def test_the_explanation_says_each_condition_with_its_values_and_outcome() -> None:
    family = Family({"a": {"wage": 900.0}}, {"rent": 700})
    told = list(lines(explained(evaluate(SUBSIDY, family, ["it.subsidy"]), "it.subsidy"), "en"))
    assert told[0] == "subsidy: 150.00 euro a month  [art. 1]"
    assert "  rent (700.00 euro a month) is 0: no" in told
    assert "  wages (900.00 euro a month) is below ceiling (2,000.00 euro a month): yes" in told
    assert "  help_with_rent: 150.00 euro a month, since 1/1/2020 · https://example.org" in told


def test_a_rule_can_read_its_amounts_as_on_another_day_of_the_year() -> None:
    late = amount("bonus", 59, since="2025-06-01")
    both = amount("bonus", 50)
    both = type(both)(both.name, both.label, both.unit, both.by, None, (*both.amounts, *late.amounts))

    @rule(PERSON, "EUR/month", article="art. 1", as_of="07-01")
    def in_july(bonus):
        """As in July."""
        return bonus

    @rule(PERSON, "EUR/month", article="art. 1")
    def now(bonus):
        """As now."""
        return bonus

    found = evaluate(law(in_july, now, both), Family({"a": {}}), ["it.in_july", "it.now"])
    assert (found.value("it.in_july", "a"), found.value("it.now", "a")) == (59, 50)


def test_words_of_a_choice_are_shown_in_the_language() -> None:
    @rule(PERSON, "bool", article="art. 1")
    def is_wed(status):
        """Married."""
        return status == "married"

    made = law(is_wed, choice("status", "single", "married"))
    result = evaluate(made, Family({"a": {"status": "single"}}), ["it.is_wed"])
    assert "  status (single) is married: no" in list(lines(explained(result, "it.is_wed", "a"), "en"))


@pytest.mark.parametrize(("given", "count"), [(0, 0), (0.01, 1), (50, 1), (50.01, 2), (100, 2)])
def test_a_step_that_is_begun_counts(given: float, count: int) -> None:
    assert steps(given, 50) == count


@pytest.mark.parametrize(("given", "down"), [(99.0957, 99.09), (99.09, 99.09), (0.3, 0.3), (0, 0)])
def test_a_cent_that_is_begun_can_be_left_out(given: float, down: float) -> None:
    assert cents_down(given) == down


def test_the_first_of_the_month_is_a_day_of_that_month() -> None:
    assert [first_of_month(day) for day in (20250201, 20250228, 20251231)] == [20250201, 20250201, 20251201]


def test_a_right_is_read_with_what_it_uses_of_others() -> None:
    read = read_book(["rent_allowance"]).rights
    assert {"rent_allowance", "family", "child_benefit", "social_housing"} == set(read)
    used = {rule.name for rule in read["child_benefit"].rules}
    assert "is_beneficiary" in used and "social_supplement" not in used


def test_an_amount_that_was_put_aside_under_a_name_is_explained_too() -> None:
    @rule(HOUSEHOLD, "EUR/month", article="art. 1")
    def half(sum_of_it):
        """Half of it."""
        part = sum_of_it / 2
        return part

    made = law_on(book(half, amount("sum_of_it", 90)), ON)
    told = list(lines(explained(evaluate(made, Family({}), ["it.half"]), "it.half"), "en"))
    assert told == [
        "half: 45.00 euro a month  [art. 1]",
        "  sum_of_it: 90.00 euro a month, since 1/1/2020 · https://example.org",
    ]


def test_an_amount_that_was_not_found_for_some_time_is_unknown_until_the_next(tmp_path: Path) -> None:
    file = tmp_path / "parameters.yaml"
    file.write_text(
        """bonus:
  label: {nl: a, fr: b, en: c}
  unit: EUR
  known_to: changed
  amounts:
    - {from: 2019-01-01, value: unknown}
    - {from: 2020-01-01, value: 5, tag: LAW, source: "https://example.org"}
    - {from: 2021-01-01, value: unknown}
    - {from: 2023-01-01, value: 7, tag: LAW, source: "https://example.org"}
"""
    )
    bonus = read_parameters(file)["bonus"]

    @rule(HOUSEHOLD, "EUR", article="art. 1")
    def given(bonus):
        """The bonus."""
        return bonus

    def on(day: str, use_last: bool = False) -> object:
        made = law_on(book(given, bonus), dt.date.fromisoformat(day))
        return evaluate(made, Family({}), ["it.given"], use_last=use_last).value("it.given")

    assert (on("2020-12-31"), on("2023-01-01"), on("2022-05-01", use_last=True)) == (5, 7, 5)
    for day in ("2019-06-01", "2021-01-01", "2022-12-31"):
        assert isinstance(on(day), Unknown)
    assert isinstance(on("2019-06-01", use_last=True), Unknown)
    made = law_on(book(given, bonus), dt.date(2022, 5, 1))
    told = lines(explained(evaluate(made, Family({}), ["it.given"]), "it.given"), "en")
    assert any("amount known up to 31/12/2020" in line for line in told)
    with pytest.raises(FlawedLaw, match="has no amount on 2018"):
        on("2018-01-01")


def test_an_answer_that_the_law_of_the_day_does_not_use_is_taken() -> None:
    made = law(subsidy, *PARTS[1:], number("later"), wages=total("wage", "EUR/month"))
    assert evaluate(made, Family({"a": {"later": 1}}, {"rent": 0}), ["it.subsidy"]).value("it.subsidy") == 0


def test_days_of_a_year_and_daily_amounts_become_days_and_months() -> None:
    assert in_year(20250315, 701) == 20250701
    assert [in_year(day, 101) for day in (20250101, 20251231)] == [20250101, 20250101]
    assert in_next_year(20251231, 101) == 20260101
    assert month_of_days(68.23, 26) == pytest.approx(1773.98)
    assert year_of_days(16.90, 100) == pytest.approx(1690)
    assert yearly_yield(6300, 0.06) == pytest.approx(378)


def test_a_total_sleeps_while_what_it_adds_up_is_not_in_force() -> None:
    @rule(PERSON, "EUR/month", article="art. 1", start="2025-03-01")
    def help_later(wage):
        """From March on."""
        return wage

    made = book(help_later, number("wage"), sums=total("help_later", "EUR/month"))
    assert "it.sums" not in law_on(made, ON).nodes
    assert "it.sums" in law_on(made, dt.date(2025, 3, 1)).nodes
