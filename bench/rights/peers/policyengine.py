"""The small law in policyengine-core: `adds` for sums, `defined_for` for whom it is, a builder for arrays."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

import numpy as np
from policyengine_core.entities import build_entity
from policyengine_core.model_api import (
    ETERNITY,
    MONTH,
    YEAR,
    ParameterNode,
    Variable,
    max_,
    min_,
    select,
    where,
)
from policyengine_core.simulations import Simulation, SimulationBuilder
from policyengine_core.taxbenefitsystems import TaxBenefitSystem

from bench.rights.case import DAY, HOUSEHOLD, PERSONS, RESULTS
from bench.rights.peers.scales import parameters

AT = f"{DAY:%Y-%m}"

Person = build_entity("person", "persons", "A person", is_person=True)
Household = build_entity(
    "household", "households", "All who live together", roles=[{"key": "member", "plural": "members"}]
)  # fmt: skip


def number_of(day: Any) -> int:
    return day.year * 10000 + day.month * 100 + day.day


class birth_date(Variable):
    value_type, entity, definition_period = int, Person, ETERNITY
    label = "Date of birth, as 20100131"


class is_child(Variable):
    value_type, entity, definition_period = bool, Person, MONTH
    label = "Child"


class is_student(Variable):
    value_type, entity, definition_period = bool, Person, MONTH
    label = "Studies"


class income(Variable):
    value_type, entity, definition_period = float, Person, YEAR
    label = "Taxable income"


class resources(Variable):
    value_type, entity, definition_period = float, Person, MONTH
    label = "Resources"


class rent(Variable):
    value_type, entity, definition_period = float, Household, MONTH
    label = "Rent"


class rents_socially(Variable):
    value_type, entity, definition_period = bool, Household, MONTH
    label = "Social housing"


class age(Variable):
    value_type, entity, definition_period = int, Person, MONTH
    label = "Age on the first day of the month"

    def formula(person, period, parameters):
        return (number_of(period.start) - person("birth_date", period)) // 10000


class age_in_august(Variable):
    value_type, entity, definition_period = int, Person, MONTH
    label = "Age on 31 August"

    def formula(person, period, parameters):
        return (period.start.year * 10000 + 831 - person("birth_date", period)) // 10000


class gives_right(Variable):
    value_type, entity, definition_period = bool, Person, MONTH
    label = "Gives a right"
    defined_for = "is_child"

    def formula(person, period, parameters):
        age = person("age", period)
        is_born = person("birth_date", period) <= number_of(period.start)
        return is_born & ((age < 18) | ((age < 25) & person("is_student", period)))


class is_adult(Variable):
    value_type, entity, definition_period = bool, Person, MONTH
    label = "Adult"

    def formula(person, period, parameters):
        return ~person("is_child", period)


class children(Variable):
    value_type, entity, definition_period = int, Household, MONTH
    label = "Children who give a right"
    adds = ["gives_right"]


class adults(Variable):
    value_type, entity, definition_period = int, Household, MONTH
    label = "Adults"
    adds = ["is_adult"]


class household_income(Variable):
    value_type, entity, definition_period = float, Household, YEAR
    label = "Income of the household"
    adds = ["income"]


class household_resources(Variable):
    value_type, entity, definition_period = float, Household, MONTH
    label = "Resources of the household"
    adds = ["resources"]


class is_single_parent(Variable):
    value_type, entity, definition_period = bool, Household, MONTH
    label = "Single-parent family"

    def formula(household, period, parameters):
        return (household("adults", period) == 1) & (household("children", period) > 0)


class base(Variable):
    value_type, entity, definition_period = float, Person, MONTH
    label = "Base amount"
    defined_for = "gives_right"

    def formula(person, period, parameters):
        return parameters(period).by_age.calc(person("age", period))


class social_supplement(Variable):
    value_type, entity, definition_period = float, Person, MONTH
    label = "Social supplement"
    defined_for = "gives_right"

    def formula(person, period, parameters):
        law = parameters(period)
        age = person("age", period)
        children = person.household("children", period)
        income = person.household("household_income", period.this_year)
        low = select(
            [children >= 3, children == 2],
            [law.low.three_or_more.calc(age), law.low.two.calc(age)],
            default=law.low.one.calc(age),
        )
        middle = law.middle.calc(children)
        return where(income < law.threshold_1, low, where(income < law.threshold_2, middle, 0))


class single_parent_supplement(Variable):
    value_type, entity, definition_period = float, Person, MONTH
    label = "Single-parent supplement"
    defined_for = "gives_right"

    def formula(person, period, parameters):
        law = parameters(period)
        is_poor = person.household("household_income", period.this_year) < law.threshold_1
        has_two = person.household("children", period) >= 2
        alone = person.household("is_single_parent", period)
        return (alone & has_two & is_poor) * law.single_parent


class child_amount(Variable):
    value_type, entity, definition_period = float, Person, MONTH
    label = "Child benefit for this child"
    adds = ["base", "social_supplement", "single_parent_supplement"]


class child_benefit(Variable):
    value_type, entity, definition_period = float, Household, MONTH
    label = "Child benefit"
    adds = ["child_amount"]


class school_bonus(Variable):
    value_type, entity, definition_period = float, Person, MONTH
    label = "School bonus of this year, as the family is this month"
    defined_for = "gives_right"

    def formula(person, period, parameters):
        law = parameters(f"{period.start.year}-08-01")
        return law.bonus_by_age.calc(person("age_in_august", period))


class school_bonuses(Variable):
    value_type, entity, definition_period = float, Household, MONTH
    label = "School bonuses"
    adds = ["school_bonus"]


class category(Variable):
    value_type, entity, definition_period = int, Household, MONTH
    label = "Category: 3 with children, 2 alone, 1 with others"

    def formula(household, period, parameters):
        alone = where(household("adults", period) == 1, 2, 1)
        return where(household("children", period) > 0, 3, alone)


class full_income(Variable):
    value_type, entity, definition_period = float, Household, MONTH
    label = "Full integration income"

    def formula(household, period, parameters):
        return parameters(period).by_category.calc(household("category", period))


class integration_income(Variable):
    value_type, entity, definition_period = float, Household, MONTH
    label = "Integration income"
    defined_for = "adults"

    def formula(household, period, parameters):
        return max_(household("full_income", period) - household("household_resources", period), 0)


class rent_ceiling(Variable):
    value_type, entity, definition_period = float, Household, MONTH
    label = "Income ceiling for the rent"

    def formula(household, period, parameters):
        return parameters(period).ceiling_by_children.calc(household("children", period))


class rent_subsidy(Variable):
    value_type, entity, definition_period = float, Household, MONTH
    label = "Rent subsidy"

    def formula(household, period, parameters):
        law = parameters(period)
        is_poor = household("household_income", period.this_year) < law.threshold_1
        return (household("rent", period) > 0) * is_poor * law.rent_flat

    def formula_2021_10(household, period, parameters):
        law = parameters(period)
        income = household("household_income", period.this_year)
        is_open = ~household("rents_socially", period) & (income <= household("rent_ceiling", period))
        most = law.rent_most.calc(household("children", period))
        return is_open * min_(household("rent", period) * law.rent_share, most)


class all_together(Variable):
    value_type, entity, definition_period = float, Household, MONTH
    label = "All together"

    def formula(household, period, parameters):
        family = household("child_benefit", period) + household("school_bonuses", period) / 12
        return family + household("integration_income", period) + household("rent_subsidy", period)


def load() -> TaxBenefitSystem:
    system = TaxBenefitSystem([Person, Household])
    system.add_variables(*(v for v in globals().values() if isinstance(v, type) and v.__module__ == __name__))
    system.parameters = ParameterNode("", data=parameters())
    return system


PERIODS = {"birth_date": "ETERNITY", "income": str(DAY.year)}


def columns(system: TaxBenefitSystem) -> Callable[[Any], dict[str, Any]]:
    def run(people: Any) -> dict[str, Any]:
        builder = SimulationBuilder()
        builder.create_entities(system)
        persons, households = len(people.household_of), len(people.rent)
        builder.declare_person_entity("person", np.arange(persons))
        household = builder.declare_entity("household", np.arange(households))
        builder.join_with_persons(household, people.household_of, np.zeros(persons, dtype=int))
        simulation = builder.build(system)
        for name in (*PERSONS["parent"], *HOUSEHOLD):
            simulation.set_input(name, PERIODS.get(name, AT), getattr(people, name))
        return {name: simulation.calculate(name, AT) for name in RESULTS}

    return run


def situation() -> dict[str, Any]:
    """The one household as its simulation takes it."""

    def dated(told: dict[str, Any]) -> dict[str, Any]:
        return {name: {PERIODS.get(name, AT): value} for name, value in told.items()}

    return {
        "persons": {person: dated(told) for person, told in PERSONS.items()},
        "households": {"home": {"members": list(PERSONS), **dated(HOUSEHOLD)}},
    }


def one(*, text: bool) -> Callable[[TaxBenefitSystem], Callable[[], float]]:
    def made(system: TaxBenefitSystem) -> Callable[[], float]:
        asked = situation()

        def run() -> float:
            simulation = Simulation(tax_benefit_system=system, situation=asked, trace=True)
            found = {name: simulation.calculate(name, AT) for name in RESULTS}
            if text:
                with redirect_stdout(io.StringIO()):
                    simulation.tracer.print_computation_log()
            return float(found["all_together"][0])

        return run

    return made


MANY = {"builder": columns}
SINGLE = {"trace": one(text=False), "text": one(text=True)}
