"""What releases say, cell by cell, with what is hidden kept apart, and what does not fit."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from urllib.parse import quote

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from relais.apps.languages.addresses import address
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.models.indicators import Definition
from relais.apps.observatory.models.releases import Release, Source
from relais.core.figures.cube import TOTAL, parts_of

IN_ADDRESS = "!$&'()*+,;=~:@"  # what RFC 3986 lets stand in a step of an address

CELL = ("definition", "place", "period", "cut")


def says_the_cell(rows: models.QuerySet[Observation]) -> Exists:
    """Whether one of `rows` is of the same cell as the observation that is asked about."""
    return Exists(rows.filter(**{name: OuterRef(name) for name in CELL}))


class ObservationQuerySet(models.QuerySet["Observation"]):
    def current(self) -> ObservationQuerySet:
        """What the newest accepted release of each source says."""
        return self.filter(since__isnull=False, until__isnull=True)

    def as_of(self, date: dt.date) -> ObservationQuerySet:
        """What was current on a day."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=date), since__lte=date)

    def on(self, date: dt.date | None) -> ObservationQuerySet:
        """What was current on a day; what is current now where none is asked for."""
        return self.as_of(date) if date else self.current()

    def shown(self, date: dt.date | None) -> ObservationQuerySet:
        """The same, less what a release hides by now: from these something may be computed."""
        return self.as_of(date).not_hidden() if date else self.current()

    def ever(self) -> ObservationQuerySet:
        """What an accepted release said, whether or not a later one says otherwise."""
        return self.filter(since__isnull=False)

    def copied(self) -> ObservationQuerySet:
        """Those of the project’s own files: few, and each chosen by a person."""
        return self.filter(release__origin=v.Origin.FILES)

    def cells(self) -> list[tuple[str, str, str, str, str]]:
        """What the address of each figure is made of; one for each cell, however many say it."""
        columns = ("definition__indicator__slug", "definition__slug", "place", "period", "cut")
        found = self.order_by(*columns).values_list(*columns).distinct()
        return [(*cell[:4], cell[4] or TOTAL) for cell in found]

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

    definition = models.ForeignKey(
        Definition, models.PROTECT, related_name="observations", db_index=False
    )  # two indexes begin with it
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

    def get_absolute_url(self) -> str:
        """Of the cell, whoever says it: select `definition__indicator` with it."""
        indicator = self.definition.indicator.slug
        return cell_address(indicator, self.definition.slug, self.place, self.period, self.cut)

    @property
    def unseen(self) -> str:
        """Why there is no value: hidden to protect persons, or missing. Empty where there is one."""
        if self.value is not None:
            return ""
        is_hidden = self.secrecy == v.Secrecy.HIDDEN
        return str(v.Secrecy(self.secrecy).label if is_hidden else v.Quality(self.quality).label)

    @property
    def cell(self) -> tuple[int, int, str, str, str]:
        """What it is about: source, definition, place, period and cut. Uses `release`."""
        return (self.release.source_id, self.definition_id, self.place, self.period, self.cut)

    @property
    def parts(self) -> dict[str, str]:
        """Dimension to code; empty for the total."""
        return parts_of(self.cut)

    def is_current(self, date: dt.date | None = None) -> bool:
        """Whether it stands now, or stood on a day: as `current` and `as_of` find it."""
        if self.since is None or date is None:
            return self.since is not None and self.until is None
        return self.since <= date and (self.until is None or self.until > date)


def cell_address(indicator: str, definition: str, place: str, period: str, cut: str) -> str:
    """The permanent address of a figure, in the reader's language: that of its indicator, and what it is of.

    Put together here and not reversed: an export has hundreds of thousands.
    """
    tail = "/".join([_step(definition), _step(place), _step(period), _step(cut or TOTAL)])
    return f"{address('observatory:indicator', indicator)}{tail}/"


@lru_cache(maxsize=65536)
def _step(part: str) -> str:
    return quote(part, safe=IN_ADDRESS)


def ended_by(release: Release) -> Q:
    """Earlier values of its source that a release ends: it says their cell again, or no longer does.

    A whole one ends all of its definitions: so half a million cells need not be looked up one by one.
    """
    own = Observation.objects.filter(release=release)
    if release.is_whole:
        return Q(definition__in=list(own.values_list("definition", flat=True).distinct()))
    return Q(says_the_cell(own))


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

    def get_absolute_url(self) -> str:
        """Of the cell that it is about: select `definition__indicator` with it."""
        indicator = self.definition.indicator.slug
        return cell_address(indicator, self.definition.slug, self.place, self.period, self.cut)
