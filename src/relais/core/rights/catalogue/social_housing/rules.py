"""Rules of admission to social housing, priority titles and bedrooms."""

from relais.core.rights.law import HOUSEHOLD, PERSON, rule, steps, total, years_between

ORDER = "BBHR/AGRBC 26.09.1996"


@rule(PERSON, "bool", article=f"{ORDER}, art. 31")
def is_dependent_child(is_child, is_dependent):
    """A child of the household who depends on its adults."""
    return is_child and is_dependent


@rule(PERSON, "bool", article=f"{ORDER}, art. 31")
def is_not_dependent_child(is_dependent_child):
    """Anyone else who lives there."""
    return not is_dependent_child


@rule(PERSON, "bool", article=f"{ORDER}, art. 31")
def is_disabled_dependent_child(is_dependent_child, is_disabled):
    """Counts twice."""
    return is_dependent_child and is_disabled


@rule(PERSON, "bool", article=f"{ORDER}, art. 31")
def is_disabled_adult(is_dependent_child, is_disabled):
    """A member with a disability who is no dependent child."""
    return not is_dependent_child and is_disabled


@rule(PERSON, "EUR/year", article=f"{ORDER}, art. 31")
def counted_income(is_dependent_child, income_three_years_ago):
    """Taxable income of three years ago, dependent children left out."""
    return 0 if is_dependent_child else income_three_years_ago


@rule(PERSON, "bool", article=f"{ORDER}, art. 31")
def has_income(counted_income):
    """Brings in an income that counts."""
    return counted_income > 0


@rule(PERSON, "bool", article=ORDER)
def is_adult_applicant(role, age):
    """The parent who asks, from 18."""
    return role == "parent" and age >= 18


others = total("is_not_dependent_child", "person")
dependent_children = total("is_dependent_child", "child")
disabled_children = total("is_disabled_dependent_child", "child")
disabled_adults = total("is_disabled_adult", "person")
incomes = total("has_income", "person")
income = total("counted_income", "EUR/year")
adult_applicants = total("is_adult_applicant", "person")


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 31", start="2016-01-01")
def ceiling(
    others, incomes, dependent_children, disabled_children, disabled_adults, ceiling_alone,
    ceiling_one_income, ceiling_two_incomes, per_child, per_disabled_adult,
):  # fmt: skip
    """By who lives there and how many incomes; more for each dependent child and each disabled adult."""
    more = per_child * (dependent_children + disabled_children) + per_disabled_adult * disabled_adults
    if others == 1 and dependent_children == 0:
        return ceiling_alone + more
    return (ceiling_two_incomes if incomes >= 2 else ceiling_one_income) + more


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 31", start="2016-01-01")
def is_income_low_enough(income, ceiling, current_income):
    """At most the ceiling three years ago; or now, for whose income has fallen."""
    return income <= ceiling or current_income <= ceiling


@rule(HOUSEHOLD, "bool", article=ORDER, start="2016-01-01")
def is_entitled(
    adult_applicants, owns_property, is_registered_in_belgium, is_income_low_enough, owes_social_landlord
):
    """Of age, registered, without property, without debts to a social landlord, and with a low income."""
    if adult_applicants == 0 or owns_property or owes_social_landlord:
        return False
    return is_registered_in_belgium and is_income_low_enough


@rule(HOUSEHOLD, "bool", article=f"{ORDER}, art. 8")
def is_single_parent(dependent_children, others):
    """Dependent children, with only one person who is not a dependent child."""
    return dependent_children > 0 and others == 1


@rule(HOUSEHOLD, "point", article=f"{ORDER}, art. 8")
def single_parent_titles(is_single_parent):
    """Two for a single parent."""
    return 2 if is_single_parent else 0


@rule(PERSON, "bool", article=f"{ORDER}, art. 8")
def is_under_35(is_dependent_child, age):
    """A member of less than 35 who is no dependent child."""
    return not is_dependent_child and age < 35


@rule(PERSON, "bool", article=f"{ORDER}, art. 8")
def is_over_60(age):
    """A member of more than 60."""
    return age > 60


under_35 = total("is_under_35", "person")
over_60 = total("is_over_60", "person")


@rule(HOUSEHOLD, "point", article=f"{ORDER}, art. 8")
def young_family_titles(under_35, dependent_children):
    """One for someone of less than 35 with two dependent children."""
    return 1 if under_35 > 0 and dependent_children >= 2 else 0


@rule(HOUSEHOLD, "point", article=f"{ORDER}, art. 8")
def waiting_titles(is_social_housing_candidate, candidate_since, today):
    """One after a year of waiting, two for each further year."""
    if not is_social_housing_candidate or years_between(candidate_since, today) < 1:
        return 0
    return steps(years_between(candidate_since, today), 1) * 2 - 1


@rule(HOUSEHOLD, "point", article=f"{ORDER}, art. 8")
def dwelling_titles(
    must_leave_unfit_dwelling, landlord_ended_lease, lost_home_by_disaster, dwelling_splits_family,
    waits_for_mutation, child_has_lead_poisoning, rent_allowance_ends,
):  # fmt: skip
    """For the dwelling that must be left, was lost or does not suit."""
    lost = (5 if must_leave_unfit_dwelling else 0) + (2 if landlord_ended_lease else 0)
    unsafe = (2 if lost_home_by_disaster else 0) + (2 if dwelling_splits_family else 0)
    small = (2 if waits_for_mutation else 0) + (1 if child_has_lead_poisoning else 0)
    return lost + unsafe + small + (1 if rent_allowance_ends else 0)


@rule(PERSON, "bool", article=f"{ORDER}, art. 8")
def is_disabled_member(is_disabled):
    """A member with a recognised disability."""
    return is_disabled


disabled_members = total("is_disabled_member", "person")


@rule(HOUSEHOLD, "point", article=f"{ORDER}, art. 8")
def member_titles(disabled_members, over_60_titles, war_victims):
    """Two if someone is disabled; one for each member over 60 and each war victim."""
    return (2 if disabled_members > 0 else 0) + over_60_titles + war_victims


@rule(HOUSEHOLD, "point", article=f"{ORDER}, art. 8")
def over_60_titles(over_60):
    """One for each member over 60."""
    return steps(over_60, 1)


@rule(HOUSEHOLD, "point", article=f"{ORDER}, art. 8", start="2016-12-08")
def titles(single_parent_titles, young_family_titles, waiting_titles, dwelling_titles, member_titles):
    """All titles together: most titles first, then the oldest registration."""
    return single_parent_titles + young_family_titles + waiting_titles + dwelling_titles + member_titles


@rule(PERSON, "bool", article=f"{ORDER}, art. 3")
def is_girl_who_shares(is_child, sex, age, is_disabled):
    """A girl of less than 15 without a disability."""
    return is_child and age < 15 and not is_disabled and sex == "female"


@rule(PERSON, "bool", article=f"{ORDER}, art. 3")
def is_boy_who_shares(is_child, sex, age, is_disabled):
    """A boy of less than 15 without a disability."""
    return is_child and age < 15 and not is_disabled and sex == "male"


@rule(PERSON, "bool", article=f"{ORDER}, art. 3")
def is_girl_under_12(is_girl_who_shares, age):
    """Can share with a boy of less than 12 too."""
    return is_girl_who_shares and age < 12


@rule(PERSON, "bool", article=f"{ORDER}, art. 3")
def is_boy_under_12(is_boy_who_shares, age):
    """Can share with a girl of less than 12 too."""
    return is_boy_who_shares and age < 12


@rule(PERSON, "bool", article=f"{ORDER}, art. 3")
def has_own_room(role, is_adult_couple_member, age, is_disabled):
    """A child of 15 or more, a child with a disability, or another adult."""
    if is_adult_couple_member:
        return False
    return role == "other" or age >= 15 or is_disabled


girls = total("is_girl_who_shares", "child")
boys = total("is_boy_who_shares", "child")
young_girls = total("is_girl_under_12", "child")
young_boys = total("is_boy_under_12", "child")
own_rooms = total("has_own_room", "room")


@rule(HOUSEHOLD, "room", article=f"{ORDER}, art. 3")
def shared_rooms(girls, boys, young_girls, young_boys):
    """Two to a room: of the same sex under 15, or a girl and a boy who are left over and both under 12."""
    rooms = steps(girls, 2) + steps(boys, 2)
    is_one_of_each_left = steps(girls, 2) * 2 > girls and steps(boys, 2) * 2 > boys
    return rooms - 1 if is_one_of_each_left and young_girls > 0 and young_boys > 0 else rooms


@rule(HOUSEHOLD, "room", article=f"{ORDER}, art. 3")
def bedrooms(shared_rooms, own_rooms):
    """One for the parent or couple, and those of the others."""
    return shared_rooms + own_rooms + 1
