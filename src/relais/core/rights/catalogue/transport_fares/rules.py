"""Rules of the reduced passes of STIB/MIVB for residents of Brussels."""

from relais.core.rights.law import HOUSEHOLD, PERSON, rule, total

FARES = "STIB/MIVB"


@rule(PERSON, "bool", article=FARES)
def has_school_pass(is_child, age, child_benefit__is_in_education):
    """A child of 12 to 17, or of 18 to 24 who studies."""
    if not is_child or age < 12 or age >= 25:
        return False
    return age < 18 or child_benefit__is_in_education


@rule(PERSON, "bool", article=FARES)
def has_youth_pass(is_child, age, child_benefit__is_in_education):
    """Someone of 18 to 24 who does not study."""
    return is_child and age >= 18 and age < 25 and not child_benefit__is_in_education


@rule(PERSON, "bool", article=FARES)
def has_senior_pass(age):
    """Someone of 65 or older."""
    return age >= 65


@rule(PERSON, "bool", article="NMBS/SNCB")
def is_under_12(is_child, age):
    """A child who travels by train free with someone of 12 or older who has a ticket."""
    return is_child and age >= 0 and age < 12


pupils = total("has_school_pass", "child")
youths = total("has_youth_pass", "person")
seniors = total("has_senior_pass", "person")
under_12 = total("is_under_12", "child")


@rule(HOUSEHOLD, "child", article="NMBS/SNCB")
def free_on_the_train(under_12):
    """Four children at most, with one traveller."""
    return min(4, under_12)


@rule(HOUSEHOLD, "EUR/year", article=FARES, start="2021-07-01")
def school_passes(pupils, school_pass):
    """For the first two children; from the third on the pass is free."""
    return school_pass * min(2, pupils)


@rule(HOUSEHOLD, "EUR/year", article=FARES, start="2021-07-01")
def regional_school_passes(pupils, regional_pass, regional_pass_third):
    """With Brupass, in and around Brussels: less from the third child on."""
    return regional_pass * min(2, pupils) + regional_pass_third * max(0, pupils - 2)


@rule(HOUSEHOLD, "EUR/year", article=FARES, start="2025-02-01")
def yearly(school_passes, youths, youth_pass, seniors, senior_pass):
    """All reduced passes of the household in a year."""
    return school_passes + youth_pass * youths + senior_pass * seniors
