"""Rules of the Brussels protected client: a debt, and one of three ways to be recognised."""

from relais.core.rights.law import HOUSEHOLD, rule, total

ORDINANCE = "Ord. 19.07.2001, art. 25septies"

reimbursed = total("has_increased_reimbursement", "person")


@rule(HOUSEHOLD, "bool", article=ORDINANCE, end="2023-01-08", name="was_reminded")
def was_given_notice(has_energy_debt, got_formal_notice):
    """A formal notice of the debt."""
    return has_energy_debt and got_formal_notice


@rule(HOUSEHOLD, "bool", article=ORDINANCE, start="2023-01-09", name="was_reminded")
def was_reminded_or_given_notice(has_energy_debt, got_reminder, got_formal_notice):
    """A reminder of the debt is enough."""
    return has_energy_debt and (got_reminder or got_formal_notice)


@rule(HOUSEHOLD, "bool", article=ORDINANCE)
def is_vulnerable(
    pays_social_tariff, reimbursed, is_in_debt_mediation, is_accepted_by_brugel, is_accepted_by_centre
):
    """By a status (Sibelga), by the income (Brugel), or after a social inquiry (the welfare centre)."""
    if pays_social_tariff or reimbursed > 0 or is_in_debt_mediation:
        return True
    return is_accepted_by_brugel or is_accepted_by_centre


@rule(HOUSEHOLD, "bool", article=ORDINANCE)
def can_be_protected(home_is_in_brussels, was_reminded, is_vulnerable):
    """A household of the Region with a debt of which it was reminded, and that is recognised."""
    return home_is_in_brussels and was_reminded and is_vulnerable
