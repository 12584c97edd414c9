"""Rules of parental leave. The day of the law is the day on which the leave would begin."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, cents_down, rule, total

LEAVE = "KB/AR 29.10.1997"
ALLOWANCE = "KB/AR 12.12.2001"


@rule(HOUSEHOLD, "bool", article=f"{LEAVE}, art. 4")
def has_seniority(months_with_employer):
    """Twelve months of contract with this employer in the fifteen before the request."""
    return months_with_employer >= 12


@rule(PERSON, "bool", article=f"{LEAVE}, art. 3 § 2")
def is_young_enough(age, is_disabled):
    """Under 12 when the leave begins; under 21 if disabled."""
    return age >= 0 and (age < 12 or (age < 21 and is_disabled))


@rule(PERSON, "month", article=f"{LEAVE}, art. 2, 2/1")
def remaining(used_full, used_half, used_fifth, used_tenth):
    """What is left for this child, in months of full leave: four in all."""
    return max(0, 4 - (used_full + used_half / 2 + used_fifth / 5 + used_tenth / 10))


@rule(PERSON, "bool", article=f"{LEAVE}, art. 2, 3, 4")
def opens_leave(is_child, is_own_child, is_young_enough, has_seniority, remaining):
    """One’s own child, young enough, for whom leave is left, with an employer of long enough."""
    return is_child and is_own_child and is_young_enough and has_seniority and remaining > 0


@rule(PERSON, "month", article=f"{LEAVE}, art. 2")
def full_months(opens_leave, remaining):
    """Months of full leave that are left."""
    return remaining if opens_leave else 0


@rule(PERSON, "month", article=f"{LEAVE}, art. 2, 2/1")
def half_months(full_months, works_full_time):
    """Months at half-time that are left: of a full-time job only."""
    return full_months * 2 if works_full_time else 0


@rule(PERSON, "month", article=f"{LEAVE}, art. 2, 2/1")
def fifth_months(full_months, works_full_time):
    """Months of a fifth less that are left: of a full-time job only."""
    return full_months * 5 if works_full_time else 0


@rule(PERSON, "month", article=f"{LEAVE}, art. 2, 2/1")
def tenth_months(full_months, works_full_time, employer_agrees):
    """Months of a tenth less that are left: of a full-time job, and if the employer agrees."""
    return full_months * 10 if works_full_time and employer_agrees else 0


@rule(PERSON, "month", article=f"{ALLOWANCE}; {LEAVE}, art. 2")
def paid_full_months(full_months, birth_date, last_part_from):
    """Months of full leave with an allowance: without the fourth for who was born before the date."""
    if full_months == 0:
        return 0
    return full_months if birth_date >= last_part_from else max(0, full_months - 1)


@rule(PERSON, "bool", article=f"{ALLOWANCE}, art. 6/2, 6/3")
def opens_allowance(paid_full_months):
    """Leave is left for this child, and it is paid."""
    return paid_full_months > 0


@rule(PERSON, "bool", article=f"{ALLOWANCE}, art. 6/2 § 3")
def opens_single_rate(
    opens_allowance, is_dependent, leave_allowance__lives_only_with_dependent_children, age_this_month,
    is_disabled,
):  # fmt: skip
    """A dependent child of a parent alone: under 12 on the first of the month, under 21 if disabled."""
    if not opens_allowance or not is_dependent or not leave_allowance__lives_only_with_dependent_children:
        return False
    return age_this_month < 12 or (age_this_month < 21 and is_disabled)


children = total("opens_leave", "child")
paid_children = total("opens_allowance", "child")
single_rate_children = total("opens_single_rate", "child")


@rule(HOUSEHOLD, "bool", article=f"{LEAVE}, art. 2, 3, 4")
def is_entitled(children):
    """There is a child for whom leave can be taken."""
    return children > 0


@rule(HOUSEHOLD, "EUR/month", article=f"{ALLOWANCE}, art. 6/2", start="2023-07-01")
def full(
    paid_children, single_rate_children, work_fraction, leave_allowance__full_rate,
    leave_allowance__full_rate_single,
):  # fmt: skip
    """For who stops working; from a part-time job, the part that is given up."""
    if paid_children == 0:
        return 0
    rate = leave_allowance__full_rate_single if single_rate_children > 0 else leave_allowance__full_rate
    return cents(rate * work_fraction)


@rule(HOUSEHOLD, "EUR/month", article=f"{ALLOWANCE}, art. 6/3", start="2023-07-01")
def half(
    paid_children, single_rate_children, works_full_time, leave_allowance__half_rate,
    leave_allowance__half_rate_single,
):  # fmt: skip
    """For who works half of a full-time job."""
    if paid_children == 0 or not works_full_time:
        return 0
    return leave_allowance__half_rate_single if single_rate_children > 0 else leave_allowance__half_rate


@rule(HOUSEHOLD, "EUR/month", article=f"{ALLOWANCE}, art. 6/3", start="2023-07-01")
def fifth(
    paid_children, single_rate_children, works_full_time, leave_allowance__lives_only_with_dependent_children,
    leave_allowance__fifth_rate, leave_allowance__fifth_rate_alone, leave_allowance__fifth_rate_single,
):  # fmt: skip
    """For who works a fifth less than full-time."""
    if paid_children == 0 or not works_full_time:
        return 0
    if single_rate_children > 0:
        return leave_allowance__fifth_rate_single
    if leave_allowance__lives_only_with_dependent_children:
        return leave_allowance__fifth_rate_alone
    return leave_allowance__fifth_rate


@rule(HOUSEHOLD, "EUR/month", article=f"{ALLOWANCE}, art. 6/3", start="2023-07-01")
def tenth(
    paid_children, single_rate_children, works_full_time, employer_agrees,
    leave_allowance__lives_only_with_dependent_children, leave_allowance__tenth_rate,
    leave_allowance__tenth_rate_alone, leave_allowance__tenth_rate_single,
):  # fmt: skip
    """For who works a tenth less than full-time, if the employer agrees."""
    if paid_children == 0 or not works_full_time or not employer_agrees:
        return 0
    if single_rate_children > 0:
        return leave_allowance__tenth_rate_single
    if leave_allowance__lives_only_with_dependent_children:
        return leave_allowance__tenth_rate_alone
    return leave_allowance__tenth_rate


@rule(HOUSEHOLD, "EUR/month", article=f"{ALLOWANCE}, art. 6/2, 6/3", start="2023-07-01")
def allowance(leave_formula, full, half, fifth, tenth):
    """What ONEM/RVA pays a month for the form that is chosen, before tax."""
    if leave_formula == "full":
        return full
    if leave_formula == "half":
        return half
    return fifth if leave_formula == "fifth" else tenth


@rule(HOUSEHOLD, "EUR/month", article="RVA/ONEM", start="2023-07-01")
def net(leave_formula, allowance, leave_allowance__withheld_full, leave_allowance__withheld_partial):
    """What is left after the tax withheld at the source, which is rounded down to the cent."""
    rate = leave_allowance__withheld_full if leave_formula == "full" else leave_allowance__withheld_partial
    return cents(allowance - cents_down(allowance * rate))
