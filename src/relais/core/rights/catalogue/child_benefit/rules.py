"""Rules of the Brussels child benefit."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, in_year_of_age, rule, total

ORDINANCE = "Ord. 25.04.2019"


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 4 and 25")
def is_beneficiary(is_child, lives_in_brussels, birth_date, today, age, is_in_education):
    """A child of Brussels: always until 31 August of the year of 18, then until 25 while learning."""
    if not is_child or not lives_in_brussels:
        return False
    if today <= in_year_of_age(birth_date, 18, 831):
        return True
    return age < 25 and is_in_education


beneficiaries = total("is_beneficiary", "child")


@rule(PERSON, "EUR/year", article=f"{ORDINANCE}, art. 3, 7°")
def counted_income(is_adult_couple_member, income):
    """Taxable income from work and benefits, of the parent and of who lives with her as a couple."""
    if not is_adult_couple_member:
        return 0
    return income


household_income = total("counted_income", "EUR/year")


@rule(HOUSEHOLD, "bool", article=f"{ORDINANCE}, art. 3, 8°")
def is_single_parent_family(has_partner, is_married_not_separated, household_income, ceiling_1):
    """No couple, no marriage that is not separated in fact, and an income below the first ceiling."""
    return not has_partner and not is_married_not_separated and household_income < ceiling_1


@rule(HOUSEHOLD, "bool", article=f"{ORDINANCE}, art. 9", start="2023-11-01")
def owns_too_much(cadastral_income, cadastral_ceiling):
    """The cadastral income of the parent and the partner is over the ceiling."""
    return cadastral_income > cadastral_ceiling


@rule(PERSON, "EUR/month", article=f"{ORDINANCE}, art. 9", start="2023-11-01")
def social_supplement(
    is_beneficiary, household_income, ceiling_1, ceiling_2, owns_too_much, is_single_parent_family,
    beneficiaries, age, low, low_single_parent, middle,
):  # fmt: skip
    """More where the income is low; and more again for a single-parent family with two children or more."""
    if not is_beneficiary:
        return 0
    if household_income >= ceiling_2 or owns_too_much:
        return 0
    if household_income >= ceiling_1:
        return middle[beneficiaries]
    if is_single_parent_family:
        return low_single_parent[beneficiaries, age]
    return low[beneficiaries, age]


@rule(PERSON, "EUR/month", article=f"{ORDINANCE}, art. 7 and 35")
def base(
    is_beneficiary,
    beneficiaries,
    social_supplement,
    birth_date,
    transition,
    age,
    is_in_higher_education,
    by_age,
    higher_education,
    reduction,
):
    """By age; flat for an only child without a supplement; less for who was born before the transition."""
    if not is_beneficiary:
        return 0
    less = reduction if birth_date < transition else 0
    if beneficiaries == 1 and social_supplement == 0:
        return by_age[0] - less
    if age >= 18 and is_in_higher_education:
        return higher_education - less
    return by_age[age] - less


@rule(PERSON, "EUR/month", article=f"{ORDINANCE}, art. 7, 9 and 35")
def amount(base, social_supplement):
    """What is paid each month for this child."""
    return cents(base + social_supplement)


monthly = total("amount", "EUR/month")
