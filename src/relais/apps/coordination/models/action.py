"""An action: what someone does in answer to measures."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Versioned
from relais.apps.coordination import vocabulary as v
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan.models import Measure
from relais.apps.plan.vocabulary import Level


class ActionQuerySet(models.QuerySet["Action"]):
    """Ways of reading actions; more are added here, never in views."""

    def in_order(self) -> ActionQuerySet:
        return self.order_by("position", "pk")

    def published(self) -> ActionQuerySet:
        """What anyone may read: everything but drafts."""
        return self.filter(is_draft=False)


class Action(Versioned):
    """What someone does in answer to measures. Unknown is null, or “unknown” where a list has it.

    Timeliness and completion are computed (coordination.axes), never stored; `completion_by_hand` (0 to
    100) overrides the latter and needs its reason. Result is measured apart: `result_value` against
    `target_value`.
    """

    code = models.SlugField(unique=True, max_length=40)
    title = TranslatedField()
    description = TranslatedField(null=True)
    original_language = models.CharField(max_length=2, default="nl")
    is_draft = models.BooleanField(default=False, help_text="drafts are read by their owners and the cell")
    is_fictional = models.BooleanField(default=False)
    origin = models.CharField(max_length=20, choices=v.Origin, default=v.Origin.DECLARED)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="sub_actions")
    level = models.CharField(max_length=30, choices=Level, null=True)
    contact_point = models.CharField(
        max_length=300, null=True, help_text="public: a service, its mail or telephone"
    )
    contact_person = models.CharField(max_length=200, null=True, help_text="read by signed-in people only")
    start_date = models.DateField(null=True)
    due_date = models.DateField(null=True)
    finished_date = models.DateField(null=True)
    decision = models.CharField(max_length=20, choices=v.Decision, default=v.Decision.UNKNOWN)
    decision_date = models.DateField(null=True)
    decision_source = models.URLField(max_length=400, null=True)
    phase = models.CharField(max_length=20, choices=v.Phase, default=v.Phase.UNKNOWN)
    completion_by_hand = models.PositiveSmallIntegerField(null=True)
    completion_reason = models.TextField(default="", blank=True)
    expected_result = TranslatedField(null=True)
    indicator = models.CharField(max_length=200, null=True, help_text="what is counted, with its unit")
    target_value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    result_value = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    result_date = models.DateField(null=True)
    result_source = models.URLField(max_length=400, null=True)
    targets = models.JSONField(default=list)
    measures = models.ManyToManyField(Measure, through="AnsweredMeasure", related_name="actions")
    position = models.PositiveIntegerField(default=0)

    objects = ActionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(completion_by_hand=None) | Q(completion_by_hand__lte=100), name="at_most_all_done"
            ),
            models.CheckConstraint(
                condition=Q(completion_by_hand=None) | ~Q(completion_reason=""),
                name="completion_by_hand_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(start_date=None) | Q(due_date=None) | Q(start_date__lte=F("due_date")),
                name="action_starts_before_it_is_due",
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("coordination:action", self.code)

    @property
    def subjects(self) -> list[str]:
        """The action, its measures and its owners: their public logs tell of it. Uses prefetched rows."""
        measures = (f"measure:{a.measure.number}" for a in self.answered.all())
        owners = (f"organisation:{o.organisation.slug}" for o in self.owners.all())
        return [f"action:{self.code}", *measures, *owners]


class AnsweredMeasure(models.Model):
    """An action answers a measure, or a lettered part of it, whole or in part."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="answered")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="answered_by")
    letter = models.CharField(max_length=1, default="", blank=True)
    in_part = models.BooleanField(default=False)

    class Meta:
        ordering = ("measure__number", "letter")
        constraints = [
            models.UniqueConstraint(fields=["action", "measure", "letter"], name="measure_answered_once")
        ]


class Owner(models.Model):
    """An organisation that carries an action, with its role and, where it is known, its share in percent."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="owners")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="owned")
    role = models.CharField(max_length=20, choices=v.OwnerRole)
    share = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("role", "pk")
        constraints = [
            models.UniqueConstraint(fields=["action", "organisation"], name="owner_once_an_action"),
            models.CheckConstraint(condition=Q(share=None) | Q(share__lte=100), name="share_in_percent"),
        ]
