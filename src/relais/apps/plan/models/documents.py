"""The texts that the plan rests on, what is printed in them, and the words that they explain."""

from __future__ import annotations

from django.db import models

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan import vocabulary as v


class Document(models.Model):
    """A text that the plan rests on: the advice, earlier and later plans, what the footnotes cite."""

    slug = models.SlugField(unique=True)
    number = models.CharField(max_length=60, null=True)
    kind = models.CharField(max_length=20, choices=v.DocumentKind)
    title = TranslatedField()
    publisher = models.CharField(max_length=200, null=True)
    date = models.CharField(
        max_length=10, null=True, help_text="as far as known: 2020, 2020-11 or 2020-11-19"
    )
    pages = models.PositiveSmallIntegerField(null=True)
    url = models.URLField(max_length=400, null=True)
    known = models.CharField(max_length=10, choices=v.Known)
    note = TranslatedField(null=True)
    position = models.PositiveSmallIntegerField()

    def get_absolute_url(self) -> str:
        return address("plan:document", self.slug)


class Citation(models.Model):
    """One document cites another, on a page."""

    cited = models.ForeignKey(Document, models.CASCADE, related_name="citations")
    citing = models.ForeignKey(Document, models.CASCADE, related_name="references")
    page = models.PositiveSmallIntegerField()
    footnote = models.PositiveSmallIntegerField(null=True)


class Statistic(models.Model):
    """A table printed in a document, kept as printed; misprints are told beside it, never mended in it."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="statistics")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    source = models.CharField(max_length=300)
    rows = models.JSONField()
    misprints = models.JSONField(default=list, help_text="what was printed, and what it is read as")
    page = models.PositiveSmallIntegerField()


class Term(models.Model):
    """A word of the glossary."""

    slug = models.SlugField(unique=True)
    term = TranslatedField()
    definition = TranslatedField()
    document = models.ForeignKey(Document, models.SET_NULL, null=True)
    page = models.PositiveSmallIntegerField(null=True)
    url = models.URLField(max_length=400, null=True)
    position = models.PositiveSmallIntegerField()

    def get_absolute_url(self) -> str:
        return address("plan:glossary") + f"#{self.slug}"
