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
