"""Rules of rent review."""

from relais.core.rights.law import HOUSEHOLD, cents, rule

ORDINANCE = "Ord. 28.10.2021, art. 8-13"


@rule(HOUSEHOLD, "EUR/month", article=ORDINANCE, start="2025-05-01")
def abusive_from(reference_rent, margin):
    """The rent from which a rent is presumed abusive."""
    return cents(reference_rent * (1 + margin))


@rule(HOUSEHOLD, "bool", article=ORDINANCE, start="2025-05-01")
def is_presumed_abusive(rents_in_brussels, rents_from_social_landlord, rent_asked, abusive_from):
    """The rent of a private dwelling exceeds the reference rent by a fifth or more."""
    return rents_in_brussels and not rents_from_social_landlord and rent_asked >= abusive_from
