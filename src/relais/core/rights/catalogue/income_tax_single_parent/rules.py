"""Rules of the federal income tax for a parent taxed alone."""

from relais.core.rights.law import (
    HOUSEHOLD,
    PERSON,
    by_brackets,
    cents,
    in_next_year,
    rule,
    share,
    total,
    year_of_days,
    years_between,
)

CODE = "ITC 1992"
START = "2022-01-01"


@rule(PERSON, "year", article=f"{CODE}, art. 132 and 136", start=START)
def tax_age(birth_date, today):
    """Whole years on 1 January of the year in which the income is declared."""
    return years_between(birth_date, in_next_year(today, 101))


@rule(PERSON, "bool", article=f"{CODE}, art. 136", start=START)
def is_dependent(is_child, tax_age, own_net_resources, most_resources):
    """A child of the household on that 1 January, whose own means are not above the limit."""
    if not is_child or tax_age < 0:
        return False
    return own_net_resources == 0 or own_net_resources <= most_resources


@rule(PERSON, "bool", article=f"{CODE}, art. 132bis", start=START)
def is_shared(is_dependent, is_split_for_tax, maintenance_is_deducted):
    """Equal residence fixed by decision or registered agreement, and no maintenance deducted."""
    return is_dependent and is_split_for_tax and not maintenance_is_deducted


@rule(PERSON, "child", article=f"{CODE}, art. 132", start=START)
def whole_weight(is_dependent, is_shared, has_fiscal_handicap):
    """A child with a severe handicap counts as two."""
    if not is_dependent or is_shared:
        return 0
    return 2 if has_fiscal_handicap else 1


whole_children = total("whole_weight", "child")


@rule(PERSON, "child", article=f"{CODE}, art. 132bis", start=START)
def shared_weight(is_shared, has_fiscal_handicap):
    """A child with a severe handicap counts as two."""
    if not is_shared:
        return 0
    return 2 if has_fiscal_handicap else 1


shared_children = total("shared_weight", "child")


@rule(PERSON, "bool", article=f"{CODE}, art. 145/35", start=START)
def is_care_counted(is_dependent, age, has_fiscal_handicap, is_recognised_care, net_professional_income):
    """Recognised care of a child under 14, or 21 with a severe handicap, of a parent who works."""
    if not is_dependent or not is_recognised_care or net_professional_income == 0:
        return False
    return age < 14 or (has_fiscal_handicap and age < 21)


@rule(PERSON, "EUR/year", article=f"{CODE}, art. 132, 6°", start=START)
def young_supplement(is_dependent, is_shared, tax_age, is_care_counted, under_3):
    """For a child under three whose care is not deducted; half where the child is shared."""
    if not is_dependent or tax_age >= 3 or is_care_counted:
        return 0
    return under_3 / 2 if is_shared else under_3


young_supplements = total("young_supplement", "EUR/year")


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 132 and 132bis", start=START)
def children_supplement(whole_children, shared_children, by_children, each_more, young_supplements):
    """By the number of children; of shared children half, counted apart."""
    whole = by_children[whole_children] + each_more * max(0, whole_children - 4)
    shared = by_children[shared_children] + each_more * max(0, shared_children - 4)
    return whole + shared / 2 + young_supplements


@rule(HOUSEHOLD, "bool", article=f"{CODE}, art. 133, first paragraph", start=START)
def has_supplement_alone(is_taxed_alone, whole_children, shared_children):
    """Taxed alone, with a dependent child or a shared one; a partner in fact does not matter."""
    return is_taxed_alone and (whole_children > 0 or shared_children > 0)


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 133, first paragraph", start=START)
def supplement_alone(has_supplement_alone, alone):
    """The supplement for who is taxed alone."""
    return alone if has_supplement_alone else 0


@rule(PERSON, "bool", article=f"{CODE}, art. 133, second paragraph", start=START)
def is_stranger_for_tax(role, kinship, raised_this_parent):
    """Neither child, nor ascendant, nor relative up to the second degree, nor who raised the parent."""
    if role == "partner":
        return True
    if role != "other" or kinship == "first" or kinship == "second":
        return False
    return not raised_this_parent


strangers_for_tax = total("is_stranger_for_tax", "person")


@rule(HOUSEHOLD, "bool", article=f"{CODE}, art. 133, second paragraph", start=START)
def has_supplement_low(
    has_supplement_alone, strangers_for_tax, taxable_income, low_income_zero_from, net_professional_income,
    least_work_income,
):  # fmt: skip
    """Taxed alone, with nobody but family at home, a low income, and some of it from work."""
    if not has_supplement_alone or strangers_for_tax > 0:
        return False
    return taxable_income < low_income_zero_from and net_professional_income >= least_work_income


@rule(HOUSEHOLD, "1", article=f"{CODE}, art. 133, third paragraph", start=START)
def low_fraction(has_supplement_low, taxable_income, low_income_full_to, low_income_zero_from):
    """Whole up to the first limit, then falling to nothing at the second."""
    if not has_supplement_low:
        return 0
    if taxable_income <= low_income_full_to:
        return 1
    return share(low_income_zero_from - taxable_income, low_income_zero_from - low_income_full_to)


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 133, third paragraph", start=START)
def supplement_low(low_fraction, low_income):
    """The part of the supplement that the income leaves."""
    if low_fraction == 0:
        return 0
    return cents(low_income * low_fraction)


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 131 and 132, 7° and 8°", start=START)
def own_free_sum(
    base_sum, taxpayer_has_handicap, with_handicap, other_dependants, each_other_dependant,
    elderly_dependants, each_elderly_dependant,
):  # fmt: skip
    """The base, more for a handicap and for other dependants."""
    found = base_sum + with_handicap if taxpayer_has_handicap else base_sum
    if other_dependants == 0 and elderly_dependants == 0:
        return found
    return found + each_other_dependant * other_dependants + each_elderly_dependant * elderly_dependants


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134", start=START)
def first_free_sum(own_free_sum, supplement_alone):
    """The first slice: all but the children and the supplement for a low income."""
    return own_free_sum + supplement_alone


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134", start=START)
def second_free_sum(first_free_sum, children_supplement):
    """The second slice: with the children."""
    return first_free_sum + children_supplement


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134", start=START)
def free_sum(second_free_sum, supplement_low):
    """The last slice: with the supplement for a low income."""
    return second_free_sum + supplement_low


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 130", start=START)
def income_tax(taxable_income, tax_rates):
    """The tax on the taxable income, bracket by bracket."""
    return cents(by_brackets(taxable_income, tax_rates))


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134", start=START)
def tax_on_own_sum(own_free_sum, free_rates):
    """The tax on the free sum of someone without children."""
    return cents(by_brackets(own_free_sum, free_rates))


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134", start=START)
def tax_on_first_sum(first_free_sum, free_rates):
    """The tax on the first slice."""
    return cents(by_brackets(first_free_sum, free_rates))


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134", start=START)
def tax_on_second_sum(second_free_sum, free_rates):
    """The tax on the first two slices."""
    return cents(by_brackets(second_free_sum, free_rates))


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134", start=START)
def tax_on_free_sum(free_sum, free_rates):
    """The tax on the whole free sum."""
    return cents(by_brackets(free_sum, free_rates))


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134", start=START)
def tax_due(income_tax, tax_on_free_sum):
    """The tax on the income less the tax on the free sum."""
    return cents(max(0, income_tax - tax_on_free_sum))


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134, § 3", start=START)
def unused(income_tax, tax_on_free_sum):
    """What the free sum would still have taken off."""
    return cents(max(0, tax_on_free_sum - income_tax))


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134, § 3", start=START)
def refund_limit(whole_children, shared_children, refund_per_child):
    """So much for each child, half for a shared one."""
    return refund_per_child * whole_children + refund_per_child * shared_children / 2


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 134, § 3", start=START)
def refund(unused, tax_on_free_sum, tax_on_second_sum, tax_on_first_sum, refund_limit):
    """What is unused of the last slice, and of the children up to the limit, is paid out."""
    last = min(unused, tax_on_free_sum - tax_on_second_sum)
    of_children = min(unused - last, tax_on_second_sum - tax_on_first_sum)
    return cents(last + min(of_children, refund_limit))


@rule(PERSON, "EUR/year", article=f"{CODE}, art. 145/35", start=START)
def counted_care(is_care_counted, childcare_expenses, childcare_days, childcare_day):
    """What was paid, at most so much a day."""
    if not is_care_counted:
        return 0
    return min(childcare_expenses, year_of_days(childcare_day, childcare_days))


counted_cares = total("counted_care", "EUR/year")


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 145/35", start=START)
def care_ordinary(counted_cares, childcare_rate, tax_due):
    """A part of the care, as far as there is tax to take it off."""
    if counted_cares == 0:
        return 0
    return cents(min(counted_cares * childcare_rate, tax_due))


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 145/35", start=START)
def care_more(counted_cares, childcare_rate_more, low_fraction):
    """More for a single parent with a low income; what cannot be taken off is paid out."""
    if counted_cares == 0 or low_fraction == 0:
        return 0
    return cents(counted_cares * childcare_rate_more * low_fraction)


@rule(HOUSEHOLD, "EUR/year", article=f"{CODE}, art. 130 to 145/35", start=START)
def yearly_gain(income_tax, tax_on_own_sum, tax_due, refund, care_ordinary, care_more):
    """The federal tax of the same income without children, less the tax with all of this."""
    without = max(0, income_tax - tax_on_own_sum)
    return cents(without - tax_due + refund + care_ordinary + care_more)
