"""Rules of the Brussels social intervention for water."""

from relais.core.rights.law import HOUSEHOLD, rule, total

reimbursed_in_january = total("had_increased_reimbursement_in_january", "person")


@rule(HOUSEHOLD, "bool", article="Ord. 20.10.2006; decree 01.06.2022", start="2022-01-01")
def has_intervention(home_is_in_brussels, reimbursed_in_january):
    """Someone of a household of the Region had increased reimbursement on 1 January."""
    return home_is_in_brussels and reimbursed_in_january > 0
