"""The yearly publication: figures as they stood, which never change again."""

from __future__ import annotations

from django.db import models

from relais.apps.languages.addresses import address


class Publication(models.Model):
    """The figures of a year, frozen.

    `content` is the set as JSON, compressed; `sha256` is that of the JSON itself, so that whoever downloads
    it can compute the same.
    """

    year = models.PositiveSmallIntegerField(unique=True)
    as_of = models.DateField(help_text="the figures that were current on that day")
    published_at = models.DateTimeField()
    organisation = models.CharField(max_length=80, null=True, help_text="slug; null: a command")
    counts = models.JSONField(help_text="table to number of rows")
    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()

    def get_absolute_url(self) -> str:
        return address("observatory:publication", self.year)
