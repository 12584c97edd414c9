"""A supplement for every parent alone, beside what the ordinance gives."""

from relais.core.rights.law import HOUSEHOLD, rule


@rule(HOUSEHOLD, "bool", article="Ord. 25.04.2019, art. 3, 8°, without its ceiling; new")
def child_benefit__raises_alone(de_facto_partners, is_married_not_separated, children_who_are_paid):
    """No de facto household, and no marriage that is not separated in fact."""
    return not (de_facto_partners > 0 or is_married_not_separated or children_who_are_paid > 0)


@rule(HOUSEHOLD, "EUR/month", article="new")
def child_benefit__alone_supplement(raises_alone, beneficiaries, alone_per_child):
    """So much a child, for three children at most."""
    return alone_per_child * min(beneficiaries, 3) if raises_alone else 0


@rule(HOUSEHOLD, "EUR/month", article="Ord. 25.04.2019, art. 39, as this reform would have it")
def child_benefit__monthly(new_monthly, kept_amount, alone_supplement):
    """The new amount, or what was kept while that is more; and the supplement."""
    return max(kept_amount, new_monthly) + alone_supplement
