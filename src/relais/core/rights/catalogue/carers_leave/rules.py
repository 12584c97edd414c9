"""Rules of the leave for recognised informal carers."""

from relais.core.rights.law import HOUSEHOLD, rule

LAW = "W./L. 22.01.1985"


@rule(HOUSEHOLD, "bool", article=f"{LAW}, art. 100ter")
def is_entitled(work_fraction, is_recognised_carer):
    """A worker whom the mutuality recognises as carer with social rights."""
    return work_fraction > 0 and is_recognised_carer


@rule(HOUSEHOLD, "bool", article=f"{LAW}, art. 100ter, 102ter")
def is_form_open(leave_formula, works_full_time):
    """Stopping is open to all; half-time and a fifth less from a full-time job."""
    if leave_formula == "full":
        return True
    return leave_formula != "tenth" and works_full_time


@rule(HOUSEHOLD, "month", article=f"{LAW}, art. 100ter § 3, 102ter § 1", start="2021-09-01")
def longest(leave_formula, full_months, half_months, fifth_months):
    """Months for one person helped."""
    if leave_formula == "full":
        return full_months
    return half_months if leave_formula == "half" else fifth_months


@rule(HOUSEHOLD, "month", article=f"{LAW}, art. 100ter § 3, 102ter § 1", start="2021-09-01")
def longest_in_career(leave_formula, full_career, half_career, fifth_career):
    """Months in a career, for all who are helped."""
    if leave_formula == "full":
        return full_career
    return half_career if leave_formula == "half" else fifth_career


@rule(HOUSEHOLD, "month", article=f"{LAW}, art. 100ter § 3, 102ter § 1", start="2021-09-01")
def remaining(
    is_entitled, is_form_open, longest, longest_in_career, carer_used_for_person, carer_used_in_career
):
    """Months that are left for this person in the form chosen."""
    if not is_entitled or not is_form_open:
        return 0
    return max(0, min(longest - carer_used_for_person, longest_in_career - carer_used_in_career))


@rule(HOUSEHOLD, "EUR/month", article=f"{LAW}, art. 100ter § 6", start="2023-07-01")
def allowance(remaining, leave_allowance__allowance):
    """What ONEM/RVA pays a month, before tax: as for medical assistance."""
    return leave_allowance__allowance if remaining > 0 else 0
