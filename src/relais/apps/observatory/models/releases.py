"""Who says figures, in which editions; the file of an edition, which stays in the house."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import LocalText, TranslatedField
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.periods import period_in_words
from relais.core.texts.text import Text

READ = re.compile(r"read-(\d{4}-\d{2}-\d{2})", re.ASCII)  # an edition that only has the day we read it


class Source(models.Model):
    """Who says figures, in releases."""

    slug = models.SlugField(max_length=80, unique=True)
    title: TranslatedField[Text, LocalText] = TranslatedField()
    publisher: TranslatedField[Text, LocalText] = TranslatedField()
    producer = models.SlugField(null=True, help_text="whose figures they are, of coverage.yaml")
    kind = models.CharField(max_length=20, choices=v.SourceKind)
    url = models.URLField(max_length=500)
    licence = models.CharField(max_length=200, null=True)


class ReleaseQuerySet(models.QuerySet["Release"]):
    def accepted(self) -> ReleaseQuerySet:
        return self.filter(state=v.State.ACCEPTED)

    def proposed(self) -> ReleaseQuerySet:
        """Those that wait for a person to judge them."""
        return self.filter(state=v.State.PROPOSED)

    def brought_in(self) -> ReleaseQuerySet:
        """Those that people proposed, whatever became of them."""
        return self.filter(origin=v.Origin.IMPORTED)

    def public_pages(self) -> Iterator[tuple[str, *tuple[str | int, ...]]]:
        """Name and arguments of the page of each."""
        for arguments in self.accepted().values_list("source__slug", "edition"):
            yield "observatory:release", *arguments

    def in_order(self) -> ReleaseQuerySet:
        """In the order in which they count: of one day, the one that was accepted last comes last."""
        return self.order_by("available_date", F("judged_at").asc(nulls_first=True), "pk")

    def newest_first(self) -> ReleaseQuerySet:
        return self.order_by("-available_date", "-pk")


class Release(models.Model):
    """One edition of a source: what it said on a day. `available_date` is the day from which it counts here.

    Of what was copied into the files, that is the day of publication as far as known, else the day on which
    it was read. Of what was imported, it is the day on which it was accepted, whenever it was published: what
    stood here on a day must stay what “as of” that day gives. Until it is accepted, the day of the proposal.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="releases")
    edition = models.CharField(max_length=60)
    published = models.CharField(max_length=10, null=True, help_text="2020, 2020-11 or 2020-11-19")
    available_date = models.DateField()
    recorded_at = models.DateTimeField()
    origin = models.CharField(max_length=10, choices=v.Origin)
    state = models.CharField(max_length=10, choices=v.State)
    is_whole = models.BooleanField(help_text="what it does not say is gone; else its silence says nothing")
    recipe = models.CharField(max_length=80, null=True, help_text="slug of how its file was read")
    sha256 = models.CharField(max_length=64, null=True, help_text="of the file that was read")
    is_raw = models.BooleanField(default=False, help_text="its file has numbers that are hidden here")
    note = models.TextField(default="", blank=True)
    proposed_by = models.CharField(max_length=80, null=True, help_text="slug of an organisation")
    proposer = models.PositiveIntegerField(null=True, help_text="key of a person, who may not accept it")
    judged_by = models.CharField(max_length=80, null=True, help_text="slug of an organisation")
    judged_at = models.DateTimeField(null=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        constraints = [
            # what was refused may be mended and proposed again
            models.UniqueConstraint(
                fields=["source", "edition"],
                name="edition_once_a_source",
                condition=~Q(state=v.State.REFUSED),
            ),
            models.UniqueConstraint(
                fields=["source", "sha256"],
                name="file_once_a_source",
                condition=Q(sha256__isnull=False) & ~Q(state=v.State.REFUSED),
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("observatory:release", self.source.slug, self.edition)

    @property
    def anchor(self) -> str:
        """Where it stands in a list of editions."""
        return f"r{self.pk}"

    @property
    def edition_in_words(self) -> str:
        """“2024”; “read on 23 November 2026” for what its source does not number."""
        read = READ.fullmatch(self.edition)
        if read is None:
            return self.edition
        return _("read on %(day)s") % {"day": date_format(dt.date.fromisoformat(read[1]))}

    @property
    def published_in_words(self) -> str:
        """“November 2020”; "" where it is not known."""
        return period_in_words(self.published) if self.published else ""

    @property
    def public_sha256(self) -> str | None:
        """None for a raw file: who knows all but a few of its numbers could try those until the hash fits."""
        return None if self.is_raw else self.sha256

    @property
    def subjects(self) -> Iterable[str]:
        """The name under which the trail knows it."""
        return (f"release:{self.source.slug}/{self.edition}",)


class KeptFile(models.Model):
    """The file that a release was read from. It may hold numbers that are hidden: no page ever shows it."""

    release = models.OneToOneField(Release, models.CASCADE, related_name="kept_file")
    name = models.CharField(max_length=200)
    content = models.BinaryField(help_text="compressed; `sha256` of the release is of what was compressed")


class Outline(models.Model):
    """The shape of a place, from a release of geometry: maps are drawn on it, else on tiles."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="outlines")
    place = models.CharField(max_length=20)
    geometry = models.JSONField(help_text="Polygon or MultiPolygon of GeoJSON: longitude, latitude")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "place"], name="outline_once_a_release")]
