"""Rules of adoption leave."""

from relais.core.rights.law import HOUSEHOLD, PERSON, months_between, rule, total

LAW = "W./L. 03.07.1978, art. 30ter"


@rule(PERSON, "bool", article=LAW)
def opens_leave(is_child, age, is_being_adopted, registered_on, today):
    """A minor who came into the household for adoption less than two months ago."""
    if not is_child or age >= 18 or not is_being_adopted:
        return False
    return registered_on <= today and months_between(registered_on, today) < 2


@rule(PERSON, "bool", article=LAW)
def is_disabled_adopted_child(opens_leave, is_disabled):
    """One of them has a recognised disability."""
    return opens_leave and is_disabled


adopted = total("opens_leave", "child")
disabled_adopted = total("is_disabled_adopted_child", "child")


@rule(HOUSEHOLD, "bool", article=LAW)
def is_entitled(adopted, work_fraction):
    """A worker who adopts a minor."""
    return work_fraction > 0 and adopted > 0


@rule(HOUSEHOLD, "week", article=LAW, start="2019-01-01")
def extra_weeks(adopts_alone, extra, extra_of_other_parent):
    """Weeks on top: all for who adopts alone, shared when there are two."""
    return extra if adopts_alone else max(0, extra - extra_of_other_parent)


@rule(HOUSEHOLD, "week", article=LAW, start="2019-01-01")
def weeks(is_entitled, extra_weeks, adopted, disabled_adopted):
    """Six weeks and the extra ones; twice as many for a disability; two more for several at once."""
    if not is_entitled:
        return 0
    whole = (6 + extra_weeks) * 2 if disabled_adopted > 0 else 6 + extra_weeks
    return whole + 2 if adopted > 1 else whole
