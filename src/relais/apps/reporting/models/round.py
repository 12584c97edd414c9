"""A round: one year in which every action is asked for a report."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Count, F, Q
from django.utils import timezone

from relais.apps.audit.models import Versioned
from relais.apps.languages.addresses import address
from relais.apps.reporting import vocabulary as v


class RoundQuerySet(models.QuerySet["Round"]):
    def newest_first(self) -> RoundQuerySet:
        return self.order_by("-period_to", "-pk")

    def running(self) -> RoundQuerySet:
        """Opened and not yet closed."""
        return self.filter(closed_at=None)

    def counted(self, day: dt.date | None = None) -> RoundQuerySet:
        """Each with how many reports it asked for and how they stand on `day`, or today (Round.standings)."""
        silent = Q(reports__submitted_at=None) & (
            Q(due_date__lt=day or timezone.localdate()) | Q(reports__locked_at__isnull=False)
        )
        return self.annotate(
            asked_count=Count("reports"),
            validated_count=Count("reports", filter=Q(reports__state=v.ReportState.VALIDATED)),
            submitted_count=Count("reports", filter=Q(reports__state=v.ReportState.SUBMITTED)),
            returned_count=Count("reports", filter=Q(reports__state=v.ReportState.RETURNED) & ~silent),
            silent_count=Count("reports", filter=silent),
        )


class Round(Versioned):
    """`label` names it in addresses and papers: "2026". It runs from opened_at until closed_at."""

    label = models.SlugField(unique=True, max_length=20)
    period_from = models.DateField()
    period_to = models.DateField()
    due_date = models.DateField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    is_fictional = models.BooleanField(default=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(period_from__lte=F("period_to")), name="round_begins_before_it_ends"
            ),
            models.CheckConstraint(
                condition=Q(due_date__gte=F("period_from")), name="round_is_due_after_it_begins"
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("reporting:round", self.label)

    @property
    def subjects(self) -> list[str]:
        return [f"round:{self.label}"]

    @property
    def is_running(self) -> bool:
        return self.closed_at is None

    @property
    def is_overdue(self) -> bool:
        """Whether its due date has passed, open or closed."""
        return self.due_date < _today()

    @property
    def standings(self) -> list[tuple[v.Standing, int]]:
        """How many reports stand how; they add up to `asked_count`. Only on rows of `counted()`."""
        told: dict[v.Standing, int] = {
            standing: getattr(self, f"{standing}_count")
            for standing in v.Standing
            if standing != v.Standing.AWAITED
        }
        asked: int = getattr(self, "asked_count")  # noqa: B009 (only rows of `counted()` have it)
        told[v.Standing.AWAITED] = asked - sum(told.values())
        return [(standing, told[standing]) for standing in v.Standing]


def _today() -> dt.date:
    return timezone.localdate()
