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
