"""The small law in openfisca-core: vectorial formulas, scales for tables, a builder for arrays.

What its guide calls the way for data: `SimulationBuilder` with declared entities, then `set_input`.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

import numpy as np
from openfisca_core.entities import Entity, GroupEntity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.rights.case import DAY, HOUSEHOLD, PERSONS, RESULTS
from bench.rights.peers.scales import parameters

MONTH = f"{DAY:%Y-%m}"
YEAR = str(DAY.year)

Person = Entity("person", "persons", "A person", "")
Household = GroupEntity(
    "household", "households", "All who live together", "", roles=[{"key": "member", "plural": "members"}]
)


def number_of(day: Any) -> int:
    return day.year * 10000 + day.month * 100 + day.day


class birth_date(Variable):
    value_type, entity, definition_period = int, Person, DateUnit.ETERNITY
    label = "Date of birth, as 20100131"


class is_child(Variable):
    value_type, entity, definition_period = bool, Person, DateUnit.MONTH
    label = "Child"


class is_student(Variable):
    value_type, entity, definition_period = bool, Person, DateUnit.MONTH
    label = "Studies"


class income(Variable):
    value_type, entity, definition_period = float, Person, DateUnit.YEAR
    label = "Taxable income"


class resources(Variable):
    value_type, entity, definition_period = float, Person, DateUnit.MONTH
    label = "Resources"


class rent(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.MONTH
    label = "Rent"


class rents_socially(Variable):
    value_type, entity, definition_period = bool, Household, DateUnit.MONTH
    label = "Social housing"


class age(Variable):
    value_type, entity, definition_period = int, Person, DateUnit.MONTH
    label = "Age on the first day of the month"

    def formula(person, period):
        return (number_of(period.start) - person("birth_date", period)) // 10000


class age_in_august(Variable):
    value_type, entity, definition_period = int, Person, DateUnit.MONTH
    label = "Age on 31 August"

    def formula(person, period):
        return (period.start.year * 10000 + 831 - person("birth_date", period)) // 10000


class gives_right(Variable):
    value_type, entity, definition_period = bool, Person, DateUnit.MONTH
    label = "Gives a right"

    def formula(person, period):
        age = person("age", period)
        is_born = person("birth_date", period) <= number_of(period.start)
        is_young = (age < 18) + (age < 25) * person("is_student", period)
        return person("is_child", period) * is_born * is_young


class is_adult(Variable):
    value_type, entity, definition_period = bool, Person, DateUnit.MONTH
    label = "Adult"

    def formula(person, period):
        return np.logical_not(person("is_child", period))


class children(Variable):
    value_type, entity, definition_period = int, Household, DateUnit.MONTH
    label = "Children who give a right"

    def formula(household, period):
        return household.sum(household.members("gives_right", period))


class adults(Variable):
    value_type, entity, definition_period = int, Household, DateUnit.MONTH
    label = "Adults"

    def formula(household, period):
        return household.sum(household.members("is_adult", period))


class household_income(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.YEAR
    label = "Income of the household"

    def formula(household, period):
        return household.sum(household.members("income", period))


class household_resources(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.MONTH
    label = "Resources of the household"

    def formula(household, period):
        return household.sum(household.members("resources", period))


class is_single_parent(Variable):
    value_type, entity, definition_period = bool, Household, DateUnit.MONTH
    label = "Single-parent family"

    def formula(household, period):
        return (household("adults", period) == 1) * (household("children", period) > 0)


class base(Variable):
    value_type, entity, definition_period = float, Person, DateUnit.MONTH
    label = "Base amount"

    def formula(person, period, parameters):
        amount = parameters(period).by_age.calc(person("age", period))
        return person("gives_right", period) * amount


class social_supplement(Variable):
    value_type, entity, definition_period = float, Person, DateUnit.MONTH
    label = "Social supplement"

    def formula(person, period, parameters):
        law = parameters(period)
        age = person("age", period)
        children = person.household("children", period)
        income = person.household("household_income", period.this_year)
        low = np.select(
            [children >= 3, children == 2],
            [law.low.three_or_more.calc(age), law.low.two.calc(age)],
            law.low.one.calc(age),
        )
        middle = law.middle.calc(children)
        amount = np.where(income < law.threshold_1, low, np.where(income < law.threshold_2, middle, 0))
        return person("gives_right", period) * amount


class single_parent_supplement(Variable):
    value_type, entity, definition_period = float, Person, DateUnit.MONTH
    label = "Single-parent supplement"

    def formula(person, period, parameters):
        law = parameters(period)
        is_poor = person.household("household_income", period.this_year) < law.threshold_1
        has_two = person.household("children", period) >= 2
        alone = person.household("is_single_parent", period)
        return person("gives_right", period) * alone * has_two * is_poor * law.single_parent


class child_amount(Variable):
    value_type, entity, definition_period = float, Person, DateUnit.MONTH
    label = "Child benefit for this child"

    def formula(person, period):
        supplements = person("social_supplement", period) + person("single_parent_supplement", period)
        return person("base", period) + supplements


class child_benefit(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.MONTH
    label = "Child benefit"

    def formula(household, period):
        return household.sum(household.members("child_amount", period))


class school_bonus(Variable):
    value_type, entity, definition_period = float, Person, DateUnit.MONTH
    label = "School bonus of this year, as the family is this month"

    def formula(person, period, parameters):
        law = parameters(f"{period.start.year}-08-01")
        amount = law.bonus_by_age.calc(person("age_in_august", period))
        return person("gives_right", period) * amount


class school_bonuses(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.MONTH
    label = "School bonuses"

    def formula(household, period):
        return household.sum(household.members("school_bonus", period))


class category(Variable):
    value_type, entity, definition_period = int, Household, DateUnit.MONTH
    label = "Category: 3 with children, 2 alone, 1 with others"

    def formula(household, period):
        alone = np.where(household("adults", period) == 1, 2, 1)
        return np.where(household("children", period) > 0, 3, alone)


class full_income(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.MONTH
    label = "Full integration income"

    def formula(household, period, parameters):
        return parameters(period).by_category.calc(household("category", period))


class integration_income(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.MONTH
    label = "Integration income"

    def formula(household, period):
        lacking = household("full_income", period) - household("household_resources", period)
        return (household("adults", period) > 0) * np.maximum(lacking, 0)


class rent_ceiling(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.MONTH
    label = "Income ceiling for the rent"

    def formula(household, period, parameters):
        return parameters(period).ceiling_by_children.calc(household("children", period))


class rent_subsidy(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.MONTH
    label = "Rent subsidy"

    def formula(household, period, parameters):
        law = parameters(period)
        is_poor = household("household_income", period.this_year) < law.threshold_1
        return (household("rent", period) > 0) * is_poor * law.rent_flat

    def formula_2021_10(household, period, parameters):
        law = parameters(period)
        income = household("household_income", period.this_year)
        is_poor = income <= household("rent_ceiling", period)
        most = law.rent_most.calc(household("children", period))
        amount = np.minimum(household("rent", period) * law.rent_share, most)
        return np.logical_not(household("rents_socially", period)) * is_poor * amount


class all_together(Variable):
    value_type, entity, definition_period = float, Household, DateUnit.MONTH
    label = "All together"

    def formula(household, period):
        family = household("child_benefit", period) + household("school_bonuses", period) / 12
        return family + household("integration_income", period) + household("rent_subsidy", period)


def load() -> TaxBenefitSystem:
    system = TaxBenefitSystem([Person, Household])
    system.add_variables(*(v for v in globals().values() if isinstance(v, type) and v.__module__ == __name__))
    system.parameters = ParameterNode("", data=parameters())
    return system


PERIODS = {"birth_date": "ETERNITY", "income": YEAR}


def columns(*, direct: bool) -> Callable[[TaxBenefitSystem], Callable[[Any], dict[str, Any]]]:
    """`direct`: who is in which household is set on the population, instead of joined by the builder."""

    def made(system: TaxBenefitSystem) -> Callable[[Any], dict[str, Any]]:
        def run(people: Any) -> dict[str, Any]:
            simulation = (_set if direct else _joined)(system, people)
            for name in (*PERSONS["parent"], *HOUSEHOLD):
                simulation.set_input(name, PERIODS.get(name, MONTH), getattr(people, name))
            return {name: simulation.calculate(name, MONTH) for name in RESULTS}

        return run

    return made


def _joined(system: TaxBenefitSystem, people: Any) -> Any:
    persons = len(people.household_of)
    builder = SimulationBuilder()
    builder.create_entities(system)
    builder.declare_person_entity("person", range(persons))
    household = builder.declare_entity("household", range(len(people.rent)))
    builder.join_with_persons(household, people.household_of, np.zeros(persons, dtype=int))
    return builder.build(system)


def _set(system: TaxBenefitSystem, people: Any) -> Any:
    simulation = SimulationBuilder().build_default_simulation(system, len(people.household_of))
    household = simulation.populations["household"]
    household.count, household.ids = len(people.rent), np.arange(len(people.rent))
    household.members_entity_id = people.household_of
    return simulation


def situation() -> dict[str, Any]:
    """The one household as its web API takes it."""

    def dated(told: dict[str, Any]) -> dict[str, Any]:
        return {name: {PERIODS.get(name, MONTH): value} for name, value in told.items()}

    return {
        "persons": {person: dated(told) for person, told in PERSONS.items()},
        "households": {"home": {"members": list(PERSONS), **dated(HOUSEHOLD)}},
    }


def one(*, text: bool) -> Callable[[TaxBenefitSystem], Callable[[], float]]:
    def made(system: TaxBenefitSystem) -> Callable[[], float]:
        asked = situation()

        def run() -> float:
            simulation = SimulationBuilder().build_from_entities(system, asked)
            simulation.trace = True
            found = {name: simulation.calculate(name, MONTH) for name in RESULTS}
            if text:
                with redirect_stdout(io.StringIO()):
                    simulation.tracer.print_computation_log()
            return float(found["all_together"][0])

        return run

    return made


MANY = {"builder": columns(direct=False), "direct": columns(direct=True)}
SINGLE = {"trace": one(text=False), "text": one(text=True)}
