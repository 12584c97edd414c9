"""Evidence: what backs a report, as a link or as a file."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from relais.apps.accounts.models import Organisation
from relais.apps.languages.addresses import address
from relais.apps.reporting import vocabulary as v
from relais.apps.reporting.models.report import Report


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def kept(self) -> EvidenceQuerySet:
        """What was not removed."""
        return self.filter(removed_at=None)

    def public(self) -> EvidenceQuerySet:
        """What backs validated reports, removed or not, report by report."""
        mine = self.filter(report__state=v.ReportState.VALIDATED, report__action__is_draft=False)
        return mine.select_related("report__round", "report__action", "attached_by").order_by(
            "report__round__period_to", "report__action__code", "attached_at", "pk"
        )

    def files(self) -> EvidenceQuerySet:
        return self.exclude(sha256="")


class Evidence(models.Model):
    """A link, or a file kept under its SHA-256. What is removed leaves this row: when, by whom and why."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="evidence")
    title = models.CharField(max_length=200)
    url = models.URLField(max_length=400, default="", blank=True)
    sha256 = models.CharField(max_length=64, default="", blank=True, db_index=True)
    name = models.CharField(
        max_length=120, default="", blank=True, help_text="for the download; never a path"
    )
    media_type = models.CharField(max_length=100, choices=v.MediaType, default="", blank=True)
    size = models.PositiveIntegerField(null=True, help_text="bytes")
    is_scanned = models.BooleanField(default=False, help_text="a scanner looked at it and let it pass")
    attached_by = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    attached_at = models.DateTimeField()
    removed_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_why = models.TextField(default="", blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ("attached_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=(Q(sha256="") & ~Q(url="")) | (~Q(sha256="") & Q(url="", size__isnull=False)),
                name="evidence_is_a_link_or_a_file",
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None) | ~Q(removed_why=""), name="evidence_is_removed_for_a_reason"
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.url or address("reporting:file", self.pk)

    @property
    def is_kept(self) -> bool:
        return self.removed_at is None
