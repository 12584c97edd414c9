"""What releases say, cell by cell, with what is hidden kept apart, and what does not fit."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.models.indicators import Definition
from relais.apps.observatory.models.releases import Release, Source
from relais.core.figures.cube import parts_of


class ObservationQuerySet(models.QuerySet["Observation"]):
    def current(self) -> ObservationQuerySet:
        """What the newest accepted release of each source says."""
        return self.filter(since__isnull=False, until__isnull=True)

    def as_of(self, date: dt.date) -> ObservationQuerySet:
        """What was current on a day."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=date), since__lte=date)

    def hidden_cells(self) -> set[tuple[int, int, str, str, str]]:
        """Source, definition, place, period and cut of each cell that some accepted release hides: no release
        may show it, the ones before it included. One query.
        """
        found = self.filter(secrecy=v.Secrecy.HIDDEN, since__isnull=False)
        columns = ("release__source_id", "definition_id", "place", "period", "cut")
        return set(found.values_list(*columns))

    def not_hidden(self) -> ObservationQuerySet:
        """Without the cells that some accepted release hides."""
        hiding = Observation.objects.filter(
            secrecy=v.Secrecy.HIDDEN, since__isnull=False, release__source=OuterRef("release__source"),
            definition=OuterRef("definition"), place=OuterRef("place"), period=OuterRef("period"),
            cut=OuterRef("cut"),
        )  # fmt: skip
        return self.filter(~Exists(hiding))

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
    def cell(self) -> tuple[int, int, str, str, str]:
        """What it is about: source, definition, place, period and cut. Uses `release`."""
        return (self.release.source_id, self.definition_id, self.place, self.period, self.cut)

    @property
    def parts(self) -> dict[str, str]:
        """Dimension to code; empty for the total."""
        return parts_of(self.cut)


class HiddenValue(models.Model):
    """The number behind a hidden observation. A table of its own, so that the database can refuse it to the
    site: only protecting and correcting read it (`protecting.py`), and no page, file or log ever does.

    `rule` says by which thresholds it was hidden. Why this very cell was (too small itself, or to protect
    another) is not kept: that alone would tell.
    """

    observation = models.OneToOneField(Observation, models.CASCADE, related_name="hidden_value")
    value = models.FloatField()
    rule = models.CharField(max_length=80)


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
