"""Rules of the federal social tariff: who is protected, at an address that is a home."""

from relais.core.rights.law import HOUSEHOLD, PERSON, rule, total

ACTS = "Acts 12.04.1965 and 29.04.1999; RD 29.03.2012"


@rule(PERSON, "bool", article=ACTS)
def is_protected(
    gets_social_aid, gets_advance_of_centre, gets_income_guarantee, gets_disability_allowance, is_child,
    has_four_points_in_pillar_1,
):  # fmt: skip
    """Aid of the welfare centre, an income guarantee, a disability allowance, or a child with four points."""
    if gets_social_aid or gets_advance_of_centre or gets_income_guarantee or gets_disability_allowance:
        return True
    return is_child and has_four_points_in_pillar_1


protected = total("is_protected", "person")


@rule(PERSON, "bool", article=ACTS, start="2021-02-01", end="2023-06-30")
def is_protected_for_a_time(has_increased_reimbursement):
    """From February 2021 to June 2023 increased reimbursement was enough."""
    return has_increased_reimbursement


protected_for_a_time = total("is_protected_for_a_time", "person")


@rule(HOUSEHOLD, "bool", article=ACTS, end="2021-01-31", name="has_social_tariff")
def has_tariff_until_2021(is_home_contract, protected, is_social_housing_on_shared_gas):
    """Someone protected at the address, or social housing heated by shared gas."""
    return is_home_contract and (protected > 0 or is_social_housing_on_shared_gas)


@rule(HOUSEHOLD, "bool", article=ACTS, start="2021-02-01", end="2023-06-30", name="has_social_tariff")
def has_tariff_for_a_time(is_home_contract, protected, is_social_housing_on_shared_gas, protected_for_a_time):
    """Or, for a time, someone with increased reimbursement."""
    return is_home_contract and (protected > 0 or is_social_housing_on_shared_gas or protected_for_a_time > 0)


@rule(HOUSEHOLD, "bool", article=ACTS, start="2023-07-01", name="has_social_tariff")
def has_tariff_since_2023(is_home_contract, protected, is_social_housing_on_shared_gas):
    """Someone protected at the address, or social housing heated by shared gas."""
    return is_home_contract and (protected > 0 or is_social_housing_on_shared_gas)
