"""Rules of the Brussels child benefit."""

from relais.core.rights.law import (
    HOUSEHOLD,
    PERSON,
    cents,
    in_year,
    in_year_of_age,
    months_between,
    per_year,
    rule,
    total,
    years_between,
)  # fmt: skip

ORDINANCE, START = "Ord. 25.04.2019", "2020-01-01"


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 4", end="2025-08-31", name="has_residence", start=START)
def has_residence_of_any_kind(residence_title):
    """Belgian, or holder of a residence title."""
    return residence_title != "none"


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 4", start="2025-09-01", name="has_residence")
def has_residence_not_limited(residence_title, had_right_in_august_2025):
    """A title for study, training, volunteering or au pair no longer counts, but where the right was open."""
    if residence_title == "none":
        return False
    return residence_title != "limited" or had_right_in_august_2025


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 12 and 26", start=START)
def is_affected(age, has_affection, affection_points, affection_points_pillar_1):
    """Until 21, with six points in all or four in the first pillar."""
    return age < 21 and has_affection and (affection_points >= 6 or affection_points_pillar_1 >= 4)


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 4, 25 and 26", start=START)
def gives_right(
    is_child, lives_in_brussels, has_residence, birth_date, today, age, is_in_education, is_affected
):
    """A child of Brussels: always until 31 August of the year of 18, then until 25 while learning."""
    if not is_child or birth_date > today or not lives_in_brussels or not has_residence:
        return False
    if today <= in_year_of_age(birth_date, 18, 831):
        return True
    return (age < 25 and is_in_education) or is_affected


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 19", start=START)
def is_beneficiary(gives_right, paid_to):
    """The child gives a right, and this parent is the one who is paid."""
    return gives_right and paid_to == "this-parent"


beneficiaries = total("is_beneficiary", "child")


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 11", start=START)
def is_counted(gives_right, paid_to, is_equal_hosting_notified):
    """Paid to this parent; or hosted equally under a judgment that both parents notified."""
    return gives_right and (
        paid_to == "this-parent" or (paid_to == "other-parent" and is_equal_hosting_notified)
    )


own_children = total("is_counted", "child")


@rule(HOUSEHOLD, "child", article=f"{ORDINANCE}, art. 11", start=START)
def counted_children(own_children, others, children_of_other_payees):
    """The children of this parent, and those of a relative at the same address."""
    if others == 0:
        return own_children
    return own_children + children_of_other_payees


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 3, 6°", start=START)
def is_de_facto_partner(role, kinship, shares_household):
    """Lives there, is no relative up to the third degree, and runs the household with the parent."""
    if role == "partner":
        return True
    return role == "other" and kinship == "none" and shares_household


de_facto_partners = total("is_de_facto_partner", "person")


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 3, 8° and 19, § 2", start=START)
def is_child_who_is_paid(role, age, is_own_payee):
    """A young parent who is still paid child benefit as a child."""
    return role == "parent" and age < 25 and is_own_payee


children_who_are_paid = total("is_child_who_is_paid", "person")


@rule(PERSON, "EUR/year", article=f"{ORDINANCE}, art. 3, 7°", start=START)
def counted_income(role, is_de_facto_partner, income):
    """Taxable income from work and benefits, of the parent and of who lives with her as a couple."""
    if role == "parent" or is_de_facto_partner:
        return income
    return 0


household_income = total("counted_income", "EUR/year")


@rule(HOUSEHOLD, "bool", article=f"{ORDINANCE}, art. 3, 8°", start=START)
def is_single_parent_family(
    de_facto_partners, is_married_not_separated, children_who_are_paid, household_income, ceiling_1
):
    """No de facto household, no marriage that is not separated in fact, an income below the first ceiling."""
    if de_facto_partners > 0 or is_married_not_separated or children_who_are_paid > 0:
        return False
    return household_income < ceiling_1


@rule(HOUSEHOLD, "bool", article=f"{ORDINANCE}, art. 3, 8° and 19", start=START)
def is_paid_as_single_parent(beneficiaries, is_single_parent_family):
    """The law looks at the family of who is paid for a child."""
    return beneficiaries > 0 and is_single_parent_family


@rule(HOUSEHOLD, "bool", article=f"{ORDINANCE}, art. 9", start="2023-11-01")
def owns_too_much(cadastral_income, cadastral_ceiling):
    """The cadastral income of the parent and the partner is over the ceiling."""
    return cadastral_income > cadastral_ceiling


@rule(HOUSEHOLD, "bool", article=f"{ORDINANCE}, art. 9", end="2023-10-31", name="owns_too_much", start=START)
def owns_never_too_much():
    """What the family owns does not matter."""
    return False


@rule(PERSON, "EUR/month", article=f"{ORDINANCE}, art. 9", start=START)
def social_supplement(
    is_beneficiary, household_income, ceiling_1, ceiling_2, owns_too_much, is_single_parent_family,
    counted_children, age, low, low_single_parent, middle,
):  # fmt: skip
    """More where the income is low; and more again for a single-parent family with two children or more."""
    if not is_beneficiary:
        return 0
    if household_income >= ceiling_2 or owns_too_much:
        return 0
    if household_income >= ceiling_1:
        return middle[counted_children]
    if is_single_parent_family:
        return low_single_parent[counted_children, age]
    return low[counted_children, age]


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 7", start=START)
def is_student(age, is_in_higher_education, higher_education_since, today):
    """From 18, in higher education; from 1 September of the year in which that began."""
    return age >= 18 and is_in_higher_education and today >= in_year(higher_education_since, 901)


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 12", start=START)
def has_affection_supplement(is_beneficiary, is_affected, gets_adult_disability_allowance):
    """Not in a month in which the child gets an allowance of adults with a handicap."""
    return is_beneficiary and is_affected and not gets_adult_disability_allowance


@rule(PERSON, "EUR/month", article=f"{ORDINANCE}, art. 12", start=START)
def affection_supplement(has_affection_supplement, affection_points, affection_points_pillar_1, affection):
    """By points, in all and in the first pillar."""
    if not has_affection_supplement:
        return 0
    return affection[affection_points, affection_points_pillar_1]


@rule(PERSON, "EUR/month", article=f"{ORDINANCE}, art. 7 and 35", start=START)
def base(
    is_beneficiary, counted_children, social_supplement, parents_dead, has_affection_supplement, birth_date,
    transition, age, is_student, by_age, higher_education, reduction,
):  # fmt: skip
    """By age; flat for an only child without a supplement; less for who was born before the transition."""
    if not is_beneficiary:
        return 0
    less = reduction if birth_date < transition else 0
    if (
        counted_children == 1
        and social_supplement == 0
        and parents_dead == "none"
        and not has_affection_supplement
    ):
        return by_age[0] - less
    if is_student:
        return higher_education - less
    return by_age[age] - less


@rule(PERSON, "EUR/month", article=f"{ORDINANCE}, art. 8", start=START)
def orphan_supplement(is_beneficiary, parents_dead, base, orphan_share_one, orphan_share_both):
    """Half of the base amount where one parent has died; as much again where both have."""
    if not is_beneficiary or parents_dead == "none":
        return 0
    if parents_dead == "one":
        return cents(base * orphan_share_one)
    return cents(base * orphan_share_both)


@rule(PERSON, "EUR/month", article=f"{ORDINANCE}, art. 7, 8, 9, 12 and 35", start=START)
def amount(base, orphan_supplement, social_supplement, affection_supplement):
    """What is paid each month for this child."""
    return cents(base + orphan_supplement + social_supplement + affection_supplement)


new_monthly = total("amount", "EUR/month")


@rule(PERSON, "bool", article=f"{ORDINANCE}, art. 39", start=START)
def is_child_of_2019(is_child, birth_date, new_act_from):
    """A child who was there before the new act."""
    return is_child and birth_date < new_act_from


children_of_2019 = total("is_child_of_2019", "child")


@rule(HOUSEHOLD, "EUR/month", article=f"{ORDINANCE}, art. 39 and 41", start=START)
def kept_amount(
    children_of_2019, gets_old_amounts, old_amount, old_single_parent_part, old_social_part,
    is_single_parent_family, household_income, ceiling_1, owns_too_much,
):  # fmt: skip
    """What the family kept of December 2019; its supplements only while what they stand for holds."""
    if children_of_2019 == 0 or not gets_old_amounts:
        return 0
    alone = old_single_parent_part if is_single_parent_family else 0
    social = old_social_part if household_income < ceiling_1 and not owns_too_much else 0
    return old_amount + alone + social


@rule(HOUSEHOLD, "EUR/month", article=f"{ORDINANCE}, art. 39", start=START)
def monthly(new_monthly, kept_amount):
    """The new amount, or what was kept while that is more."""
    return max(kept_amount, new_monthly)


@rule(PERSON, "EUR/year", article=f"{ORDINANCE}, art. 15", as_of="07-01", start=START)
def age_supplement(is_beneficiary, birth_date, today, is_student, yearly_by_age, yearly_higher_education):
    """In July, by the age then."""
    if not is_beneficiary:
        return 0
    if is_student:
        return yearly_higher_education
    return yearly_by_age[years_between(birth_date, in_year(today, 701))]


age_supplements = total("age_supplement", "EUR/year")


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDINANCE}, art. 7, 9 and 15", start=START)
def yearly(monthly, age_supplements):
    """Twelve months like this one, and the supplement of July."""
    return cents(per_year(monthly) + age_supplements)


@rule(PERSON, "EUR", article=f"{ORDINANCE}, art. 16", start=START)
def birth_premium(
    is_child, birth_date, today, lives_in_brussels, adoption, is_first_born, is_of_multiple_birth,
    premium_first, premium_next,
):  # fmt: skip
    """For a birth, from the sixth month of pregnancy: more for a first child and each of a multiple birth."""
    age_in_months = months_between(birth_date, today)
    if not is_child or age_in_months < -4 or age_in_months >= 12:
        return 0
    if adoption != "none" or not lives_in_brussels:
        return 0
    return premium_first if is_first_born or is_of_multiple_birth else premium_next


birth_premiums = total("birth_premium", "EUR")


@rule(PERSON, "EUR", article=f"{ORDINANCE}, art. 17", start=START)
def adoption_premium(gives_right, adoption, premium_first, premium_next):
    """For an adoption: more for the first."""
    if not gives_right or adoption == "none":
        return 0
    return premium_first if adoption == "first" else premium_next


adoption_premiums = total("adoption_premium", "EUR")


@rule(PERSON, "EUR/month", article=f"{ORDINANCE}, art. 13", start=START)
def foster_lump_sum(is_child, gets_foster_lump_sum, foster):
    """For a child in a foster family, to whom the fund grants it."""
    return foster if is_child and gets_foster_lump_sum else 0


foster_lump_sums = total("foster_lump_sum", "EUR/month")
