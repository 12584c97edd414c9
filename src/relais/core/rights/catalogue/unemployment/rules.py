"""Rules of the unemployment benefit."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, month_of_days, rule, total

DECREE, PROGRAMME = "RD 25.11.1991", "Programme law 18.07.2025"
START, LAST, NEW = "2023-01-01", "2026-02-28", "2026-03-01"


@rule(PERSON, "bool", article=f"{DECREE}, art. 110, § 1, 1°", start=START)
def is_earning_partner(is_partner, has_work_or_benefit_income):
    """A partner with income from work or a benefit."""
    return is_partner and has_work_or_benefit_income


earning_partners = total("is_earning_partner", "person")


@rule(PERSON, "bool", article=f"{DECREE}, art. 110, § 1, 2°", start=START)
def is_earning_other(is_other, has_work_or_benefit_income):
    """Anyone else at the address with such income; who has none and is no relative is disregarded."""
    return is_other and has_work_or_benefit_income


earning_others = total("is_earning_other", "person")


@rule(PERSON, "bool", article=f"{DECREE}, art. 110, § 1, 2°", start=START)
def is_dependent_relative(role, kinship, has_work_or_benefit_income):
    """A relative up to the third degree without such income."""
    return role == "other" and kinship != "none" and not has_work_or_benefit_income


dependent_relatives = total("is_dependent_relative", "person")


@rule(PERSON, "bool", article=f"{DECREE}, art. 110, § 1, 2°", start=START)
def is_earning_child(is_child, has_work_or_benefit_income):
    """A child with such income."""
    return is_child and has_work_or_benefit_income


earning_children = total("is_earning_child", "child")


@rule(PERSON, "bool", article=f"{DECREE}, art. 110, § 1, 2°", start=START)
def is_benefit_child(is_child, child_benefit_can_be_claimed):
    """A child for whom child benefit can be claimed."""
    return is_child and child_benefit_can_be_claimed


benefit_children = total("is_benefit_child", "child")


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 110, § 2", start=START)
def lives_alone(partners, children, earning_others, dependent_relatives):
    """Nobody else, but for persons without income who are no relatives."""
    return partners == 0 and children == 0 and earning_others == 0 and dependent_relatives == 0


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 110, § 1", start=START)
def has_family_charge(
    has_declared_household, partners, earning_partners, earning_others, children, benefit_children,
    earning_children, dependent_relatives, lives_alone, pays_maintenance_by_title,
):  # fmt: skip
    """A partner without income; only children, or relatives without income; or alone, paying maintenance."""
    if not has_declared_household:
        return False
    if partners > 0:
        return earning_partners == 0
    if earning_others > 0:
        return False
    if children > 0:
        return benefit_children > 0 or (dependent_relatives == 0 and earning_children == 0)
    return dependent_relatives > 0 or (lives_alone and pays_maintenance_by_title)


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 110, § 2", start=START)
def is_isolated(has_declared_household, lives_alone, has_family_charge):
    """Lives alone, without a family charge."""
    return has_declared_household and lives_alone and not has_family_charge


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 110, § 3", start=START)
def is_cohabiting(has_family_charge, is_isolated):
    """Everybody else, and who declared nothing."""
    return not has_family_charge and not is_isolated


@rule(HOUSEHOLD, "EUR/day", article=f"{DECREE}, art. 115", start=START, end=LAST, name="least_daily")
def least_daily_before(
    has_family_charge, is_isolated, month_of_unemployment, least_family, least_alone, least_shared_1,
    least_shared_4, least_shared_13, least_shared_25,
):  # fmt: skip
    """The minimum of the category; for who cohabits less after each period."""
    if has_family_charge:
        return least_family
    if is_isolated:
        return least_alone
    if month_of_unemployment <= 3:
        return least_shared_1
    if month_of_unemployment <= 12:
        return least_shared_4
    return least_shared_13 if month_of_unemployment <= 24 else least_shared_25


@rule(HOUSEHOLD, "EUR/day", article=f"{DECREE}, art. 114", start=START, end=LAST, name="most_daily")
def most_daily_before(
    has_family_charge, is_isolated, month_of_unemployment, most_1, most_4, most_7, most_family_13,
    most_alone_13, most_shared_13,
):  # fmt: skip
    """The maximum of the period; after a year, of the category."""
    if month_of_unemployment <= 3:
        return most_1
    if month_of_unemployment <= 6:
        return most_4
    if month_of_unemployment <= 12:
        return most_7
    if has_family_charge:
        return most_family_13
    return most_alone_13 if is_isolated else most_shared_13


@rule(HOUSEHOLD, "EUR/day", article=f"{DECREE}, art. 115", start=NEW, name="least_daily")
def least_daily_since(
    has_family_charge, is_isolated, month_of_unemployment, meets_article_114, both_have_lowest, base_family,
    base_alone, base_shared, base_shared_flat_more, base_two_lowest, index,
):  # fmt: skip
    """The minimum of the category and the month, at the index of the day."""
    if has_family_charge:
        return cents(base_family[month_of_unemployment] * index)
    if is_isolated:
        return cents(base_alone[month_of_unemployment] * index)
    if month_of_unemployment <= 12:
        return cents(base_shared[month_of_unemployment] * index)
    if meets_article_114:
        return cents(base_shared_flat_more * index)
    if both_have_lowest:
        return cents((base_shared[month_of_unemployment] + base_two_lowest) * index)
    return cents(base_shared[month_of_unemployment] * index)


@rule(HOUSEHOLD, "EUR/day", article=f"{DECREE}, art. 115", start=START, end=LAST, name="daily")
def daily_before(least_daily):
    """At least the minimum; the amount from the wage is not modelled."""
    return least_daily


@rule(HOUSEHOLD, "EUR/day", article=f"{DECREE}, art. 114", start=NEW, name="daily")
def daily_since(
    least_daily, month_of_unemployment, daily_wage, wage_cap_first, wage_cap_lowest, rate_first, rate_later,
    index,
):  # fmt: skip
    """A part of the capped wage in the first year, at least the minimum; then the minimum."""
    if month_of_unemployment > 12:
        return least_daily
    if month_of_unemployment <= 3:
        return max(least_daily, cents(min(daily_wage, wage_cap_first * index) * rate_first))
    return max(least_daily, cents(min(daily_wage, wage_cap_lowest * index) * rate_later))


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 114 and 115", start=START)
def monthly(daily):
    """Twenty-six days a month."""
    return cents(month_of_days(daily, 26))


@rule(HOUSEHOLD, "bool", article=PROGRAMME, start=NEW)
def is_admitted(days_worked_in_three_years, days_for_admission):
    """Enough days of work in three years."""
    return days_worked_in_three_years >= days_for_admission


@rule(PERSON, "bool", article=PROGRAMME, start=NEW)
def is_of_55(role, age):
    """The claimant is 55 or older."""
    return role == "parent" and age >= 55


parents_of_55 = total("is_of_55", "person")


@rule(HOUSEHOLD, "bool", article=PROGRAMME, start=NEW)
def is_unlimited(parents_of_55, years_of_work, years_for_no_limit):
    """From 55, with enough years of work: one more each year until 2030."""
    return parents_of_55 > 0 and years_of_work >= years_for_no_limit


@rule(HOUSEHOLD, "month", article=f"{DECREE}, art. 114", start=NEW)
def allowed_months(months_from_work, months_of_extension, months_basic, months_most):
    """A year, a month more for each 104 days of work, two years at most; and extensions."""
    return min(months_most, months_basic + months_from_work) + months_of_extension


@rule(HOUSEHOLD, "date", article=PROGRAMME, start="2025-07-18")
def end_of_right(
    period_in_july_2025, end_third_long, end_third_middle, end_third_short, end_second, end_last
):
    """By the period on 1 July 2025; in the first it is personal, at the latest this day."""
    if period_in_july_2025 == "third-long" or period_in_july_2025 == "insertion":
        return end_third_long
    if period_in_july_2025 == "third-middle":
        return end_third_middle
    if period_in_july_2025 == "third-short":
        return end_third_short
    return end_second if period_in_july_2025 == "second" else end_last


@rule(HOUSEHOLD, "bool", article=PROGRAMME, start=NEW)
def is_ended(period_in_july_2025, is_unlimited, end_of_right, today):
    """The day of the calendar has come, for who had the benefit in July 2025 and is not exempt."""
    if period_in_july_2025 == "none":
        return False
    return today >= end_of_right and not is_unlimited


@rule(HOUSEHOLD, "bool", article=PROGRAMME, start=NEW)
def is_entitled(
    is_without_work, period_in_july_2025, is_ended, is_admitted, is_unlimited, month_of_unemployment,
    allowed_months,
):  # fmt: skip
    """Without work; since July 2025 until the day of the calendar, who began later for the months allowed."""
    if not is_without_work:
        return False
    if period_in_july_2025 != "none":
        return not is_ended
    return is_admitted and (is_unlimited or month_of_unemployment <= allowed_months)
