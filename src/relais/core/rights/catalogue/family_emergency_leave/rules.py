"""Rules of leave for family emergencies, and of the days of carer’s leave that are counted within it."""

from relais.core.rights.law import HOUSEHOLD, rule

LAW = "W./L. 03.07.1978, art. 30bis"


@rule(HOUSEHOLD, "day", article=LAW, start="2022-11-10")
def days_a_year(work_fraction, full_time_days):
    """Working days a calendar year, in proportion for part-timers."""
    return full_time_days * work_fraction


@rule(HOUSEHOLD, "day", article=LAW, start="2022-11-10")
def days_left(days_a_year, emergency_days_taken, carer_days_taken):
    """What is left of this year: days of carer’s leave count too."""
    return max(0, days_a_year - emergency_days_taken - carer_days_taken)


@rule(HOUSEHOLD, "day", article=f"{LAW} § 2", start="2022-11-10")
def carer_days_left(days_left, carer_days_taken):
    """Five days a year for a housemate or relative with a serious medical need, within what is left."""
    return max(0, min(5 - carer_days_taken, days_left))


@rule(HOUSEHOLD, "bool", article=LAW, start="2022-11-10")
def is_entitled(days_left):
    """There are days left this year."""
    return days_left > 0
