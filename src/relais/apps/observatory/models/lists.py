"""The code lists of the observatory: families, dimensions, remarks, and what producers can cut by."""

from __future__ import annotations

from django.db import models

from relais.apps.languages.fields import TranslatedField
from relais.apps.observatory import vocabulary as v


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
