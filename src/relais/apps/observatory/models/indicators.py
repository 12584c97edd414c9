"""Questions, the ways of counting an answer, and from when on answers do not compare."""

from __future__ import annotations

from django.db import models

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.models.lists import Family


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
    ask = models.JSONField(default=list, help_text="slugs of producers: the same, one by one")
    refresh = TranslatedField()
    every_months = models.PositiveSmallIntegerField(
        null=True, help_text="between two editions; null: unknown"
    )
    month = models.PositiveSmallIntegerField(null=True, help_text="of the year it comes out; null: unknown")
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
