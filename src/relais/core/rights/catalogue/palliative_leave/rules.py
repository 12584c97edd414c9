"""Rules of palliative leave."""

from relais.core.rights.law import HOUSEHOLD, rule

LAW = "W./L. 22.01.1985"


@rule(HOUSEHOLD, "bool", article=f"{LAW}, art. 100bis")
def is_entitled(work_fraction, has_palliative_certificate):
    """A worker with a certificate that someone, family or not, is in a terminal phase."""
    return work_fraction > 0 and has_palliative_certificate


@rule(HOUSEHOLD, "bool", article=f"{LAW}, art. 102bis")
def is_form_open(leave_formula, work_fraction, works_full_time):
    """Stopping is open to all; half-time from three quarters of a job; a fifth less from a full one."""
    if leave_formula == "full":
        return True
    if leave_formula == "half":
        return work_fraction >= 0.75
    return leave_formula == "fifth" and works_full_time


@rule(HOUSEHOLD, "month", article=f"{LAW}, art. 100bis § 3", start="2017-02-01")
def remaining(is_entitled, is_form_open, palliative_used):
    """One month, which can be extended twice by a month."""
    return max(0, 3 - palliative_used) if is_entitled and is_form_open else 0


@rule(HOUSEHOLD, "EUR/month", article="KB/AR 12.12.2001, art. 6/2, 6/3", start="2023-07-01")
def allowance(remaining, leave_allowance__allowance):
    """What ONEM/RVA pays a month, before tax."""
    return leave_allowance__allowance if remaining > 0 else 0
