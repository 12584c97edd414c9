"""The small law as rules of ttsim-backend: scalar functions with types, and units on everything.

`_m` and `_y` are a month and a year, `_hh` is of the household: sums over it come from the name alone.
"""

from __future__ import annotations

from ttsim.tt import (
    ConsecutiveIntLookupTableParamValue,
    TTSIMUnit,
    cast_ttsim_unit,
    policy_function,
    policy_input,
    register_unit_builder_levels,
)

register_unit_builder_levels(["hh"])

NUMBER, YES_NO = TTSIMUnit.DIMENSIONLESS, TTSIMUnit.INDICATOR
MONTHLY, YEARLY = TTSIMUnit.CURRENCY.PER_MONTH, TTSIMUnit.CURRENCY.PER_YEAR
MONTHLY_HH, YEARLY_HH = MONTHLY.PER_HH, YEARLY.PER_HH


@policy_input(unit=NUMBER)
def p_id() -> int:
    """Number of the person."""


@policy_input(unit=NUMBER)
def hh_id() -> int:
    """Number of the household."""


@policy_input(unit=NUMBER)
def birth_date() -> int:
    """Date of birth, as 20100131."""


@policy_input(unit=YES_NO)
def is_child() -> bool:
    """Child."""


@policy_input(unit=YES_NO)
def is_student() -> bool:
    """Studies."""


@policy_input(unit=YEARLY)
def income_y() -> float:
    """Taxable income."""


@policy_input(unit=MONTHLY)
def resources_m() -> float:
    """Resources."""


@policy_input(unit=MONTHLY_HH)
def rent_m_hh() -> float:
    """Rent."""


@policy_input(unit=YES_NO.PER_HH)
def rents_socially_hh() -> bool:
    """Social housing."""


@policy_function(unit=NUMBER, verify_units=False)
def age(birth_date: int, today: int) -> int:
    """Whole years on the day; negative before birth."""
    return (today - birth_date) // 10000


@policy_function(unit=NUMBER, verify_units=False)
def age_in_august(birth_date: int, august: int) -> int:
    """Whole years on 31 August."""
    return (august - birth_date) // 10000


@policy_function(unit=YES_NO)
def gives_right(is_child: bool, birth_date: int, today: int, age: int, is_student: bool) -> bool:
    """A child that is born, until 18, and until 25 while studying."""
    return is_child and birth_date <= today and (age < 18 or (age < 25 and is_student))


@policy_function(unit=YES_NO)
def is_adult(is_child: bool) -> bool:
    """Whoever is not given as a child."""
    return not is_child


@policy_function(unit=NUMBER)
def children_hh(gives_right_hh: int) -> int:
    """Children who give a right, as tables are looked up by."""
    return min(cast_ttsim_unit(gives_right_hh, NUMBER), 30)


@policy_function(unit=NUMBER)
def adults_hh(is_adult_hh: int) -> int:
    """Adults, as a number."""
    return cast_ttsim_unit(is_adult_hh, NUMBER)


@policy_function(unit=YES_NO.PER_HH)
def is_single_parent_hh(adults_hh: int, children_hh: int) -> bool:
    """One adult, with children who give a right."""
    return cast_ttsim_unit(adults_hh == 1 and children_hh > 0, YES_NO.PER_HH)


@policy_function(unit=MONTHLY)
def base_m(gives_right: bool, age: int, by_age_m: ConsecutiveIntLookupTableParamValue) -> float:
    """By age."""
    if gives_right:
        return by_age_m.look_up(min(max(age, 0), 30))
    else:
        return 0.0


@policy_function(unit=MONTHLY)
def social_supplement_m(
    gives_right: bool,
    income_y_hh: float,
    children_hh: int,
    age: int,
    threshold_1_y_hh: float,
    threshold_2_y_hh: float,
    low_m: ConsecutiveIntLookupTableParamValue,
    middle_m: ConsecutiveIntLookupTableParamValue,
) -> float:
    """By income, number of children and age."""
    if not gives_right:
        return 0.0
    elif income_y_hh < threshold_1_y_hh:
        return low_m.look_up(children_hh, min(max(age, 0), 30))
    elif income_y_hh < threshold_2_y_hh:
        return middle_m.look_up(children_hh)
    else:
        return 0.0


@policy_function(unit=MONTHLY)
def single_parent_supplement_m(
    gives_right: bool,
    is_single_parent_hh: bool,
    children_hh: int,
    income_y_hh: float,
    threshold_1_y_hh: float,
    single_parent_m: float,
) -> float:
    """For a single parent of two children or more, below the first threshold."""
    if gives_right and is_single_parent_hh and children_hh >= 2 and income_y_hh < threshold_1_y_hh:
        return single_parent_m
    else:
        return 0.0


@policy_function(unit=MONTHLY)
def child_amount_m(base_m: float, social_supplement_m: float, single_parent_supplement_m: float) -> float:
    """Child benefit for this child."""
    return base_m + social_supplement_m + single_parent_supplement_m


@policy_function(unit=YEARLY)
def school_bonus_y(
    gives_right: bool, age_in_august: int, bonus_by_age_y: ConsecutiveIntLookupTableParamValue
) -> float:
    """Once a year, by the age in August."""
    if gives_right:
        return bonus_by_age_y.look_up(min(max(age_in_august, 0), 30))
    else:
        return 0.0


@policy_function(unit=NUMBER)
def category_hh(adults_hh: int, children_hh: int) -> int:
    """3 with children, 2 alone, 1 with others."""
    if children_hh > 0:
        return 3
    elif adults_hh == 1:
        return 2
    else:
        return 1


@policy_function(unit=MONTHLY_HH)
def full_income_m_hh(category_hh: int, by_category_m: ConsecutiveIntLookupTableParamValue) -> float:
    """The integration income of who has nothing."""
    return by_category_m.look_up(category_hh)


@policy_function(unit=MONTHLY_HH)
def integration_income_m_hh(adults_hh: int, full_income_m_hh: float, resources_m_hh: float) -> float:
    """What the resources lack of it."""
    if adults_hh > 0:
        return max(full_income_m_hh - resources_m_hh, 0.0)
    else:
        return 0.0


@policy_function(unit=YEARLY_HH)
def rent_ceiling_y_hh(children_hh: int, ceiling_by_children_y: ConsecutiveIntLookupTableParamValue) -> float:
    """The highest income, by number of children."""
    return ceiling_by_children_y.look_up(children_hh)


@policy_function(unit=MONTHLY_HH, end_date="2021-09-30", leaf_name="rent_subsidy_m_hh")
def rent_subsidy_m_hh_until_2021(
    rent_m_hh: float, income_y_hh: float, threshold_1_y_hh: float, rent_flat_m_hh: float
) -> float:
    """A fixed amount below the first threshold."""
    if rent_m_hh > 0 and income_y_hh < threshold_1_y_hh:
        return rent_flat_m_hh
    else:
        return 0.0


@policy_function(unit=MONTHLY_HH, start_date="2021-10-01", leaf_name="rent_subsidy_m_hh")
def rent_subsidy_m_hh(
    rent_m_hh: float,
    rents_socially_hh: bool,
    income_y_hh: float,
    rent_ceiling_y_hh: float,
    rent_share: float,
    children_hh: int,
    rent_most_m: ConsecutiveIntLookupTableParamValue,
) -> float:
    """A share of the rent, up to an amount by number of children; not in social housing."""
    if rents_socially_hh or income_y_hh > rent_ceiling_y_hh:
        return 0.0
    else:
        return min(rent_m_hh * rent_share, rent_most_m.look_up(children_hh))


@policy_function(unit=MONTHLY_HH)
def all_together_m_hh(
    child_amount_m_hh: float,
    school_bonus_m_hh: float,
    integration_income_m_hh: float,
    rent_subsidy_m_hh: float,
) -> float:
    """All of it, a month."""
    return child_amount_m_hh + school_bonus_m_hh + integration_income_m_hh + rent_subsidy_m_hh
