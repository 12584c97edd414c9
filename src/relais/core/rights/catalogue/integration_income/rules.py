"""Rules of the integration income."""

from relais.core.rights.law import (
    HOUSEHOLD,
    PERSON,
    cents,
    per_month,
    per_year,
    rule,
    total,
    yearly_yield,
)  # fmt: skip

ACT, DECREE = "Act 26.05.2002", "RD 11.07.2002"
START = "2011-09-01"


@rule(PERSON, "bool", article=f"{ACT}, art. 7", start=START)
def is_claimant_of_age(role, age, is_emancipated_or_pregnant, children):
    """Of age; or a minor who is married, pregnant, or raises a child."""
    return role == "parent" and (age >= 18 or children > 0 or is_emancipated_or_pregnant)


claimants_of_age = total("is_claimant_of_age", "person")


@rule(PERSON, "bool", article=f"{ACT}, art. 3, 1°", start=START)
def is_in_belgium(role, lives_in_belgium):
    """Who claims really lives in Belgium."""
    return role == "parent" and lives_in_belgium


claimants_in_belgium = total("is_in_belgium", "person")


@rule(HOUSEHOLD, "bool", article=f"{ACT}, art. 3, 3°", start=START)
def has_right_to_stay(residence_status, months_of_eu_residence):
    """Belgian, protected or registered; of the EU after the first three months."""
    if residence_status == "eu":
        return months_of_eu_residence > 3
    return residence_status != "other"


@rule(HOUSEHOLD, "bool", article=f"{ACT}, art. 3", start=START)
def meets_conditions(
    claimants_in_belgium, is_allowed_to_stay, claimants_of_age, has_right_to_stay, is_willing_to_work,
    cannot_be_asked_to_work, has_asked_for_other_rights,
):  # fmt: skip
    """In Belgium, of age, allowed to stay, willing to work or with a good reason, other rights asked for."""
    if claimants_in_belgium == 0 or claimants_of_age == 0 or not is_allowed_to_stay or not has_right_to_stay:
        return False
    return (is_willing_to_work or cannot_be_asked_to_work) and has_asked_for_other_rights


@rule(PERSON, "bool", article=f"{ACT}, art. 14, § 1, 3°", start=START)
def is_minor_child(is_child, age, is_unmarried, stays_here_regularly):
    """An unmarried child under 18 who lives here or is here regularly."""
    return is_child and age < 18 and is_unmarried and stays_here_regularly


minor_children = total("is_minor_child", "child")


@rule(PERSON, "bool", article=f"{ACT}, art. 14, § 1, 1°", start=START)
def is_cohabitant(role, age, shares_household):
    """A partner; or another adult at the address with whom the household is run together."""
    if role == "partner":
        return True
    return (role == "other" or (role == "child" and age >= 18)) and shares_household


cohabitants = total("is_cohabitant", "person")


@rule(HOUSEHOLD, "bool", article=f"{ACT}, art. 14, § 1, 3°", start=START)
def is_family_category(minor_children):
    """With an unmarried minor child, whoever else lives there."""
    return minor_children > 0


@rule(HOUSEHOLD, "EUR/month", article=f"{ACT}, art. 14, § 1", start=START)
def full_amount(is_family_category, cohabitants, category_1, category_2, category_3):
    """With a minor child the family amount; else by whether the household is shared."""
    if is_family_category:
        return category_3
    return category_1 if cohabitants > 0 else category_2


@rule(PERSON, "EUR/month", article=f"{DECREE}, art. 22 and 35", start=START)
def claimant_resources(
    role, net_work_income, net_other_income, months_of_work_exemption, work_exemption_months, work_exemption
):
    """Net income; of a wage a part is left out, for three years within six."""
    if role != "parent":
        return 0
    if net_work_income > 0 and months_of_work_exemption < work_exemption_months:
        return max(0, net_work_income - work_exemption) + net_other_income
    return net_work_income + net_other_income


claimants_resources = total("claimant_resources", "EUR/month")


@rule(PERSON, "EUR/month", article=f"{DECREE}, art. 34", start=START)
def partner_resources(is_partner, net_work_income, net_other_income):
    """Net income of the partner."""
    return net_work_income + net_other_income if is_partner else 0


partners_resources = total("partner_resources", "EUR/month")


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 34, § 1 and 4", start=START)
def counted_of_partner(has_partner, minor_children, partner_claims_too, partners_resources, category_1):
    """All of it in the family category; else what is above the amount for who cohabits."""
    if not has_partner:
        return 0
    if minor_children > 0:
        return partners_resources
    return 0 if partner_claims_too else max(0, partners_resources - category_1)


@rule(PERSON, "EUR/month", article=f"{DECREE}, art. 34, § 2", start=START)
def relative_excess(role, kinship, is_cohabitant, age, net_work_income, net_other_income, category_1):
    """What an adult parent or child who lives there has above the amount for who cohabits."""
    if not is_cohabitant or age < 18 or role == "partner" or (role == "other" and kinship != "first"):
        return 0
    return max(0, net_work_income + net_other_income - category_1)


relatives_excess = total("relative_excess", "EUR/month")


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 34, § 2", start=START, end="2026-02-28",
      name="counted_of_relatives")  # fmt: skip
def counted_if_the_centre_wants(relatives_excess, centre_counts_relatives):
    """The centre may count it."""
    if relatives_excess == 0:
        return 0
    return relatives_excess if centre_counts_relatives else 0


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 34, § 2; RD 07.01.2026", start="2026-03-01",
      name="counted_of_relatives")  # fmt: skip
def counted_but_for_equity(relatives_excess, centre_spares_relatives):
    """It counts, unless the centre leaves it out for equity."""
    if relatives_excess == 0:
        return 0
    return 0 if centre_spares_relatives else relatives_excess


@rule(HOUSEHOLD, "EUR/year", article=f"{DECREE}, art. 25", start=START)
def counted_property(
    own_cadastral_income, unbuilt_cadastral_income, children, cadastral_franchise,
    cadastral_franchise_per_child, unbuilt_franchise, cadastral_times,
):  # fmt: skip
    """Three times the cadastral income above what is exempt, more for each child."""
    exempt = cadastral_franchise + cadastral_franchise_per_child * children
    built = max(0, own_cadastral_income - exempt)
    unbuilt = max(0, unbuilt_cadastral_income - unbuilt_franchise)
    return (built + unbuilt) * cadastral_times


@rule(HOUSEHOLD, "EUR/year", article=f"{DECREE}, art. 27", start=START)
def counted_capital(savings, capital_from, capital_to, capital_rate_low, capital_rate_high):
    """Nothing of the first part, a low rate on the next, a high rate above."""
    low = max(0, min(savings, capital_to) - capital_from)
    high = max(0, savings - capital_to)
    return yearly_yield(low, capital_rate_low) + yearly_yield(high, capital_rate_high)


@rule(HOUSEHOLD, "EUR/year", article=f"{DECREE}, art. 22 to 35", start=START)
def yearly_resources(
    claimants_resources, counted_of_partner, counted_of_relatives, housing_paid_by_others, counted_property,
    counted_capital,
):  # fmt: skip
    """All that counts, in a year; child benefit and maintenance for the children do not."""
    each_month = claimants_resources + counted_of_partner + counted_of_relatives + housing_paid_by_others
    return cents(per_year(each_month) + counted_property + counted_capital)


@rule(HOUSEHOLD, "EUR/year", article=f"{DECREE}, art. 22, § 2", start=START)
def extra_exemption(yearly_resources, full_amount, minor_children, cohabitants, extra_1, extra_2, extra_3):
    """By category, for who has less than the full amount."""
    if yearly_resources >= cents(per_year(full_amount)):
        return 0
    if minor_children > 0:
        return extra_3
    return extra_1 if cohabitants > 0 else extra_2


@rule(HOUSEHOLD, "EUR/year", article=f"{DECREE}, art. 22, § 2", start=START)
def counted_resources(yearly_resources, extra_exemption):
    """The means less the extra exemption, never below nothing."""
    return max(0, yearly_resources - extra_exemption)


@rule(HOUSEHOLD, "EUR/month", article=f"{ACT}, art. 16", start=START)
def before_extra(full_amount, yearly_resources):
    """The full amount less the means, before the extra exemption."""
    return cents(per_month(max(0, per_year(full_amount) - yearly_resources)))


@rule(HOUSEHOLD, "EUR/month", article=f"{ACT}, art. 14 and 16", start=START)
def monthly(meets_conditions, full_amount, counted_resources):
    """The full amount of the category less the means that count."""
    if not meets_conditions:
        return 0
    return cents(per_month(max(0, per_year(full_amount) - counted_resources)))


@rule(HOUSEHOLD, "EUR/year", article=f"{ACT}, art. 14 and 16", start=START)
def yearly(monthly):
    """Twelve months like this one."""
    return cents(per_year(monthly))


@rule(HOUSEHOLD, "bool", article=f"{ACT}, art. 3", start=START)
def is_entitled(meets_conditions, monthly):
    """The conditions are met, and the means are below the full amount."""
    return meets_conditions and monthly > 0
