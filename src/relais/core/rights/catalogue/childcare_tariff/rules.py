"""Rules of the income tariff for childcare, in the base amounts of the order."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, rule, share, steps, total

ORDER = "MB/AM 23.04.2014"


@rule(PERSON, "EUR/year", article=f"{ORDER}, art. 24")
def income_of_couple(is_adult_couple_member, income):
    """Taxable income of the contract holder, and of the partner."""
    return income if is_adult_couple_member else 0


@rule(PERSON, "bool", article=f"{ORDER}, art. 24")
def is_other_adult(role, age):
    """Another adult at the address, who is no child of the family."""
    return role == "other" and age >= 18


incomes_of_couple = total("income_of_couple", "EUR/year")
other_adults = total("is_other_adult", "person")


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 24")
def is_only_adult(has_partner, other_adults):
    """Neither a partner nor another adult at the address."""
    return not has_partner and other_adults == 0


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 24")
def counted_income(incomes_of_couple, has_partner, is_only_adult, income_of_one_other_adult):
    """Without a partner, the income of one other adult at the address counts too."""
    if has_partner or is_only_adult:
        return incomes_of_couple
    return incomes_of_couple + income_of_one_other_adult


@rule(HOUSEHOLD, "EUR/day", article=f"{ORDER}, art. 25-28", start="2014-04-23")
def scale(
    counted_income, per_income, band_1, band_2, rate_1, rate_2, most_1, most_2, band_3_step, band_3_more, most
):  # fmt: skip
    """A part of the income in two bands, the first never above the second; then more for each band begun."""
    part = share(counted_income, per_income)
    if counted_income <= band_1:
        return min(most_1, rate_1 * part, rate_2 * share(band_1, per_income))
    if counted_income <= band_2:
        return min(most_2, rate_2 * part)
    return min(most, most_2 + band_3_more * steps(counted_income - band_2, band_3_step))


@rule(HOUSEHOLD, "1", article=f"{ORDER}, art. 25-28", start="2014-04-23")
def low_income_part(counted_income, low_income_limit, low_income_step):
    """A quarter less under the limit; a hundredth part of the tariff less of it for each step begun above."""
    if counted_income <= low_income_limit:
        return 0.25
    return max(0, 0.25 - steps(counted_income - low_income_limit, low_income_step) / 100)


@rule(PERSON, "bool", article=f"{ORDER}, art. 25-28")
def is_dependent_child(is_child, is_dependent):
    """A child who depends on the family."""
    return is_child and is_dependent


dependent_children = total("is_dependent_child", "child")


@rule(HOUSEHOLD, "EUR/day", article=f"{ORDER}, art. 25-28", start="2014-04-23")
def for_children(dependent_children, has_multiple_birth, less_per_child):
    """Less for each dependent child from the second on, and once for twins or more."""
    more = 1 if has_multiple_birth else 0
    return less_per_child * (max(0, dependent_children - 1) + more)


@rule(HOUSEHOLD, "EUR/day", article=f"{ORDER}, art. 25-28", start="2014-04-23")
def full_day(scale, low_income_part, for_children, minimum, floor):
    """At least the standard minimum before the children are counted, and the floor after."""
    return cents(max(floor, max(minimum, scale * (1 - low_income_part)) - for_children))


@rule(HOUSEHOLD, "EUR/day", article=f"{ORDER}, art. 25-28", start="2014-04-23")
def tariff(full_day, hours_of_care):
    """By the hours of a day: 40 % under three, 60 % under five, all of it from five."""
    if hours_of_care < 3:
        return cents(full_day * 0.4)
    if hours_of_care < 5:
        return cents(full_day * 0.6)
    return full_day


@rule(HOUSEHOLD, "EUR", article=f"{ORDER}, art. 22", start="2014-04-23")
def most_deposit(counted_income, low_deposit_income, low_deposit, high_deposit):
    """What may be asked in advance at most."""
    return low_deposit if counted_income <= low_deposit_income else high_deposit
