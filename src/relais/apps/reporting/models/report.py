"""A report: the five standing questions, answered for one action in one round."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.audit.models import Versioned
from relais.apps.coordination import vocabulary as c
from relais.apps.coordination.models import Action, AnsweredMeasure
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import LocalText
from relais.apps.plan.models import Theme
from relais.apps.reporting import vocabulary as v
from relais.apps.reporting.models.round import Round

NARRATIVE = (
    "language",
    *(f"{question}_{part}" for question in v.Question.values for part in ("answer", "words")),
    "planned", "committed", "paid", "staff", "partners", "cause",
    "decision", "phase", "completion", "completion_reason", "result_value", "result_date", "result_source",
)  # fmt: skip
"""What its owners write: everything but the state and the signatures."""


class ReportQuerySet(models.QuerySet["Report"]):
    def whole(self) -> ReportQuerySet:
        """With all that a page, a permission or the trail reads of one: four queries, however many rows."""
        return self.select_related(
            "round", "action", "submitted_by", "returned_by", "validated_by"
        ).prefetch_related("action__owners__organisation", "action__answered__measure")

    def names(self, keys: Collection[str]) -> dict[str, LocalText]:
        """Action and round, by the key that the trail has of a report ("a-12:2026"). One query."""
        codes = {key.partition(":")[0] for key in keys}
        rows = self.filter(action__code__in=codes, action__is_draft=False).select_related("action", "round")
        return {
            f"{row.action.code}:{row.round.label}": LocalText(
                {code: f"{title}, {row.round.label}" for code, title in row.action.title.items()}
            )
            for row in rows
        }

    def in_order(self) -> ReportQuerySet:
        return self.order_by("action__position", "action__pk")

    def newest_first(self) -> ReportQuerySet:
        return self.select_related("round", "action").order_by("-round__period_to", "action__position", "-pk")

    def in_theme(self, theme: Theme) -> ReportQuerySet:
        """Those of published actions that answer a measure of the theme, each once."""
        answering = AnsweredMeasure.objects.filter(measure__theme=theme).values("action")
        return self.filter(action__is_draft=False, action__in=answering).select_related("round")

    def validated(self) -> ReportQuerySet:
        """What anyone may read."""
        return self.filter(state=v.ReportState.VALIDATED, action__is_draft=False)

    def published(self) -> ReportQuerySet:
        """Those that have a page, whatever stands on it: all but those of actions that are drafts."""
        return self.filter(action__is_draft=False)

    def waiting(self) -> ReportQuerySet:
        """Where someone has something to do: the owners to write, or the cell to judge."""
        return self.published().filter(locked_at=None).exclude(state=v.ReportState.VALIDATED)

    def silent(self) -> ReportQuerySet:
        """Never submitted, and the due date is past or the round closed."""
        return self.filter(
            Q(round__due_date__lt=timezone.localdate()) | Q(locked_at__isnull=False), submitted_at=None
        )

    def standing(self, standing: str) -> ReportQuerySet:
        """Those that stand so today: the same as Report.standing, in the database."""
        silent = self.silent().values("pk")
        match standing:
            case v.Standing.SILENT:
                return self.filter(pk__in=silent)
            case v.Standing.AWAITED:
                return self.filter(state=v.ReportState.DRAFT).exclude(pk__in=silent)
        return self.filter(state=standing)

    def of(self, who: Who) -> ReportQuerySet:
        """Those of actions that an organisation of this person owns."""
        keys = who.organisations_as(Role.MEMBER, Role.REFERENT)
        return self.filter(action__owners__organisation__in=keys).distinct()

    def taken_by(self, who: Who) -> ReportQuerySet:
        """Those that this person takes as a file: the cell all, anyone else those of their organisations."""
        return self.all() if who.is_cell else self.of(who)

    def latest_validated(self) -> ReportQuerySet:
        """The last validated report of each action: one row an action."""
        mine = Report.objects.validated().filter(action=OuterRef("action"))
        return self.filter(pk=Subquery(mine.order_by("-round__period_to", "-pk").values("pk")[:1]))

    def newest_of(self, actions: Iterable[int]) -> ReportQuerySet:
        """The report of the newest round of each of these actions, whatever its state: one row an action."""
        mine = Report.objects.filter(action=OuterRef("action")).order_by("-round__period_to", "-pk")
        found = self.filter(action__in=list(actions), pk=Subquery(mine.values("pk")[:1]))
        return found.select_related("round", "action")

    def before(self, report: Report) -> ReportQuerySet:
        """Validated reports of the same action for earlier periods, the last one first."""
        earlier = self.validated().filter(
            action=report.action_id, round__period_to__lt=report.round.period_to
        )
        return earlier.select_related("round").order_by("-round__period_to", "-pk")


class Report(Versioned):
    """What was done, spent, by whom, what did not start and why, what is next; and how far it came.

    Answers are `v.Answer`, blank where none was given. Amounts are whole EUR of the period; null is not
    known, 0 is nothing. Staff is in full-time equivalents. Decision, phase, completion and result are what
    the owners propose for the action: blank or null proposes no change.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="reports")
    action = models.ForeignKey(Action, models.PROTECT, related_name="reports")
    state = models.CharField(max_length=12, choices=v.ReportState, default=v.ReportState.DRAFT)
    language = models.CharField(max_length=2, default="nl")

    done_answer = models.CharField(max_length=8, choices=v.Answer, default="", blank=True)
    done_words = models.TextField(default="", blank=True)
    spent_answer = models.CharField(max_length=8, choices=v.Answer, default="", blank=True)
    spent_words = models.TextField(default="", blank=True)
    planned = models.PositiveBigIntegerField(null=True)
    committed = models.PositiveBigIntegerField(null=True)
    paid = models.PositiveBigIntegerField(null=True)
    worked_answer = models.CharField(max_length=8, choices=v.Answer, default="", blank=True)
    worked_words = models.TextField(default="", blank=True)
    staff = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    partners = models.CharField(max_length=400, default="", blank=True)
    stalled_answer = models.CharField(max_length=8, choices=v.Answer, default="", blank=True)
    stalled_words = models.TextField(default="", blank=True)
    cause = models.CharField(max_length=20, choices=c.Cause, default="", blank=True)
    next_answer = models.CharField(max_length=8, choices=v.Answer, default="", blank=True)
    next_words = models.TextField(default="", blank=True)

    decision = models.CharField(max_length=20, choices=c.Decision, default="", blank=True)
    phase = models.CharField(max_length=20, choices=c.Phase, default="", blank=True)
    completion = models.PositiveSmallIntegerField(null=True)
    completion_reason = models.CharField(max_length=300, default="", blank=True)
    result_value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    result_date = models.DateField(null=True)
    result_source = models.URLField(max_length=400, default="", blank=True)

    submitted_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    returned_at = models.DateTimeField(null=True)
    return_note = models.TextField(default="", blank=True)
    validated_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    validated_at = models.DateTimeField(null=True)
    locked_at = models.DateTimeField(null=True, help_text="its round closed; null: open, or reopened")
    reopened_at = models.DateTimeField(null=True)
    reopened_why = models.TextField(default="", blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "action"], name="report_once_a_round"),
            models.CheckConstraint(
                condition=Q(completion=None) | (Q(completion__lte=100) & ~Q(completion_reason="")),
                name="reported_completion_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="validated")
                | Q(validated_at__gte=F("submitted_at"), validated_by__isnull=False),
                name="report_is_submitted_before_it_is_validated",
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("reporting:report", self.round.label, self.action.code)

    @property
    def subjects(self) -> list[str]:
        """The report, its round, its action and what that belongs to. Uses the rows of `whole()`."""
        return [f"report:{self.action.code}:{self.round.label}", *self.round.subjects, *self.action.subjects]

    @property
    def standing(self) -> v.Standing:
        """Its state, or what the absence of a report means today. Uses `round`."""
        return self.standing_on(timezone.localdate())

    def standing_on(self, day: dt.date) -> v.Standing:
        """Its state, or what the absence of a report means on `day`. Uses `round`."""
        if self.submitted_at is None and (self.locked_at or self.round.due_date < day):
            return v.Standing.SILENT
        return v.Standing.AWAITED if self.state == v.ReportState.DRAFT else v.Standing(self.state)

    @property
    def tone(self) -> str:
        return v.TONES[self.standing]

    @property
    def is_open(self) -> bool:
        """Whether its owners can still write: not locked, not waiting for the cell, not validated."""
        return self.locked_at is None and self.state in (v.ReportState.DRAFT, v.ReportState.RETURNED)

    @property
    def is_validated(self) -> bool:
        return self.state == v.ReportState.VALIDATED
