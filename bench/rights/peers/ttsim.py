"""The small law in ttsim-backend: its `main`, and the function that it prepares, kept for the next call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import numpy as np
from ttsim import InputData, MainTarget, OrigPolicyObjects, TTTargets, main
from ttsim.tt import Currency, UnitSystem
from ttsim.tt.column_objects_param_function import ColumnObject

from bench.rights.case import DAY, HOUSEHOLD, PERSONS, amounts
from bench.rights.peers import ttsim_rules

UNITS = UnitSystem(currencies={"EUR": Currency(statutory_from="1999-01-01")})
NAMES = {
    "child_amount": "child_amount_m", "school_bonus": "school_bonus_y", "child_benefit": "child_amount_m_hh",
    "integration_income": "integration_income_m_hh", "rent_subsidy": "rent_subsidy_m_hh",
    "all_together": "all_together_m_hh",
}  # fmt: skip
COLUMNS = {
    "income": "income_y", "resources": "resources_m", "rent": "rent_m_hh",
    "rents_socially": "rents_socially_hh",
}  # fmt: skip
# Name and unit of each amount; a table has the unit of what is looked up too.
MONTH, YEAR, ONE = "EUR_PER_MONTH", "EUR_PER_YEAR", "DIMENSIONLESS"
MONTH_HH, YEAR_HH = f"{MONTH}_PER_HH", f"{YEAR}_PER_HH"
UNIT_OF = {
    "by_age": ("by_age_m", MONTH, ONE), "bonus_by_age": ("bonus_by_age_y", YEAR, ONE),
    "low": ("low_m", MONTH, ONE), "middle": ("middle_m", MONTH, ONE),
    "by_category": ("by_category_m", MONTH_HH, ONE), "rent_most": ("rent_most_m", MONTH_HH, ONE),
    "ceiling_by_children": ("ceiling_by_children_y", YEAR_HH, ONE),
    "threshold_1": ("threshold_1_y_hh", YEAR_HH, ""), "threshold_2": ("threshold_2_y_hh", YEAR_HH, ""),
    "single_parent": ("single_parent_m", MONTH, ""), "rent_flat": ("rent_flat_m_hh", MONTH_HH, ""),
    "rent_share": ("rent_share", ONE, ""),
}  # fmt: skip
HIGHEST = 30  # of a table that must have every whole number


def specs() -> dict[tuple[str, ...], Any]:
    """The amounts in the shape of its parameter files."""
    said = {"name": {"de": "-", "en": "-"}, "description": {"de": "-", "en": "-"}}
    found: dict[tuple[str, ...], Any] = {}
    for name, by_day in amounts().items():
        leaf, unit, key_unit = UNIT_OF[name]
        days = {dt.date.fromisoformat(day): value for day, value in by_day.items()}
        if key_unit:
            found["mini.yaml", leaf] = {
                **said, "type": "consecutive_int_lookup_table", "input_unit": key_unit, "output_unit": unit,
                **{day: every(value) for day, value in days.items()},
            }  # fmt: skip
        else:
            found["mini.yaml", leaf] = {
                **said, "type": "scalar", "unit": unit,
                **{day: {"value": value} for day, value in days.items()},
            }  # fmt: skip
    day_number = DAY.year * 10000 + DAY.month * 100 + DAY.day
    for leaf, number in (("today", day_number), ("august", DAY.year * 10000 + 831)):
        found["mini.yaml", leaf] = {
            **said, "type": "scalar", "unit": ONE, dt.date(2020, 1, 1): {"value": number}
        }  # fmt: skip
    return found


def every(rows: dict[int, Any]) -> dict[int, Any]:
    """A table with bands as one with every whole number."""
    starts = sorted(rows)
    at = {n: rows[max([s for s in starts if s <= n], default=starts[0])] for n in range(HIGHEST + 1)}
    return {n: every(value) if isinstance(value, dict) else float(value) for n, value in at.items()}


def law_on(backend: str) -> dict[str, Any]:
    """Everything of `main` that does not depend on the data, and the environment of the day."""
    rules = {
        ("mini.py", name): each for name, each in vars(ttsim_rules).items() if isinstance(each, ColumnObject)
    }
    objects = OrigPolicyObjects(column_objects_and_param_functions=rules, param_specs=specs())
    said = {"policy_date_str": str(DAY), "unit_system": UNITS, "backend": backend}
    environment = main(main_target=MainTarget.policy_environment, orig_policy_objects=objects, **said)
    return {**said, "policy_environment": environment}


def load() -> dict[str, Any]:
    return law_on("numpy")


TARGETS = TTTargets(tree=dict.fromkeys(NAMES.values()))


def given(people: Any) -> dict[str, Any]:
    """Columns of persons; what is of a household stands with each of its members, as ttsim has it."""
    of = people.household_of
    persons = {name: getattr(people, name) for name in PERSONS["parent"]}
    homes = {name: getattr(people, name)[of] for name in HOUSEHOLD}
    named = {COLUMNS.get(name, name): column for name, column in {**persons, **homes}.items()}
    return {"p_id": np.arange(len(of)), "hh_id": of, **named}


def _results(found: Any) -> dict[str, Any]:
    return {name: np.asarray(found[said]) for name, said in NAMES.items()}


def default(law: dict[str, Any]) -> Callable[[Any], dict[str, Any]]:
    """One call of `main`, with all its checks of the law and the data."""

    def run(columns: dict[str, Any]) -> dict[str, Any]:
        data = InputData.tree(columns)
        return _results(main(main_target=MainTarget.results.tree, input_data=data, tt_targets=TARGETS, **law))

    return run


def prepared(law: dict[str, Any]) -> Callable[[Any], dict[str, Any]]:
    """The function that `main` makes, made once: on columns that nobody checks."""
    made: list[Any] = []

    def run(columns: dict[str, Any]) -> dict[str, Any]:
        if not made:
            data = InputData.tree(columns)
            made.append(main(main_target=MainTarget.tt_function, input_data=data, tt_targets=TARGETS,
                             include_fail_nodes=False, include_warn_nodes=False, **law))  # fmt: skip
        wanted = {name: column for name, column in columns.items() if name != "p_id"}
        return _results(made[0](wanted))

    return run


def prepared_jax(_law: dict[str, Any]) -> Callable[[Any], dict[str, Any]]:
    """The same under jit, in 64 bits; the first call compiles."""
    import jax

    jax.config.update("jax_enable_x64", True)
    return prepared(law_on("jax"))


def one(
    way: Callable[[dict[str, Any]], Callable[[Any], dict[str, Any]]],
) -> Callable[[dict[str, Any]], Callable[[], float]]:
    def made(law: dict[str, Any]) -> Callable[[], float]:
        asked = {
            COLUMNS.get(name, name): np.array([told[name] for told in PERSONS.values()])
            for name in PERSONS["parent"]
        }
        asked |= {COLUMNS.get(name, name): np.full(len(PERSONS), value) for name, value in HOUSEHOLD.items()}
        asked |= {name: asked[name].astype(float) for name in ("income_y", "resources_m", "rent_m_hh")}
        asked |= {"p_id": np.arange(len(PERSONS)), "hh_id": np.zeros(len(PERSONS), dtype=int)}
        run = way(law)
        return lambda: float(run(asked)["all_together"][0])

    return made


MANY = {"main": default, "prepared": prepared, "jax": prepared_jax}
SINGLE = {"main": one(default), "prepared": one(prepared)}
