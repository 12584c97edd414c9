"""Facts about persons and households that several laws use in the same sense."""

from relais.core.rights.law import (
    HOUSEHOLD,
    PERSON,
    first_of_month,
    in_year,
    rule,
    total,
    years_between,
)


@rule(PERSON, "year", article="")
def age(birth_date, today):
    """Whole years on the day; negative before birth."""
    return years_between(birth_date, today)


@rule(PERSON, "bool", article="")
def is_child(role):
    """Raised in the household as a child."""
    return role == "child"


@rule(PERSON, "bool", article="")
def is_adult_couple_member(role):
    """The parent, or who lives with the parent as a couple."""
    return role == "parent" or role == "partner"


@rule(PERSON, "bool", article="")
def is_partner(role):
    """Lives with the parent as a couple, married or not."""
    return role == "partner"


@rule(HOUSEHOLD, "bool", article="")
def has_partner(partners):
    """Someone lives with the parent as a couple."""
    return partners > 0


partners = total("is_partner", "person")


@rule(PERSON, "year", article="")
def age_this_month(birth_date, today):
    """Whole years on the first day of the month."""
    return years_between(birth_date, first_of_month(today))


@rule(HOUSEHOLD, "1", article="")
def work_fraction(works_full_time, contract_fraction):
    """What part of a full-time job the parent works."""
    return 1 if works_full_time else contract_fraction


@rule(PERSON, "year", article="")
def age_at_new_year(birth_date, today):
    """Whole years on 1 January of this year."""
    return years_between(birth_date, in_year(today, 101))


@rule(PERSON, "bool", article="")
def is_other(role):
    """Lives at the address, and is neither parent, partner nor child."""
    return role == "other"


others = total("is_other", "person")

children = total("is_child", "child")
