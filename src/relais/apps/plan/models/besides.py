"""What the advice asks outside its measures, and what it says came of those of 2016."""

from __future__ import annotations

from django.db import models

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan import vocabulary as v
from relais.apps.plan.models.actors import Actor
from relais.apps.plan.models.documents import Document


class Demand(models.Model):
    """Something the advice asks outside its numbered measures."""

    slug = models.SlugField(unique=True)
    title = TranslatedField()
    summary = TranslatedField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="demands")
    section = models.CharField(max_length=20)
    page = models.PositiveSmallIntegerField()
    levels = models.JSONField()
    actors = models.ManyToManyField(Actor, related_name="demands")
    position = models.PositiveSmallIntegerField()

    def get_absolute_url(self) -> str:
        return address("plan:demands") + f"#{self.slug}"


class Since2016(models.Model):
    """What the advice of 2020 itself says came of the proposals of 2016."""

    slug = models.SlugField(unique=True)
    outcome = models.CharField(max_length=20, choices=v.Aftermath)
    date = models.CharField(max_length=10, null=True, help_text="year, month or day, as far as known")
    title = TranslatedField()
    summary = TranslatedField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    section = models.CharField(max_length=20)
    page = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
