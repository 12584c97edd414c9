"""Tables of the observatory, and every way of reading them."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F, Q

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.observatory import vocabulary as v
from relais.core.figures.cube import parts_of


class Family(models.Model):
    """What is counted as a single-parent family: the same words stand for several populations."""

    slug = models.SlugField(unique=True)
    name = TranslatedField()
    meaning = TranslatedField()
    position = models.PositiveSmallIntegerField()


class Dimension(models.Model):
    """A way to cut a population: sex, age, place."""

    slug = models.CharField(max_length=40, unique=True)
    name = TranslatedField()
    partitions = models.JSONField(help_text="list of [whole or null, parts]: codes that add up")
    alike = models.JSONField(help_text="list of codes that sources use for one and the same group")
    position = models.PositiveSmallIntegerField()


class Code(models.Model):
    """One value of a dimension. The code of all together is never one: it is not named."""

    dimension = models.ForeignKey(Dimension, models.CASCADE, related_name="codes")
    code = models.CharField(max_length=60)
    parent = models.CharField(max_length=60, null=True, help_text="code of the same dimension it is part of")
    name = TranslatedField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    elsewhere = models.JSONField(default=dict, help_text="code list to what it is called there")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dimension", "code"], name="code_once_a_dimension")]


class Note(models.Model):
    """A remark that a source, or whoever copied it, made on some figures."""

    slug = models.SlugField(unique=True)
    words = TranslatedField()


class Coverage(models.Model):
    """Whether a producer’s figures can be cut by a parameter, in a year: the parenthood parameter."""

    producer = models.SlugField()
    producer_name = TranslatedField()
    parameter = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    answer = models.CharField(max_length=10, choices=v.Cuttable)
    url = models.URLField(max_length=500, null=True)
    note = TranslatedField(null=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["producer", "parameter", "year"], name="coverage_once_a_year")
        ]


class Indicator(models.Model):
    """A question that figures answer, with what they cannot tell."""

    slug = models.SlugField(unique=True)
    number = models.PositiveSmallIntegerField(unique=True)
    theme = models.CharField(max_length=40)
    standing = models.CharField(max_length=10, choices=v.Standing)
    name = TranslatedField()
    meaning = TranslatedField()
    limits = models.JSONField(help_text="list of texts")
    breakdowns = models.JSONField(help_text="slugs of dimensions that are wanted")
    body = TranslatedField(help_text="who has the data, or should be asked")
    refresh = TranslatedField()
    measures = models.JSONField(help_text="numbers of measures that it informs")

    def get_absolute_url(self) -> str:
        return address("observatory:indicator", self.slug)


class Definition(models.Model):
    """One way of counting an indicator: of whom, which family, in which unit."""

    slug = models.SlugField(max_length=80, unique=True)
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="definitions")
    name = TranslatedField()
    kind = models.CharField(max_length=10, choices=v.Kind)
    unit = TranslatedField()
    unit_code = models.CharField(max_length=20, help_text="UNIT_MEASURE of SDMX: PT, PS, HH, EUR, …")
    family = models.ForeignKey(Family, models.PROTECT, null=True, related_name="definitions")
    family_cut = models.CharField(
        max_length=200, blank=True, help_text="the codes that make it that kind of family"
    )
    universe = TranslatedField(null=True)
    child_age = models.PositiveSmallIntegerField(null=True, help_text="oldest age of a child; null: unknown")
    numerator = models.CharField(max_length=80, null=True, help_text="slug of a definition")
    denominator = models.CharField(max_length=80, null=True, help_text="slug of a definition")
    share_of = models.CharField(
        max_length=40, null=True, help_text="dimension of which the denominator has no code"
    )
    decimals = models.PositiveSmallIntegerField()
    direction = models.CharField(max_length=5, choices=v.Direction)
    threshold = models.PositiveSmallIntegerField(help_text="fewer than so many are hidden")
    is_sensitive = models.BooleanField()
    position = models.PositiveSmallIntegerField()


class BreakMark(models.Model):
    """From a day on, figures do not compare with those before: no line is drawn across."""

    definition = models.ForeignKey(Definition, models.CASCADE, related_name="breaks")
    place = models.CharField(max_length=20, null=True, help_text="null: everywhere")
    date = models.DateField(help_text="the first day of the figures that follow")
    kind = models.CharField(max_length=12, choices=v.Break)
    words = TranslatedField()


class Source(models.Model):
    """Who says figures, in releases."""

    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=v.SourceKind)
    url = models.URLField(max_length=500)
    licence = models.CharField(max_length=200, null=True)


class ReleaseQuerySet(models.QuerySet["Release"]):
    def accepted(self) -> ReleaseQuerySet:
        return self.filter(state=v.State.ACCEPTED)

    def newest_first(self) -> ReleaseQuerySet:
        return self.order_by("-available_date", "-pk")


class Release(models.Model):
    """One edition of a source: what it said on a day. `available_date` is the day from which it counts here.

    That is the day of publication as far as known, else the day on which it was read.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="releases")
    edition = models.CharField(max_length=60)
    published = models.CharField(max_length=10, null=True, help_text="2020, 2020-11 or 2020-11-19")
    available_date = models.DateField()
    recorded_at = models.DateTimeField()
    origin = models.CharField(max_length=10, choices=v.Origin)
    state = models.CharField(max_length=10, choices=v.State)
    is_whole = models.BooleanField(help_text="what it does not say is gone; else its silence says nothing")
    importer = models.CharField(max_length=60, null=True)
    sha256 = models.CharField(max_length=64, null=True, help_text="of the file that was read")
    raw = models.BinaryField(null=True, help_text="that file, compressed")
    note = models.TextField(default="", blank=True)
    proposed_by = models.CharField(max_length=80, null=True, help_text="slug of an organisation")
    accepted_by = models.CharField(max_length=80, null=True, help_text="slug of an organisation")

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "edition"], name="edition_once_a_source"),
            models.UniqueConstraint(
                fields=["source", "sha256"], condition=Q(sha256__isnull=False), name="file_once_a_source"
            ),
        ]


class ObservationQuerySet(models.QuerySet["Observation"]):
    def current(self) -> ObservationQuerySet:
        """What the newest accepted release of each source says."""
        return self.filter(since__isnull=False, until__isnull=True)

    def as_of(self, date: dt.date) -> ObservationQuerySet:
        """What was current on a day."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=date), since__lte=date)

    def in_order(self) -> ObservationQuerySet:
        return self.order_by("start", "end", "place", "cut", "release_id")


class Observation(models.Model):
    """One value that a release said. It was current from `since` until `until`, that day excluded.

    `since` null: its release is not accepted. `value` None: missing, or hidden to protect persons.
    `decimals` is how many were printed, so that nobody reads more into it.
    """

    definition = models.ForeignKey(Definition, models.CASCADE, related_name="observations")
    place = models.CharField(max_length=20)
    period = models.CharField(max_length=10)
    start = models.DateField()
    end = models.DateField()
    cut = models.CharField(max_length=200, blank=True)
    value = models.FloatField(null=True)
    decimals = models.PositiveSmallIntegerField()
    low = models.FloatField(null=True, help_text="of the 95 % interval")
    high = models.FloatField(null=True, help_text="of the 95 % interval")
    answers = models.PositiveIntegerField(null=True, help_text="unweighted, of a survey")
    quality = models.CharField(max_length=1, choices=v.Quality, default=v.Quality.NORMAL)
    secrecy = models.CharField(max_length=1, choices=v.Secrecy, default=v.Secrecy.FREE)
    printed = models.CharField(max_length=40, null=True, help_text="where it is not written as it is read")
    note = models.SlugField(null=True, help_text="of a note in data/observatory/notes.yaml")
    release = models.ForeignKey(Release, models.CASCADE, related_name="observations")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["definition", "place", "period", "cut", "release"], name="cell_once_a_release"
            ),
            models.CheckConstraint(
                condition=Q(secrecy=v.Secrecy.FREE) | Q(value=None, low=None, high=None, answers=None),
                name="hidden_has_no_value",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since__lte=F("until")), name="until_not_before_since"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["definition", "place", "cut", "start"], name="one_series")]

    @property
    def parts(self) -> dict[str, str]:
        """Dimension to code; empty for the total."""
        return parts_of(self.cut)


class Finding(models.Model):
    """What the audit sets side by side: computed from current figures, and rebuilt by one command."""

    kind = models.CharField(max_length=12, choices=v.FindingKind)
    definition = models.ForeignKey(Definition, models.CASCADE, related_name="findings")
    source = models.ForeignKey(Source, models.CASCADE, related_name="findings")
    place = models.CharField(max_length=20)
    period = models.CharField(max_length=10)
    cut = models.CharField(max_length=200, blank=True)
    said = models.FloatField(null=True)
    computed = models.FloatField()
    observations = models.ManyToManyField(Observation, related_name="findings")
