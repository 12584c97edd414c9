"""Rules of the allowance for thematic leave."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, cents_down, rule, total

DECREE = "KB/AR 12.12.2001"


@rule(PERSON, "bool", article=f"{DECREE}, art. 6/2 § 3")
def is_dependent_child(is_child, is_dependent):
    """A child of the household who lives on what the parent earns."""
    return is_child and is_dependent


dependent_children = total("is_dependent_child", "child")


@rule(PERSON, "bool", article=f"{DECREE}, art. 6/2 § 3, 1°")
def is_someone_else(role, is_dependent):
    """Lives there, and is neither the parent who asks nor a child who depends on that parent."""
    if role == "child":
        return not is_dependent
    return role != "parent"


others = total("is_someone_else", "person")


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 6/2 § 3, 1°")
def lives_only_with_dependent_children(dependent_children, others):
    """At least one child who depends on the parent lives there, and nobody else."""
    return dependent_children > 0 and others == 0


@rule(PERSON, "bool", article=f"{DECREE}, art. 6/2 § 3")
def opens_single_rate(
    is_dependent_child, lives_only_with_dependent_children, is_leave_for, age_this_month, is_disabled
):
    """A child cared for by a parent alone: under 18 on the first of the month, under 21 if disabled."""
    if not is_dependent_child or not is_leave_for or not lives_only_with_dependent_children:
        return False
    return age_this_month < 18 or (age_this_month < 21 and is_disabled)


single_rate_children = total("opens_single_rate", "child")


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 6/2", start="2023-07-01")
def full(single_rate_children, full_rate, full_rate_single, work_fraction):
    """For who stops working: the part of a full-time job that is given up counts."""
    rate = full_rate_single if single_rate_children > 0 else full_rate
    return cents(rate * work_fraction)


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 6/3", start="2023-07-01")
def half(single_rate_children, half_rate, half_rate_single, work_fraction):
    """For who goes down to half-time, from three quarters at least: the hours given up count."""
    if work_fraction < 0.75:
        return 0
    rate = half_rate_single if single_rate_children > 0 else half_rate
    return cents(rate * (work_fraction * 2 - 1))


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 6/3", start="2023-07-01")
def fifth(
    single_rate_children, lives_only_with_dependent_children, works_full_time, fifth_rate, fifth_rate_alone,
    fifth_rate_single,
):  # fmt: skip
    """For who works a fifth less than full-time."""
    if not works_full_time:
        return 0
    if single_rate_children > 0:
        return fifth_rate_single
    return fifth_rate_alone if lives_only_with_dependent_children else fifth_rate


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 6/2, 6/3", start="2023-07-01")
def allowance(leave_formula, full, half, fifth):
    """For the form that is chosen; a tenth less exists for parental leave only."""
    if leave_formula == "full":
        return full
    if leave_formula == "half":
        return half
    return fifth if leave_formula == "fifth" else 0


@rule(HOUSEHOLD, "EUR/month", article="RVA/ONEM", start="2023-07-01")
def net(leave_formula, allowance, withheld_full, withheld_partial):
    """What is left after the tax withheld at the source, which is rounded down to the cent."""
    withheld = withheld_full if leave_formula == "full" else withheld_partial
    return cents(allowance - cents_down(allowance * withheld))
