"""Rules of the small law. ILLUSTRATIVE, for the benchmark alone: they are nobody's entitlement."""

from relais.core.rights.law import (
    HOUSEHOLD,
    PERSON,
    in_year,
    per_month,
    rule,
    total,
    years_between,
)  # fmt: skip


@rule(PERSON, "year", article="")
def age(birth_date, today):
    """Whole years on the day; negative before birth."""
    return years_between(birth_date, today)


@rule(PERSON, "year", article="")
def age_in_august(birth_date, today):
    """Whole years on 31 August of this year."""
    return years_between(birth_date, in_year(today, 831))


@rule(PERSON, "bool", article="art. 1")
def gives_right(is_child, birth_date, today, age, is_student):
    """A child that is born, until 18, and until 25 while studying."""
    if not is_child or birth_date > today:
        return False
    return age < 18 or (age < 25 and is_student)


@rule(PERSON, "bool", article="art. 1")
def is_adult(is_child):
    """Whoever is not given as a child."""
    return not is_child


children = total("gives_right", "child")
adults = total("is_adult", "person")
household_income = total("income", "EUR/year")
household_resources = total("resources", "EUR/month")


@rule(HOUSEHOLD, "bool", article="art. 1")
def is_single_parent(adults, children):
    """One adult, with children who give a right."""
    return adults == 1 and children > 0


@rule(PERSON, "EUR/month", article="art. 2")
def base(gives_right, by_age, age):
    """By age."""
    return by_age[age] if gives_right else 0


@rule(PERSON, "EUR/month", article="art. 3")
def social_supplement(gives_right, household_income, threshold_1, threshold_2, low, middle, children, age):
    """By income, number of children and age."""
    if not gives_right:
        return 0
    if household_income < threshold_1:
        return low[children, age]
    if household_income < threshold_2:
        return middle[children]
    return 0


@rule(PERSON, "EUR/month", article="art. 4")
def single_parent_supplement(
    gives_right, is_single_parent, children, household_income, threshold_1, single_parent
):
    """For a single parent of two children or more, below the first threshold."""
    if gives_right and is_single_parent and children >= 2 and household_income < threshold_1:
        return single_parent
    return 0


@rule(PERSON, "EUR/month", article="art. 2 to 4")
def child_amount(base, social_supplement, single_parent_supplement):
    """What is paid each month for this child."""
    return base + social_supplement + single_parent_supplement


child_benefit = total("child_amount", "EUR/month")


@rule(PERSON, "EUR/year", article="art. 5", as_of="08-01")
def school_bonus(gives_right, bonus_by_age, age_in_august):
    """Once a year, by the age in August."""
    return bonus_by_age[age_in_august] if gives_right else 0


school_bonuses = total("school_bonus", "EUR/year")


@rule(HOUSEHOLD, "1", article="art. 6")
def category(adults, children):
    """3 with children, 2 alone, 1 with others."""
    if children > 0:
        return 3
    return 2 if adults == 1 else 1


@rule(HOUSEHOLD, "EUR/month", article="art. 6")
def full_income(category, by_category):
    """The integration income of who has nothing."""
    return by_category[category]


@rule(HOUSEHOLD, "EUR/month", article="art. 7")
def integration_income(adults, full_income, household_resources):
    """What the resources lack of it."""
    if adults == 0:
        return 0
    return max(full_income - household_resources, 0)


@rule(HOUSEHOLD, "EUR/year", article="art. 8")
def rent_ceiling(ceiling_by_children, children):
    """The highest income, by number of children."""
    return ceiling_by_children[children]


@rule(HOUSEHOLD, "EUR/month", article="art. 8", end="2021-09-30", name="rent_subsidy")
def rent_subsidy_until_2021(rent, household_income, threshold_1, rent_flat):
    """A fixed amount below the first threshold."""
    return rent_flat if rent > 0 and household_income < threshold_1 else 0


@rule(HOUSEHOLD, "EUR/month", article="art. 8", start="2021-10-01")
def rent_subsidy(rent, rents_socially, household_income, rent_ceiling, rent_most, rent_share, children):
    """A share of the rent, up to an amount by number of children; not in social housing."""
    if rents_socially or household_income > rent_ceiling:
        return 0
    return min(rent * rent_share, rent_most[children])


@rule(HOUSEHOLD, "EUR/month", article="")
def all_together(child_benefit, school_bonuses, integration_income, rent_subsidy):
    """All of it, a month."""
    return child_benefit + per_month(school_bonuses) + integration_income + rent_subsidy
