"""Rules of leave for medical assistance."""

from relais.core.rights.law import HOUSEHOLD, PERSON, rule, total

DECREE = "KB/AR 10.08.1998"


@rule(PERSON, "bool", article=f"{DECREE}, art. 4")
def is_patient(role, is_leave_for):
    """Someone who lives with the worker and is cared for."""
    return role != "parent" and is_leave_for


patients = total("is_patient", "person")


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 4, 5")
def is_entitled(work_fraction, has_doctors_certificate, patients, cares_for_relative_elsewhere):
    """A worker with a certificate of the doctor, for a housemate or a close relative."""
    if work_fraction == 0 or not has_doctors_certificate:
        return False
    return patients > 0 or cares_for_relative_elsewhere


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 3")
def is_form_open(leave_formula, work_fraction, works_full_time, employer_workers):
    """Stopping is open to all; working less is not a right in a firm of fewer than ten."""
    if leave_formula == "full":
        return True
    if leave_formula == "tenth" or employer_workers < 10:
        return False
    return work_fraction >= 0.75 if leave_formula == "half" else works_full_time


@rule(PERSON, "bool", article=f"{DECREE}, art. 6bis")
def is_not_own_child(role, is_own_child):
    """Lives there, and is neither the worker nor a child of the worker."""
    if role == "child":
        return not is_own_child
    return role != "parent"


others = total("is_not_own_child", "person")


@rule(PERSON, "bool", article=f"{DECREE}, art. 6bis")
def is_ill_child_of_16_or_less(is_child, is_own_child, is_leave_for, age):
    """The worker’s own child of 16 or less, who is the patient."""
    return is_child and is_own_child and is_leave_for and age <= 16


ill_children = total("is_ill_child_of_16_or_less", "child")


@rule(PERSON, "bool", article=f"{DECREE}, art. 6bis")
def is_own_child_here(is_child, is_own_child):
    """A child of the worker, who lives there."""
    return is_child and is_own_child


own_children = total("is_own_child_here", "child")


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 6bis")
def lives_only_with_own_children(others, own_children):
    """A worker who lives with own children only."""
    return others == 0 and own_children > 0


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 6bis")
def is_longer_for_single_parent(lives_only_with_own_children, ill_children):
    """One of whom is ill and 16 or less: twice as long."""
    return lives_only_with_own_children and ill_children > 0


@rule(HOUSEHOLD, "month", article=f"{DECREE}, art. 6bis")
def longest(leave_formula, is_longer_for_single_parent, full_months, partial_months):
    """Months for one patient."""
    months = full_months if leave_formula == "full" else partial_months
    return months * 2 if is_longer_for_single_parent else months


@rule(HOUSEHOLD, "month", article=f"{DECREE}, art. 6bis")
def remaining(is_entitled, is_form_open, longest, medical_used):
    """Months that are left for this patient in the form chosen."""
    return max(0, longest - medical_used) if is_entitled and is_form_open else 0


@rule(HOUSEHOLD, "bool", article=f"{DECREE}, art. 7")
def may_be_refused(leave_formula, employer_workers, medical_used):
    """A firm of fifty or fewer may refuse more, once six full or twelve partial months were taken."""
    if employer_workers > 50:
        return False
    return medical_used >= 6 if leave_formula == "full" else medical_used >= 12


@rule(HOUSEHOLD, "EUR/month", article="KB/AR 12.12.2001, art. 6/2, 6/3", start="2023-07-01")
def allowance(remaining, leave_allowance__allowance):
    """What ONEM/RVA pays a month, before tax."""
    return leave_allowance__allowance if remaining > 0 else 0
