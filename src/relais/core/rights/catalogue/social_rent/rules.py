"""Rules of social rent. All amounts are of a year until the last rule."""

from relais.core.rights.law import HOUSEHOLD, cents, per_month, rule, share

ORDER = "BBHR/AGRBC 26.09.1996"


@rule(HOUSEHOLD, "1", article=f"{ORDER}, art. 57-61", start="2016-01-01")
def coefficient(social_housing__income, reference_income):
    """Income of the household as a part of the reference income, with two decimals."""
    return cents(share(social_housing__income, reference_income))


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 57-61", start="2016-01-01")
def real_rent(base_rent, coefficient):
    """The base rent, in proportion to the income."""
    return base_rent * coefficient


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 59", start="2016-01-01")
def child_reduction(base_rent, social_housing__dependent_children, for_children, property_tax_reduction):
    """A part of the base rent by the number of children, less what the property tax gave already."""
    return max(0, base_rent * for_children[social_housing__dependent_children] - property_tax_reduction)


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 57-61", start="2016-01-01")
def disability_reduction(base_rent, for_disabled_adult, social_housing__disabled_adults):
    """A part of the base rent for each adult with a disability."""
    return base_rent * for_disabled_adult * social_housing__disabled_adults


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 61 § 1, 2", start="2016-01-01")
def floor(base_rent, lowest_by_bedrooms, dwelling_bedrooms, lowest):
    """Half of the base rent or the amount for the bedrooms, the lower of both; never below the lowest."""
    return max(lowest, min(base_rent * 0.5, lowest_by_bedrooms[dwelling_bedrooms]))


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 61", start="2023-12-01")
def cap(
    social_housing__income, reference_income, social_housing__ceiling, cap_low, cap_middle, cap_high,
    dwelling_bedrooms, social_housing__bedrooms, normal_rent,
):  # fmt: skip
    """A part of the income, in a dwelling that is not too large; never above the normal rental value."""
    if dwelling_bedrooms > social_housing__bedrooms:
        return normal_rent
    if social_housing__income < reference_income:
        return min(normal_rent, social_housing__income * cap_low)
    if social_housing__income <= social_housing__ceiling:
        return min(normal_rent, social_housing__income * cap_middle)
    return min(normal_rent, social_housing__income * cap_high)


@rule(HOUSEHOLD, "EUR/year", article=f"{ORDER}, art. 57-61", start="2016-01-01")
def reduced_rent(real_rent, child_reduction, disability_reduction):
    """The real rent less the reductions, before floor and cap."""
    return max(0, real_rent - child_reduction - disability_reduction)


@rule(HOUSEHOLD, "EUR/month", article=f"{ORDER}, art. 57-61", start="2023-12-01")
def rent(reduced_rent, floor, cap, lowest):
    """What is paid a month, without charges: not below the floor, not above the cap."""
    return cents(per_month(max(lowest, min(cap, max(floor, reduced_rent)))))
