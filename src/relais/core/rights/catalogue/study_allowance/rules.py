"""Rules of the study allowance, in the base amounts of the order."""

from relais.core.rights.law import HOUSEHOLD, PERSON, cents, rule, share, total

ORDER = "AGCF/BFG 21.09.2016"


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 2-4", start="2016-07-01")
def ceiling_secondary(study_dependants, secondary_ceilings, secondary_more):
    """Income from which there is nothing, in secondary education: by dependants."""
    return secondary_ceilings[study_dependants] + secondary_more * max(0, study_dependants - 4)


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 2-4", start="2016-07-01")
def ceiling_higher(study_dependants, higher_ceilings, higher_more):
    """Income from which there is nothing, in higher education: by dependants."""
    return higher_ceilings[study_dependants] + higher_more * max(0, study_dependants - 4)


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 2-4", start="2016-07-01")
def floor(study_dependants, floors, floor_more):
    """The amount that is divided by the income: by dependants."""
    return floors[study_dependants] + floor_more * max(0, study_dependants - 4)


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 2-4", start="2016-07-01")
def special_threshold(lowest_taxable, study_dependants, special_more, special_each):
    """Up to here the whole allowance is given: the lowest taxable amount, and more by dependants."""
    return lowest_taxable + special_more[study_dependants] + special_each * max(0, study_dependants - 3)


@rule(PERSON, "EUR/year", article=f"{ORDER}, art. 2-4", start="2016-07-01")
def whole(
    study_kind, has_child_benefit, day_pupil, boarder, at_home, at_home_without, lodging, lodging_without
):
    """The highest allowance for this kind of study."""
    if study_kind == "secondary":
        return day_pupil
    if study_kind == "secondary_boarder":
        return boarder
    if study_kind == "higher":
        return at_home if has_child_benefit else at_home_without
    if study_kind == "higher_lodging":
        return lodging if has_child_benefit else lodging_without
    return 0


@rule(PERSON, "bool", article=f"{ORDER}, art. 2-4", start="2016-07-01")
def is_income_low_enough(study_kind, study_income, ceiling_secondary, ceiling_higher):
    """Below the ceiling of this kind of study."""
    if study_kind == "secondary" or study_kind == "secondary_boarder":
        return study_income < ceiling_secondary
    return study_income < ceiling_higher


@rule(PERSON, "bool", article=f"{ORDER}, art. 2-4", start="2016-07-01")
def is_entitled(study_kind, is_income_low_enough):
    """Studies, with an income below the ceiling."""
    return study_kind != "none" and is_income_low_enough


@rule(PERSON, "EUR/year", article=f"{ORDER}, art. 2-4", start="2016-07-01")
def amount(is_entitled, study_income, special_threshold, floor, whole):
    """The whole up to the special threshold or the floor; above, the floor as a part of the income."""
    if not is_entitled:
        return 0
    if study_income <= floor or study_income <= special_threshold:
        return cents(whole)
    return cents(whole * share(floor, study_income))


yearly = total("amount", "EUR/year")
