"""Rules of the advances on maintenance. The service explains them; the articles were not read."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, rule, total

ACT = "Act 21.02.2003"


@rule(PERSON, "bool", article=ACT, start="2020-07-02")
def is_parent_abroad(role, lives_in_belgium):
    """The parent who asks lives abroad."""
    return role == "parent" and not lives_in_belgium


parents_abroad = total("is_parent_abroad", "person")


@rule(PERSON, "bool", article=ACT, start="2020-07-02")
def can_be_collected(
    role, parents_abroad, lives_in_belgium, has_enforceable_title, maintenance, months_unpaid, least_unpaid
):
    """Parent or child in Belgium, an enforceable title, and two of the last twelve months not fully paid."""
    if (role != "parent" and role != "child") or parents_abroad > 0 or not lives_in_belgium:
        return False
    return has_enforceable_title and maintenance > 0 and months_unpaid >= least_unpaid


@rule(PERSON, "bool", article=ACT, start="2020-07-02")
def is_of_age_for_advance(is_child, age, still_opens_child_benefit, is_learning_or_waiting):
    """A minor; or an adult who still opens child benefit, and is learning or in the waiting period."""
    return is_child and (age < 18 or (still_opens_child_benefit and is_learning_or_waiting))


@rule(PERSON, "bool", article=ACT, start="2020-07-02")
def has_advance(is_of_age_for_advance, can_be_collected):
    """Only for children; what the household earns, and who lives in it, does not matter."""
    return is_of_age_for_advance and can_be_collected


@rule(PERSON, "EUR/month", article=ACT, start="2020-07-02")
def advance(has_advance, maintenance, most, paid_this_month):
    """The maintenance of the month up to the ceiling, less what was paid of it."""
    if not has_advance:
        return 0
    return cents(max(0, min(maintenance, most) - paid_this_month))


monthly = total("advance", "EUR/month")


@rule(PERSON, "EUR/month", article=ACT, start="2020-07-02")
def balance(can_be_collected, maintenance, advance, paid_this_month):
    """What still goes to the family, above the advance, once the other pays through the service."""
    if not can_be_collected:
        return 0
    return cents(max(0, maintenance - advance - paid_this_month))


@rule(PERSON, "EUR/month", article=ACT, start="2020-07-02")
def debtor_monthly(can_be_collected, maintenance, debtor_share):
    """The maintenance of the month and the contribution on it."""
    if not can_be_collected:
        return 0
    return cents(maintenance + maintenance * debtor_share)


@rule(PERSON, "EUR", article=ACT, start="2020-07-02")
def debtor_arrears(can_be_collected, arrears, debtor_share):
    """The arrears and the contribution on them."""
    if not can_be_collected:
        return 0
    return cents(arrears + arrears * debtor_share)


@rule(HOUSEHOLD, "EUR/month", article=ACT, start="2019-01-01", end="2020-07-01")
def old_income_ceiling(old_ceiling, old_ceiling_per_child, children):
    """The net income below which an advance was given in 2019: more for each child."""
    return old_ceiling + old_ceiling_per_child * children
