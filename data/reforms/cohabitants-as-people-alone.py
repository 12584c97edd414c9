"""Without a minor child, everyone has the amount and the extra exemption of who lives alone."""

from relais.core.rights.law import HOUSEHOLD, cents, per_year, rule

ACT, DECREE = "Act 26.05.2002", "RD 11.07.2002"


@rule(HOUSEHOLD, "EUR/month", article=f"{ACT}, art. 14, § 1, as this reform would have it")
def integration_income__full_amount(minor_children, category_2, category_3):
    """With a minor child the family amount; else that of who lives alone, whoever else is there."""
    return category_3 if minor_children > 0 else category_2


@rule(HOUSEHOLD, "EUR/year", article=f"{DECREE}, art. 22, § 2, as this reform would have it")
def integration_income__extra_exemption(yearly_resources, full_amount, minor_children, extra_2, extra_3):
    """By category, for who has less than the full amount."""
    if yearly_resources >= cents(per_year(full_amount)):
        return 0
    return extra_3 if minor_children > 0 else extra_2
