"""The table of freezes, which only grows, and every way of reading it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from django.db import models

from relais.apps.languages.addresses import address
from relais.apps.sheets.dataset import Dataset, packed, read, unpacked

NAME = re.compile(r"(?P<year>\d{4})(?:-(?P<edition>[2-9]|[1-9]\d+))?", re.ASCII)


class FreezeQuerySet(models.QuerySet["Freeze"]):
    def newest_first(self) -> FreezeQuerySet:
        """By year, then by edition; without the content, which is large."""
        return self.defer("content").order_by("-year", "-edition")

    def named(self, name: str) -> FreezeQuerySet:
        """The one called `name`: "2026", or "2026-2" for its second edition. None for what is no name."""
        found = NAME.fullmatch(name)
        if found is None:
            return self.none()
        return self.defer("content").filter(year=int(found["year"]), edition=int(found["edition"] or 1))

    def before(self, freeze: Freeze) -> Freeze | None:
        """The last one of an earlier year that was there when `freeze` was taken: it never changes."""
        return self.newest_first().filter(year__lt=freeze.year, taken_at__lte=freeze.taken_at).first()

    def newer_edition(self, freeze: Freeze) -> Freeze | None:
        """The last edition of the same year, when that is a newer one."""
        return self.newest_first().filter(year=freeze.year, edition__gt=freeze.edition).first()

    def latest_of_each_year(self) -> list[Freeze]:
        """The last edition of every year, newest year first. One query."""
        latest: dict[int, Freeze] = {}
        for freeze in self.newest_first():
            latest.setdefault(freeze.year, freeze)
        return list(latest.values())


class Freeze(models.Model):
    """The dataset of a year, as it was when it was taken.

    `content` is the dataset as JSON, compressed; `sha256` is that of the JSON itself, so that whoever
    downloads it can compute the same. `organisation` is a plain value, as in the trail.
    """

    year = models.PositiveSmallIntegerField()
    edition = models.PositiveSmallIntegerField(help_text="from 1; a year is frozen again with a reason")
    schema_version = models.PositiveSmallIntegerField()
    reference_date = models.DateField(help_text="the day for which late and silent were computed")
    taken_at = models.DateTimeField()
    organisation = models.CharField(max_length=80, null=True, help_text="slug; null: a command")
    note = models.TextField(default="", blank=True)
    is_fictional = models.BooleanField(help_text="it holds at least one row of a demonstration")
    counts = models.JSONField(help_text="table to number of rows, in the order of the dataset")
    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()

    objects = FreezeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "edition"], name="edition_once_a_year"),
            models.CheckConstraint(
                condition=models.Q(edition=1) | ~models.Q(note=""), name="later_edition_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("freeze:freeze", self.name)

    @classmethod
    def holding(cls, dataset: Dataset, **facts: Any) -> Freeze:
        """A row for `dataset`, not saved yet. `facts`: edition, taken_at, organisation, note."""
        sha, content = packed(dataset)
        return cls(
            year=dataset.year, schema_version=dataset.schema_version, reference_date=dataset.reference_date,
            is_fictional=dataset.is_fictional, counts=dataset.counts, sha256=sha, content=content, **facts,
        )  # fmt: skip

    @property
    def name(self) -> str:
        """ "2026", or "2026-2" for the second edition. It is part of addresses and never changes."""
        return str(self.year) if self.edition == 1 else f"{self.year}-{self.edition}"

    @property
    def rows(self) -> int:
        """Rows of all its tables."""
        return sum(self.counts.values())

    def json(self) -> bytes:
        """The dataset, exactly the bytes that were hashed. Raises Damaged when they no longer are."""
        return unpacked(self.sha256, self.content)

    def dataset(self) -> Dataset:
        """The dataset as tables. Read once by each process: what a hash names never changes."""
        return _dataset(self.sha256)


@lru_cache(maxsize=4)
def _dataset(sha: str) -> Dataset:
    return read(Freeze.objects.get(sha256=sha).json())
