"""The closed lists of the observatory. A new value is a decision."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What sort of number it is: only counts may be added up."""

    COUNT = "count", _("count")
    SHARE = "share", _("share")
    RATE = "rate", _("rate")
    MEAN = "mean", _("average")
    AMOUNT = "amount", _("amount of money")
    CHANGE = "change", _("change")


class Direction(TextChoices):
    """Which way is better for families, where one can say."""

    UP = "up", _("higher is better")
    DOWN = "down", _("lower is better")
    NONE = "none", _("neither way is better in itself")


class Standing(TextChoices):
    """Whether there are figures of an indicator."""

    LIVE = "live", _("figures are published")
    PLANNED = "planned", _("can be computed, not done yet")
    COMPUTED = "computed", _("computed by this site itself")
    WANTED = "wanted", _("data wanted")


class Quality(TextChoices):
    """How an observation is known: the code list CL_OBS_STATUS of SDMX, as far as used."""

    NORMAL = "A", _("normal")
    BREAK = "B", _("break in the series")
    DEFINITION = "D", _("definition differs")
    ESTIMATED = "E", _("estimated")
    FORECAST = "F", _("forecast")
    MISSING = "M", _("missing")
    NOT_SIGNIFICANT = "N", _("not significant")
    PROVISIONAL = "P", _("provisional")
    UNRELIABLE = "U", _("few answers, read with care")


class Secrecy(TextChoices):
    """Whether a value may be shown: the code list CL_CONF_STATUS of SDMX, as far as used."""

    FREE = "F", _("free")
    HIDDEN = "C", _("hidden to protect persons")


class Origin(TextChoices):
    """How a release came here."""

    FILES = "files", _("copied from publications, in the project’s own files")
    IMPORTED = "imported", _("imported from the source’s file")


class State(TextChoices):
    """Where a release stands: nothing of it is public before a second person has accepted it."""

    PROPOSED = "proposed", _("to be accepted")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")


class SourceKind(TextChoices):
    """Who says it, and how near to the origin."""

    STATISTICS = "statistics", _("statistical office")
    ADMINISTRATION = "administration", _("administration")
    STUDY = "study", _("study")
    PARLIAMENT = "parliament", _("answer in parliament")
    PRESS = "press", _("press")
    ADVICE = "advice", _("the advice itself")


class Break(TextChoices):
    """Why figures before and after a moment do not compare."""

    METHOD = "method", _("new method")
    DEFINITION = "definition", _("new definition")
    SOURCE = "source", _("other source")
    COLLECTION = "collection", _("other circumstances of collection")


class FindingKind(TextChoices):
    """What does not fit among published figures. It says so; which one is right, it cannot know."""

    MISPRINT = "misprint", _("printed as no number is")
    SHARE = "share", _("a share does not follow from its parts")
    SUM = "sum", _("parts do not add up to the whole")
    POPULATIONS = "populations", _("one name for two populations")
    CONFLICT = "conflict", _("two sources disagree")
    JUMP = "jump", _("an unusual change")


class Parameter(TextChoices):
    """What a producer’s figures should be cut by, so that single-parent families can be seen in them."""

    SEX = "sex", _("sex")
    AGE = "age", _("age")
    FAMILY = "family", _("position in the family")
    CHILDREN = "children", _("number of children, or age of the youngest")
    PLACE = "place", _("place")
    STATUS = "status", _("work or income")


class Cuttable(TextChoices):
    """Whether a producer’s figures can be cut by a parameter."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    PLANNED = "planned", _("planned")
    UNKNOWN = "unknown", _("not known")


class Format(TextChoices):
    """How a producer writes a file of figures."""

    TIDY = "tidy", _("our own columns, as CSV or XLSX")
    CSV = "csv", _("CSV")
    XLSX = "xlsx", _("XLSX")
    BESTAT = "bestat", _("facts of be.STAT")
    JSON_STAT = "json-stat", _("JSON-stat")
    SDMX_CSV = "sdmx-csv", _("SDMX-CSV")
    SDMX_ML = "sdmx-ml", _("SDMX-ML")
    GEOJSON = "geojson", _("GeoJSON")


# Dimensions that say what is counted, where or how, and nothing of the people who are.
NOT_OF_PEOPLE = frozenset({"place", "item", "since", "bound", "scope", "provider", "scale"})
