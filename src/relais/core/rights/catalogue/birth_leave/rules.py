"""Rules of birth leave. For a single mother it is the right of the other parent."""

from relais.core.rights.law import HOUSEHOLD, PERSON, months_between, rule, total

LAW = "W./L. 03.07.1978, art. 30 § 2"


@rule(PERSON, "bool", article=LAW)
def opens_leave(is_child, is_own_child, gave_birth, birth_date, today):
    """A child of less than four months, of whom the worker is the other parent."""
    if not is_child or birth_date > today or months_between(birth_date, today) >= 4:
        return False
    return is_own_child and not gave_birth


newborns = total("opens_leave", "child")


@rule(PERSON, "day", article=LAW)
def leave_days(opens_leave, birth_date, days):
    """Days of leave, by the day of birth."""
    return days[birth_date] if opens_leave else 0


@rule(PERSON, "day", article=LAW)
def paid_by_employer(leave_days):
    """The first three, at full pay."""
    return min(leave_days, 3)


@rule(PERSON, "day", article="KB/AR 03.07.1996, art. 223bis")
def paid_by_mutuality(leave_days, paid_by_employer):
    """The others, at 82 % of the wage up to a ceiling."""
    return leave_days - paid_by_employer


@rule(HOUSEHOLD, "bool", article=LAW)
def is_entitled(newborns, work_fraction):
    """A worker who became the other parent of a child less than four months ago."""
    return work_fraction > 0 and newborns > 0
