"""Rules of the increased reimbursement. The articles inside the royal decree were not read."""

from relais.core.rights.law import HOUSEHOLD, PERSON, per_year, rule, total

DECREE = "RD 15.01.2014"
START = "2021-01-01"


@rule(PERSON, "bool", article=DECREE, start=START)
def opens_automatically(
    months_of_social_aid, gets_income_guarantee, gets_disability_allowance, is_child, has_severe_affection,
    is_unaccompanied_minor, is_insured_double_orphan, age,
):  # fmt: skip
    """Three whole months of integration income, an allowance that opens it, or a child whom it protects."""
    if months_of_social_aid >= 3 or gets_income_guarantee or gets_disability_allowance:
        return True
    if is_child and has_severe_affection:
        return True
    return is_unaccompanied_minor or (is_insured_double_orphan and age < 25)


openers = total("opens_automatically", "person")


@rule(PERSON, "bool", article=DECREE, start=START)
def is_hosted_dependent_child(is_child, is_dependent_of_a_parent, days_here_a_week):
    """A child registered as dependent on a parent, who is here at least two days a week on average."""
    return is_child and is_dependent_of_a_parent and days_here_a_week >= 2


hosted_dependent_children = total("is_hosted_dependent_child", "child")


@rule(HOUSEHOLD, "bool", article=DECREE, start=START)
def is_single_parent_family(partners, others, hosted_dependent_children):
    """Nobody but children at the address, and one of them dependent."""
    return partners == 0 and others == 0 and hosted_dependent_children > 0


@rule(PERSON, "bool", article=DECREE, start=START)
def is_counted(role, is_dependent_here, kinship):
    """Who asks, the partner, their dependants, and who is no relative up to the third degree."""
    if role == "parent" or role == "partner":
        return True
    return is_dependent_here or (role == "other" and kinship == "none")


members = total("is_counted", "person")


@rule(HOUSEHOLD, "bool", article=DECREE, start=START)
def uses_month(is_single_parent_family, monthly_situation):
    """A single-parent family, or a situation in which the income of the month may be shown."""
    return is_single_parent_family or monthly_situation != "none"


@rule(PERSON, "EUR/year", article=DECREE, start=START)
def member_month_income(is_counted, gross_monthly_income, yearly_extras):
    """Twelve times the month, and what is paid once a year."""
    return per_year(gross_monthly_income) + yearly_extras if is_counted else 0


month_income = total("member_month_income", "EUR/year")


@rule(PERSON, "EUR/year", article=DECREE, start=START)
def member_last_income(is_counted, gross_income_last_year):
    """The income of the year before."""
    return gross_income_last_year if is_counted else 0


last_income = total("member_last_income", "EUR/year")


@rule(HOUSEHOLD, "EUR/year", article=DECREE, start=START)
def month_ceiling(members, monthly_base, monthly_step):
    """More for each member after the first."""
    return monthly_base + monthly_step * max(0, members - 1)


@rule(HOUSEHOLD, "EUR/year", article=DECREE, start=START)
def year_ceiling(members, yearly_base, yearly_step):
    """More for each member after the first."""
    return yearly_base + yearly_step * max(0, members - 1)


@rule(HOUSEHOLD, "bool", article=DECREE, start=START)
def is_below_ceiling(uses_month, month_income, month_ceiling, last_income, year_ceiling):
    """The income of the month where that may be shown; otherwise that of the year before."""
    if uses_month:
        return month_income < month_ceiling
    return last_income < year_ceiling


@rule(HOUSEHOLD, "bool", article=DECREE, start=START)
def is_entitled(openers, is_below_ceiling):
    """By itself; or because the income is below the ceiling."""
    return openers > 0 or is_below_ceiling
