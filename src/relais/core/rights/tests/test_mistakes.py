"""The mistakes of those who write the law are found when it is loaded, with the names of rule and argument.

ruff: the rules below are wrong on purpose.
"""
# mypy: disable-error-code="no-untyped-def"

from __future__ import annotations

from relais.core.rights.law import HOUSEHOLD, PERSON, rule, total
from relais.core.rights.tests.make import amount, choice, flaws, number, yes_no


@rule(PERSON, "EUR/month", article="art. 1")
def wage_again(wage):
    """The wage."""
    return wage


def test_a_sound_law_has_no_flaw() -> None:
    assert flaws(wage_again, number("wage")) == ""


def test_a_misspelled_dependency_is_named_with_what_was_meant() -> None:
    @rule(PERSON, "EUR/month", article="art. 1")
    def supplement(wagee):
        """Nothing knows wagee."""
        return wagee

    assert flaws(supplement, number("wage")) == (
        "it.supplement: “wagee” is no rule, parameter or input; did you mean “wage”?"
    )


def test_euros_a_month_and_euros_a_year_are_not_added() -> None:
    @rule(PERSON, "EUR/month", article="art. 1")
    def both(wage, yearly):
        """Adds what cannot be added."""
        return wage + yearly

    found = flaws(both, number("wage"), amount("yearly", 10, "EUR/year"))
    assert "it.both: line" in found
    assert "wage is in EUR/month, yearly in EUR/year" in found


def test_units_are_checked_in_every_branch() -> None:
    @rule(PERSON, "EUR/month", article="art. 1")
    def one_of(is_it, wage, yearly):
        """Only the second way is wrong."""
        if is_it:
            return wage
        return yearly

    found = flaws(one_of, yes_no("is_it"), number("wage"), amount("yearly", 10, "EUR/year"))
    assert "what it returns is in EUR/year, what it says it gives in EUR/month" in found


def test_children_are_not_compared_with_euros() -> None:
    @rule(PERSON, "bool", article="art. 1")
    def has_many(children, limit):
        """Compares what cannot be compared."""
        return children > limit

    found = flaws(has_many, number("children", unit="child"), amount("limit", 3))
    assert "children is in child, limit in EUR/month" in found


def test_an_amount_written_into_a_rule_is_refused() -> None:
    @rule(PERSON, "bool", article="art. 1")
    def is_poor(wage):
        """An amount without a source."""
        return wage < 1500

    assert "an amount belongs in parameters.yaml, with its source" in flaws(is_poor, number("wage"))


def test_a_value_of_a_person_in_a_rule_of_the_household_is_named() -> None:
    @rule(HOUSEHOLD, "EUR/month", article="art. 1")
    def rent_help(wage):
        """Whose wage?"""
        return wage

    found = flaws(rent_help, number("wage"))
    assert found == "it.rent_help: “wage” is of one person, and this rule is of a household: use total(…)"


def test_a_total_of_something_that_is_not_of_a_person_is_named() -> None:
    found = flaws(number("rent", "household"), rents=total("rent", "EUR/month"))
    assert found == "it.rents: “rent” is no rule or input of a person"


def test_a_total_in_another_unit_than_what_it_adds_is_named() -> None:
    found = flaws(wage_again, number("wage"), wages=total("wage_again", "EUR/year"))
    assert found == "it.wages: adds up EUR/month, and says it gives EUR/year"


def test_a_parameter_without_an_amount_on_the_day_is_named() -> None:
    @rule(PERSON, "EUR/month", article="art. 1")
    def bonus(sum_of_it):
        """Not yet."""
        return sum_of_it

    found = flaws(bonus, amount("sum_of_it", 5, since="2026-01-01"))
    assert found == "it.bonus: “sum_of_it” has no amount on 2025-02-01: the first is of 2026-01-01"


def test_a_ring_of_rules_is_named() -> None:
    @rule(PERSON, "EUR/month", article="art. 1")
    def hen(egg):
        """Needs the egg."""
        return egg

    @rule(PERSON, "EUR/month", article="art. 1")
    def egg(hen):
        """Needs the hen."""
        return hen

    assert "needs itself: it." in flaws(hen, egg)


def test_two_versions_in_force_on_one_day_are_named() -> None:
    @rule(PERSON, "EUR/month", article="art. 1", name="help", end="2025-06-30")
    def help_until_june(wage):
        """The first."""
        return wage

    @rule(PERSON, "EUR/month", article="art. 1", name="help", start="2025-01-01")
    def help_from_january(wage):
        """The second."""
        return wage

    found = flaws(help_until_june, help_from_january, number("wage"))
    assert found == "it.help: two versions are in force on 2025-02-01"


def test_a_word_that_is_no_option_is_named() -> None:
    @rule(PERSON, "bool", article="art. 1")
    def is_wed(status):
        """Misspelled."""
        return status == "maried"

    found = flaws(is_wed, choice("status", "single", "married"))
    assert found == "it.is_wed: “maried” is no option of “status”: single, married"


def test_what_is_not_of_the_subset_is_refused_with_its_line() -> None:
    @rule(PERSON, "EUR/month", article="art. 1")
    def too_clever(wage):
        """Loops are not allowed."""
        for _ in (1, 2):
            wage = wage + wage
        return wage

    @rule(PERSON, "EUR/month", article="art. 1")
    def calls_out(wage):
        """Only a few functions can be called."""
        return round(wage)

    @rule(PERSON, "EUR/month", article="art. 1")
    def falls_off(is_it, wage):
        """One way has no end."""
        if is_it:
            return wage

    found = flaws(too_clever, calls_out, falls_off, number("wage"), yes_no("is_it"))
    assert "it.too_clever: line" in found and "only `name = …`" in found
    assert "it.calls_out: line" in found and "only these can be called: min, max" in found
    assert "it.falls_off: line" in found and "every way through it must end in a return" in found


def test_every_mistake_is_named_at_once() -> None:
    @rule(PERSON, "EUR/month", article="art. 1")
    def first(nowhere):
        """One mistake."""
        return nowhere

    @rule(PERSON, "EUR/month", article="art. 1")
    def second(elsewhere):
        """And another."""
        return elsewhere

    assert len(flaws(first, second).splitlines()) == 2
