"""Rules of second-line legal aid."""

from relais.core.rights.law import HOUSEHOLD, PERSON, rule, total

CODE = "Ger. W./C. jud., art. 508/13/1"


@rule(PERSON, "bool", article=CODE)
def is_dependant(is_child, is_dependent):
    """A child of the household who depends on the parent."""
    return is_child and is_dependent


@rule(PERSON, "bool", article=CODE)
def is_cohabitant(is_partner, role):
    """A partner, or another person with whom the parent lives."""
    return is_partner or role == "other"


dependants = total("is_dependant", "child")
cohabitants = total("is_cohabitant", "person")


@rule(HOUSEHOLD, "bool", article=CODE)
def is_single(dependants, cohabitants):
    """Nobody depends on the parent, and nobody shares the home. A single parent is not single here."""
    return dependants == 0 and cohabitants == 0


@rule(HOUSEHOLD, "EUR/month", article=CODE, start="2020-09-01")
def means(net_means, per_dependant, dependants):
    """Net means of the household, less a sum for each dependant."""
    return net_means - per_dependant * dependants if dependants > 0 else net_means


@rule(HOUSEHOLD, "bool", article=CODE, start="2020-09-01")
def is_fully_free(is_single, means, single_full, family_full):
    """Means below the first limit."""
    return means < single_full if is_single else means < family_full


@rule(HOUSEHOLD, "bool", article=CODE, start="2020-09-01")
def is_partly_free(is_fully_free, is_single, means, single_partly, family_partly):
    """Means from the first limit up to the second."""
    if is_fully_free:
        return False
    return means <= single_partly if is_single else means <= family_partly


@rule(HOUSEHOLD, "bool", article=CODE, start="2020-09-01")
def is_entitled(is_fully_free, is_partly_free):
    """A lawyer free of charge, or for a part."""
    return is_fully_free or is_partly_free
