"""Rules of the Brussels rent allowance."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, rule, total

ORDER = "BBHR/AGRBC 15.07.2021"


@rule(PERSON, "bool", article=f"{ORDER}, art. 1")
def is_child_here(role, is_child, age, child_benefit__is_beneficiary):
    """A minor, or an adult child with child benefit."""
    if role == "parent":
        return False
    return age < 18 or (is_child and child_benefit__is_beneficiary)


@rule(PERSON, "bool", article=f"{ORDER}, art. 1")
def is_adult_here(is_child_here):
    """Anyone at the address who is not a child in this sense."""
    return not is_child_here


children = total("is_child_here", "child")
adults = total("is_adult_here", "person")


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 1")
def is_single_parent_family(children, adults):
    """At least one child, and at most one adult."""
    return children > 0 and adults <= 1


@rule(PERSON, "EUR/year", article=f"{ORDER}, art. 3 § 4")
def counted_income(age_at_new_year, income_three_years_ago):
    """Taxable income of three years ago, of who was 18 on 1 January of that year: 21 on that of this one."""
    return income_three_years_ago if age_at_new_year >= 21 else 0


income = total("counted_income", "EUR/year")


@rule(PERSON, "bool", article=f"{ORDER}, art. 3 § 2")
def is_adult_applicant(role, age):
    """The parent who asks, from 18."""
    return role == "parent" and age >= 18


adult_applicants = total("is_adult_applicant", "person")


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 3 § 2, 4", start="2022-07-13")
def ceiling(is_single_parent_family, adults, children, increased_reimbursement, living_wage_2, living_wage_3):
    """For a single parent that of the increased reimbursement; for others the living wage."""
    if is_single_parent_family:
        return increased_reimbursement
    return living_wage_2 if adults == 1 and children == 0 else living_wage_3


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 3 § 2, 4; art. 4 § 2", start="2022-07-13")
def is_income_low_enough(income, register_income, is_single_parent_family, living_wage_3, ceiling):
    """At most the ceiling. The living wage, for whom article 4 gives the highest amount, is below it."""
    if is_single_parent_family and (income <= living_wage_3 or register_income <= living_wage_3):
        return True
    return income <= ceiling or register_income <= ceiling


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 3 § 2", start="2021-10-11")
def has_titles(
    is_social_housing_candidate, is_single_parent_family, social_housing__single_parent_titles,
    social_housing__titles,
):  # fmt: skip
    """A candidate for social housing with six priority titles; two for a single-parent family."""
    if not is_social_housing_candidate:
        return False
    if is_single_parent_family:
        return social_housing__single_parent_titles >= 2 or social_housing__titles >= 2
    return social_housing__titles >= 6


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 3 § 3", start="2021-10-11")
def is_dwelling_right(rents_in_brussels, rents_from_social_landlord, landlord_is_relative):
    """A main residence rented in Brussels, not socially and not from a close relative."""
    return rents_in_brussels and not rents_from_social_landlord and not landlord_is_relative


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 3", start="2022-07-13")
def is_entitled(
    adult_applicants, is_emancipated, is_dwelling_right, owns_property, receives_other_rent_aid,
    has_used_both_periods, is_income_low_enough, has_titles,
):  # fmt: skip
    """Every condition of the applicant and of the dwelling."""
    if not is_dwelling_right or owns_property or receives_other_rent_aid or has_used_both_periods:
        return False
    return (adult_applicants > 0 or is_emancipated) and is_income_low_enough and has_titles


@rule(HOUSEHOLD, "EUR/month", article=f"{ORDER}, art. 4 § 2", start="2022-07-13")
def basic(is_single_parent_family, income, register_income, living_wage_3, high_amount, low_amount):
    """The high amount; the low one for a single parent above the living wage of a family."""
    if is_single_parent_family and income > living_wage_3 and register_income > living_wage_3:
        return low_amount
    return high_amount


@rule(HOUSEHOLD, "EUR/month", article=f"{ORDER}, art. 4 § 3", start="2021-10-11")
def for_children(is_single_parent_family, children, per_child_single, per_child_other):
    """For each child on the day of the application; it does not change for five years."""
    return (per_child_single if is_single_parent_family else per_child_other) * children


@rule(HOUSEHOLD, "EUR/month", article=f"{ORDER}, art. 4", start="2022-07-13")
def allowance(is_entitled, basic, for_children, rent_at_signature):
    """Never more than the rent in the lease."""
    return cents(min(rent_at_signature, basic + for_children)) if is_entitled else 0


@rule(PERSON, "bool", article=f"{ORDER}, art. 5")
def is_65_or_disabled(age, is_disabled):
    """A member of 65 or more, or with a disability."""
    return age >= 65 or is_disabled


lasting = total("is_65_or_disabled", "person")


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 5")
def has_no_end(lasting):
    """Without limit in time rather than five years, to be renewed once."""
    return lasting > 0
