"""Rules of the Flemish school allowance. What secondary school gives is asked: it was not found."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, rule, share, total

DECREE = "D. 27.04.2018"


@rule(PERSON, "bool", article=f"{DECREE}, art. 24, 46-48")
def is_fiscal_dependent(role, is_dependent):
    """A person who is fiscally dependent."""
    return role != "parent" and is_dependent


@rule(PERSON, "bool", article=f"{DECREE}, art. 24, 46-48")
def is_in_higher_education(school_level):
    """Studies in higher education."""
    return school_level == "higher"


@rule(PERSON, "bool", article=f"{DECREE}, art. 24, 46-48")
def is_disabled_member(is_disabled):
    """At least 66 % disabled."""
    return is_disabled


fiscal_dependents = total("is_fiscal_dependent", "point")
in_higher_education = total("is_in_higher_education", "point")
disabled_members = total("is_disabled_member", "point")


@rule(HOUSEHOLD, "point", article=f"{DECREE}, art. 24, 46-48")
def points(fiscal_dependents, independent_pupils, in_higher_education, disabled_members):
    """One to start, and one for each dependant, former dependant, disability, and second student and on."""
    return 1 + fiscal_dependents + independent_pupils + disabled_members + max(0, in_higher_education - 1)


@rule(PERSON, "bool", article=f"{DECREE}, art. 24, 46-48", start="2020-09-01")
def is_entitled(school_level, is_in_dutch_school, school_income, points, highest_income):
    """A pupil of a Dutch-language school, with an income of the family up to the highest."""
    is_pupil = school_level == "nursery" or school_level == "primary" or school_level == "secondary"
    return is_pupil and is_in_dutch_school and school_income <= highest_income[points]


@rule(PERSON, "EUR/year", article=f"{DECREE}, art. 47", start="2020-09-01")
def primary(
    school_income, points, lowest_income, highest_income, is_mostly_replacement_income, primary_least,
    primary_full, primary_exceptional,
):  # fmt: skip
    """For primary school: full up to the lowest income, then less, and never less than the least."""
    lowest = lowest_income[points]
    highest = highest_income[points]
    if school_income <= highest / 10 and is_mostly_replacement_income:
        return primary_exceptional
    if school_income <= lowest:
        return primary_full
    return cents(max(primary_least, primary_full * share(highest - school_income, highest - lowest)))


@rule(PERSON, "EUR/year", article=f"{DECREE}, art. 46, 47", start="2020-09-01")
def amount(is_entitled, school_level, nursery, primary, secondary_amount):
    """For a school year."""
    if not is_entitled:
        return 0
    if school_level == "secondary":
        return secondary_amount
    return nursery if school_level == "nursery" else primary


yearly = total("amount", "EUR/year")
