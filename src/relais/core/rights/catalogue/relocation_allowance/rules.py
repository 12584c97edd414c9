"""Rules of the relocation allowance. Household, children and income are those of the rent allowance."""

from relais.core.rights.law import HOUSEHOLD, cents, months_between, rule

ORDER = "BBHR/AGRBC 13.10.2022"


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 3", start="2023-02-01")
def is_recent(moved_in_on, today):
    """Moved in at most six months ago."""
    return moved_in_on <= today and months_between(today, moved_in_on) >= -6


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 3", start="2023-02-01")
def has_ground(relocation_ground):
    """Came from the street, from a shelter for victims of violence, or from a home that may not be let."""
    return relocation_ground != "none"


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 3", start="2023-02-01")
def is_income_low_enough(
    rent_allowance__income, rent_allowance__living_wage_3, rent_allowance__increased_reimbursement
):
    """At most the ceiling of the increased reimbursement; the living wage is below it."""
    return (
        rent_allowance__income <= rent_allowance__living_wage_3
        or rent_allowance__income <= rent_allowance__increased_reimbursement
    )


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 3", start="2023-02-01")
def is_entitled(
    rent_allowance__adult_applicants, is_emancipated, rent_allowance__is_dwelling_right, is_recent,
    has_ground, is_social_housing_candidate, receives_other_rent_aid, had_relocation_allowance,
    is_income_low_enough,
):  # fmt: skip
    """Every condition of the applicant, of the new dwelling and of the move."""
    if not has_ground or receives_other_rent_aid or had_relocation_allowance or not is_recent:
        return False
    if not rent_allowance__is_dwelling_right or not is_social_housing_candidate:
        return False
    return (rent_allowance__adult_applicants > 0 or is_emancipated) and is_income_low_enough


@rule(HOUSEHOLD, "EUR/month", article=f"{ORDER}, art. 4", start="2023-02-01")
def allowance(
    is_entitled, rent_allowance__income, rent_allowance__living_wage_3, high_amount, low_amount,
    rent_allowance__is_single_parent_family, rent_allowance__children, per_child_single, per_child_other,
    rent_at_signature,
):  # fmt: skip
    """For three years, never more than the rent in the lease."""
    if not is_entitled:
        return 0
    each = per_child_single if rent_allowance__is_single_parent_family else per_child_other
    basic = high_amount if rent_allowance__income < rent_allowance__living_wage_3 else low_amount
    return cents(min(rent_at_signature, basic + each * rent_allowance__children))


@rule(HOUSEHOLD, "EUR", article=f"{ORDER}, art. 5", start="2023-02-01")
def removal_grant(is_entitled, removal, removal_per_child, rent_allowance__children):
    """Once, for the removal."""
    return removal + removal_per_child * rent_allowance__children if is_entitled else 0
