"""Closed vocabularies of the catalogue, in words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Way(TextChoices):
    """How one comes to a right."""

    AUTOMATIC = "automatic", _("comes by itself")
    ON_REQUEST = "on-request", _("you must ask for it")
    BOTH = "both", _("a part comes by itself, a part must be asked for")


class Tag(TextChoices):
    """How well an amount or a case is known."""

    LAW = "LAW", _("read in the law")
    ADMINISTRATION = "ADM", _("on a page of the administration")
    FUND = "FUND", _("on a page of a body that pays")
    SECONDARY = "SEC", _("in a secondary source")
    THIRD_PARTY = "3P", _("in a third party’s test")
    DERIVED = "DER", _("derived by us; a jurist has not confirmed it")


class Counts(TextChoices):
    """Whether a family counts as alone in the sense of a law."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    DEPENDS = "depends", _("it depends")
    NOT_COMPUTED = "not-computed", _("not computed")


class Reason(TextChoices):
    """Why a parent wants leave."""

    CHILD = "child", _("to look after my child")
    ILLNESS = "illness", _("because my child or someone close is ill")
    DYING = "dying", _("to be with someone who is dying")
    ARRIVAL = "arrival", _("for a birth or an adoption")
    URGENCY = "urgency", _("for a day, because something urgent happens")
    TRAINING = "training", _("to follow a training")


class Effect(TextChoices):
    """What a leave does to something else."""

    DISMISSAL = "dismissal", _("Protection against dismissal")
    NOTICE = "notice", _("Notice on dismissal")
    PENSION = "pension", _("Pension")
    HOLIDAYS = "holidays", _("Annual holiday")
    MAXIMUM = "maximum", _("Months of time credit")
    AFTERWARDS = "afterwards", _("Afterwards")


TONES = {Counts.YES: "good", Counts.NO: "plain", Counts.DEPENDS: "waiting"}  # what is not computed has none


class Band(TextChoices):
    """What a table of amounts goes by, as its columns are named."""

    AGE = "age", _("age")
    CHILDREN = "children", _("children")
    POINTS = "points", _("points")
    PILLAR_1 = "pillar_1", _("points in the first pillar")
    BIRTH_DATE = "birth_date", _("day of birth")
    BEDROOMS = "bedrooms", _("bedrooms")
    DEPENDANTS = "dependants", _("dependants")
    MONTH = "month", _("month")
    TAXABLE_INCOME = "taxable_income", _("taxable income")
    FREE_SUM = "free_sum", _("tax-free sum")


class Theme(TextChoices):
    """What a right is about."""

    CHILDREN = "children", _("Children")
    INCOME = "income", _("Income")
    WORK = "work", _("Work and leave")
    HOUSING = "housing", _("Housing")
    ENERGY = "energy", _("Energy, water and internet")
    HEALTH = "health", _("Health")
    SCHOOL = "school", _("School and studies")
    JUSTICE = "justice", _("Justice")
    TRANSPORT = "transport", _("Transport")


class Stands(TextChoices):
    """How a right stands for a family."""

    ENTITLED = "entitled", _("entitled")
    NOT_ENTITLED = "not-entitled", _("not entitled")
    DEPENDS = "depends", _("it depends")
    FACTS = "facts", _("not computed")


class Becomes(TextChoices):
    """What a change makes of a right."""

    LOST = "lost", _("lost")
    LESS = "less", _("less")
    UNCLEAR = "unclear", _("cannot be told")
    OTHER = "other", _("for someone else")
    MORE = "more", _("more")
    GAINED = "gained", _("new")
    SAME = "same", _("stays the same")


class Why(TextChoices):
    """Why an amount is not in the sum."""

    INSTEAD_OF_PAY = "instead-of-pay", _("comes in place of pay")
    ONCE = "once", _("comes once")
    NOT_KNOWN = "not-known", _("the amount is not known")
    DEPENDS = "depends", _("not certain yet")
