"""Rules of the parents’ contribution in crèches of ONE that are known."""

from relais.core.rights.law import HOUSEHOLD, cents, rule

ORDER = "AGCF/BFG 24.11.2022"


@rule(
    HOUSEHOLD, "EUR/day", article="AGCF/BFG 27.02.2003", name="by_scale", start="2022-01-01", end="2024-12-31"
)
def by_old_scale(scale_amount, most_old):
    """The amount of the scale for the net income of the household, never above the highest one."""
    return min(scale_amount, most_old)


@rule(HOUSEHOLD, "EUR/day", article="AGCF/BFG 02.05.2019, art. 125", name="by_scale", start="2025-01-01")
def by_scale_of_registration(scale_amount, first_day_of_care, new_scale_from, most_old, most_new):
    """The old scale, or the new one for who registered since it exists; never above its highest amount."""
    return min(scale_amount, most_new if first_day_of_care >= new_scale_from else most_old)


@rule(HOUSEHOLD, "EUR/day", article="", name="price", start="2022-01-01", end="2022-12-31")
def price_in_2022(by_scale):
    """The amount of the scale."""
    return cents(by_scale)


@rule(HOUSEHOLD, "EUR/day", article=ORDER, name="price", start="2023-01-01")
def price_since_2023(
    by_scale, parent_has_increased_reimbursement, counts_as_single_parent, part_of_single_parent
):
    """Nothing with the increased reimbursement; a part for a single-parent family; or else all of it."""
    if parent_has_increased_reimbursement:
        return 0
    return cents(by_scale * part_of_single_parent) if counts_as_single_parent else cents(by_scale)
