"""What hangs on an action: milestones, money, moved dates, other plans, other levels, data gaps, facts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Versioned
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.models.action import Action
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan.models import Document, Measure
from relais.apps.plan.vocabulary import Level


class Milestone(Versioned):
    """A step with a date. `weight` is its part in completion."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="milestones")
    title = TranslatedField()
    due_date = models.DateField(null=True)
    done_date = models.DateField(null=True)
    weight = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = [models.CheckConstraint(condition=Q(weight__gte=1), name="milestone_weighs_something")]

    @property
    def subjects(self) -> list[str]:
        return self.action.subjects

    @property
    def is_private(self) -> bool:
        return self.action.is_private


class Budget(Versioned):
    """Money of one year, in whole EUR: planned, committed, paid. Null is not known; 0 is nothing."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="budgets")
    year = models.PositiveSmallIntegerField()
    planned = models.PositiveBigIntegerField(null=True)
    committed = models.PositiveBigIntegerField(null=True)
    paid = models.PositiveBigIntegerField(null=True)
    source = models.URLField(max_length=400, null=True)

    class Meta:
        ordering = ("year",)
        constraints = [models.UniqueConstraint(fields=["action", "year"], name="budget_once_a_year")]

    @property
    def subjects(self) -> list[str]:
        return self.action.subjects

    @property
    def is_private(self) -> bool:
        return self.action.is_private


class DateChange(models.Model):
    """A date that moved: the old one stays, with the reason."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="date_changes")
    which = models.CharField(max_length=10, choices=[("start", "start"), ("due", "due")])
    before = models.DateField()
    after = models.DateField(null=True)
    reason = models.TextField()
    changed_date = models.DateField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("pk",)


class Absorption(Versioned):
    """The action went on inside another plan. The row stays when it comes back (`until_date`)."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="absorptions")
    into = TranslatedField()
    document = models.ForeignKey(Document, models.SET_NULL, null=True, related_name="+")
    since_date = models.DateField(null=True)
    until_date = models.DateField(null=True)
    reason = TranslatedField(null=True)
    source = models.URLField(max_length=400, null=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(since_date=None) | Q(until_date=None) | Q(until_date__gte=F("since_date")),
                name="absorbed_before_it_returns",
            )
        ]

    @property
    def subjects(self) -> list[str]:
        return self.action.subjects

    @property
    def is_private(self) -> bool:
        return self.action.is_private


class LevelRequest(Versioned):
    """What an action asks of another level of power, and the reply."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="level_requests")
    level = models.CharField(max_length=30, choices=Level)
    addressee = models.CharField(max_length=200)
    words = TranslatedField()
    asked_date = models.DateField()
    due_date = models.DateField(null=True)
    reply = models.CharField(max_length=20, choices=v.LevelReply, default=v.LevelReply.AWAITED)
    reply_date = models.DateField(null=True)
    reply_words = TranslatedField(null=True)
    reply_source = models.URLField(max_length=400, null=True)

    class Meta:
        ordering = ("asked_date", "pk")

    @property
    def subjects(self) -> list[str]:
        return self.action.subjects

    @property
    def is_private(self) -> bool:
        return self.action.is_private


class DataGapQuerySet(models.QuerySet["DataGap"]):
    def open(self) -> DataGapQuerySet:
        """Figures that are still wanted."""
        return self.filter(state=v.GapState.OPEN)


class DataGap(Versioned):
    """A figure that is missing, as a task with an owner. It hangs on an action, on a measure, or on both."""

    action = models.ForeignKey(Action, models.CASCADE, null=True, blank=True, related_name="data_gaps")
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, blank=True, related_name="data_gaps")
    wanted = TranslatedField()
    owner = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="data_gaps")
    due_date = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=v.GapState, default=v.GapState.OPEN)
    outcome = TranslatedField(null=True)
    closed_date = models.DateField(null=True)
    source = models.URLField(max_length=400, null=True)

    objects = DataGapQuerySet.as_manager()

    class Meta:
        ordering = ("due_date", "pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(action=None, measure=None), name="data_gap_hangs_on_something"
            )
        ]

    @property
    def subjects(self) -> list[str]:
        own = [f"data-gap:{self.pk}"]
        if self.measure:
            own.append(f"measure:{self.measure.number}")
        return [*own, *(self.action.subjects if self.action else [])]

    @property
    def is_private(self) -> bool:
        return self.action is not None and self.action.is_private


class Fact(models.Model):
    """Something publicly known of an action, with its source: what happened, when, where it was read."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="facts")
    words = TranslatedField()
    date = models.CharField(max_length=10, null=True, help_text="as far as known: 2023, 2023-06 or a day")
    source = models.URLField(max_length=400)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
