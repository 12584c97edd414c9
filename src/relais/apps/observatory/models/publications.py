"""The yearly publication: figures as they stood, which never change again."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db import models

from relais.apps.languages.addresses import address
from relais.apps.sheets.dataset import Dataset, packed, read, unpacked


class PublicationQuerySet(models.QuerySet["Publication"]):
    def newest_first(self) -> PublicationQuerySet:
        """Without the content, which is large."""
        return self.defer("content").order_by("-year")

    def before(self, year: int) -> Publication | None:
        """The last one of an earlier year."""
        return self.newest_first().filter(year__lt=year).first()


class Publication(models.Model):
    """The figures of a year, frozen. The table only grows: the database refuses anything else.

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

    objects = PublicationQuerySet.as_manager()

    def get_absolute_url(self) -> str:
        return address("observatory:publication", self.year)

    @classmethod
    def holding(cls, dataset: Dataset, **facts: Any) -> Publication:
        """A row for `dataset`, not saved yet. `facts`: published_at, organisation."""
        sha, content = packed(dataset)
        return cls(
            year=dataset.year, as_of=dataset.reference_date, counts=dataset.counts, sha256=sha,
            content=content, **facts,
        )  # fmt: skip

    def json(self) -> bytes:
        """The set, exactly the bytes that were hashed. Raises Damaged when they no longer are."""
        return unpacked(self.sha256, self.content)

    def dataset(self) -> Dataset:
        """The set as tables. Read once by each process: what a hash names never changes."""
        return _dataset(self.sha256)


@lru_cache(maxsize=4)
def _dataset(sha: str) -> Dataset:
    return read(Publication.objects.get(sha256=sha).json())
