"""What stops an action, and what must come first."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Versioned
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.models.action import Action
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan.models import Actor


class Blocker(Versioned):
    """Why an action does not move, since when, and who can lift it.

    What it holds up is computed over the chain.
    """

    action = models.ForeignKey(Action, models.CASCADE, related_name="blockers")
    cause = models.CharField(max_length=20, choices=v.Cause)
    words = TranslatedField()
    since_date = models.DateField()
    lifter = models.ForeignKey(
        Actor,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="the actor that can lift it; null: unknown",
    )
    lifted_date = models.DateField(null=True)
    lifted_words = models.TextField(default="", blank=True)
    reported_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("since_date", "pk")

    @property
    def subjects(self) -> list[str]:
        return [f"blocker:{self.pk}", *self.action.subjects]


class Gate(Versioned):
    """An action may start once another is adopted or finished, or once an indicator reaches a value."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="gates")
    kind = models.CharField(max_length=20, choices=v.GateKind)
    other = models.ForeignKey(Action, models.PROTECT, null=True, related_name="opens")
    indicator = models.CharField(max_length=200, null=True)
    threshold = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True, help_text="last known value")
    value_date = models.DateField(null=True)
    value_source = models.URLField(max_length=400, null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="indicator", indicator__isnull=False, threshold__isnull=False, other=None)
                | (~Q(kind="indicator") & Q(other__isnull=False)),
                name="gate_waits_for_one_thing",
            ),
            models.CheckConstraint(condition=~Q(action=models.F("other")), name="gate_is_not_its_own"),
        ]

    @property
    def subjects(self) -> list[str]:
        return self.action.subjects
