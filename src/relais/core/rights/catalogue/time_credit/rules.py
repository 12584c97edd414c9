"""Rules of time credit with a motive. The right to leave and the right to an allowance are two rights."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, cents_down, rule, total

CCT = "CAO/CCT 103"
DECREE = "KB/AR 12.12.2001"


@rule(PERSON, "bool", article=CCT)
def is_young_child(is_child, is_own_child, is_leave_for, age):
    """The worker’s own child of less than 8, for whom the time is taken."""
    return is_child and is_own_child and is_leave_for and age >= 0 and age < 8


@rule(PERSON, "bool", article=f"{DECREE}, art. 5 § 2")
def is_very_young_child(is_young_child, age):
    """Of less than 5: only then is stopping altogether paid."""
    return is_young_child and age < 5


@rule(PERSON, "bool", article=CCT)
def is_disabled_child(is_child, is_own_child, is_leave_for, is_disabled, age):
    """The worker’s own child with a disability, of less than 21."""
    return is_child and is_own_child and is_leave_for and is_disabled and age < 21


@rule(PERSON, "bool", article=CCT)
def is_minor_cared_for(is_child, is_leave_for, age):
    """A child of the household of less than 18."""
    return is_child and is_leave_for and age < 18


young_children = total("is_young_child", "child")
very_young_children = total("is_very_young_child", "child")
disabled_children = total("is_disabled_child", "child")
minors = total("is_minor_cared_for", "child")


@rule(HOUSEHOLD, "bool", article=CCT)
def has_motive(time_credit_motive, young_children, disabled_children, minors):
    """The reason given is one that the agreement knows, and the child is of the age for it."""
    if time_credit_motive == "own_child":
        return young_children > 0
    if time_credit_motive == "disabled_child":
        return disabled_children > 0
    return time_credit_motive != "ill_minor" or minors > 0


@rule(HOUSEHOLD, "bool", article=CCT)
def is_form_open(leave_formula, works_full_time):
    """Stopping is open to all; half-time and a fifth less from a full-time job."""
    return leave_formula == "full" or (leave_formula != "tenth" and works_full_time)


@rule(HOUSEHOLD, "month", article=CCT)
def leave_left(time_credit_motive, used_for_motive, used_in_all, leave_months, training_months):
    """Months of leave that are left for this reason, and for all together."""
    longest = training_months if time_credit_motive == "training" else leave_months
    return max(0, min(longest - used_for_motive, leave_months - used_in_all))


@rule(HOUSEHOLD, "bool", article=CCT)
def is_entitled(has_motive, is_form_open, months_in_service, leave_left, employer_workers, employer_consents):
    """The right to be absent: a reason, two years of service; in a firm of ten or fewer, its consent."""
    if not has_motive or not is_form_open or months_in_service < 24 or leave_left == 0:
        return False
    return employer_workers > 10 or employer_consents


@rule(HOUSEHOLD, "month", article=f"{DECREE}, art. 5 § 2, § 3", start="2023-02-01")
def paid_left(time_credit_motive, used_for_motive, leave_left, own_child_months):
    """Months with an allowance that are left: fewer for one’s own young child."""
    if time_credit_motive == "own_child":
        return max(0, min(own_child_months - used_for_motive, leave_left))
    return leave_left


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 4 § 5")
def has_paid_seniority(time_credit_motive, months_in_service, own_child_service, follows_parental_leave):
    """Long enough in service, or straight after all parental leave for all children."""
    if follows_parental_leave:
        return True
    if time_credit_motive == "own_child":
        return months_in_service >= own_child_service
    return months_in_service >= 24


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 4 § 5/1, art. 5 § 2", start="2023-02-01")
def has_paid_form(
    leave_formula, time_credit_motive, very_young_children, was_full_time_for_a_year,
    was_part_time_for_two_years,
):  # fmt: skip
    """A year full-time before; to stop altogether also two years part-time, and a child of less than 5."""
    if leave_formula == "full":
        if time_credit_motive == "own_child" and very_young_children == 0:
            return False
        return was_full_time_for_a_year or was_part_time_for_two_years
    return leave_formula == "fifth" or was_full_time_for_a_year


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 4, 5", start="2023-02-01")
def is_paid(is_entitled, paid_left, has_paid_seniority, has_paid_form):
    """The right to an allowance: of who has the right to be absent."""
    return is_entitled and paid_left > 0 and has_paid_seniority and has_paid_form


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 4 § 2", start="2021-09-01")
def full(full_rate, work_fraction):
    """For who stops: the part of a full-time job that is given up counts."""
    return cents(full_rate * work_fraction)


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 4 § 3", start="2021-09-01")
def half(half_rate):
    """For who works half of a full-time job."""
    return half_rate


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 4 § 4")
def lives_alone(leave_allowance__others, leave_allowance__dependent_children):
    """Nobody else lives there."""
    return leave_allowance__others == 0 and leave_allowance__dependent_children == 0


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 4 § 4", start="2025-02-01")
def fifth(
    leave_allowance__lives_only_with_dependent_children, lives_alone, fifth_rate, fifth_rate_alone,
    fifth_rate_single,
):  # fmt: skip
    """For who works a fifth less; more for who lives alone, or with dependent children only."""
    if leave_allowance__lives_only_with_dependent_children:
        return fifth_rate_single
    return fifth_rate_alone if lives_alone else fifth_rate


@rule(HOUSEHOLD, "EUR/month", article=f"{DECREE}, art. 4", start="2025-02-01")
def allowance(is_paid, leave_formula, full, half, fifth):
    """What ONEM/RVA pays a month for the form that is chosen, before tax."""
    if not is_paid:
        return 0
    if leave_formula == "full":
        return full
    return half if leave_formula == "half" else fifth


@rule(HOUSEHOLD, "EUR/month", article="RVA/ONEM", start="2021-09-01")
def full_net(full, leave_allowance__withheld_full):
    """What is left of the allowance for stopping, after the tax withheld."""
    return cents(full - cents_down(full * leave_allowance__withheld_full))


@rule(HOUSEHOLD, "EUR/month", article="RVA/ONEM", start="2021-09-01")
def half_net_under_50(
    half, leave_allowance__withheld_partial, withheld_with_others, lives_alone,
    leave_allowance__lives_only_with_dependent_children,
):  # fmt: skip
    """What is left at half-time of who is under 50: less for who lives with other adults."""
    if lives_alone or leave_allowance__lives_only_with_dependent_children:
        return cents(half - cents_down(half * leave_allowance__withheld_partial))
    return cents(half - cents_down(half * withheld_with_others))
