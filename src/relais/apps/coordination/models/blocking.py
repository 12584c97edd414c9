"""What stops an action, and what must come first."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from django.db import models
from django.db.models import Q

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Versioned
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.models.action import Action
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan.models import Actor
from relais.core.chain import gates


class Standing(Protocol):
    """How an action stands: the action itself, or a light row of it."""

    @property
    def decision(self) -> str: ...
    @property
    def phase(self) -> str: ...
    @property
    def finished_date(self) -> dt.date | None: ...


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
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_date=None) | Q(lifted_date__gte=models.F("since_date")),
                name="blocker_lifted_after_it_began",
            )
        ]

    @property
    def is_open(self) -> bool:
        return self.lifted_date is None

    @property
    def is_private(self) -> bool:
        return self.action.is_private

    @property
    def subjects(self) -> list[str]:
        return [f"blocker:{self.pk}", *self.action.subjects]


class Gate(Versioned):
    """An action may start once another is adopted or finished, or once an indicator reaches a value.

    `aim` says from which side. Whether it is open is computed (`state`), never stored.
    """

    action = models.ForeignKey(Action, models.CASCADE, related_name="gates")
    kind = models.CharField(max_length=20, choices=v.GateKind)
    other = models.ForeignKey(Action, models.PROTECT, null=True, related_name="opens")
    indicator = models.CharField(max_length=200, null=True)
    aim = models.CharField(max_length=10, choices=v.Aim, default=v.Aim.AT_LEAST)
    threshold = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True, help_text="last known value")
    value_date = models.DateField(null=True)
    value_source = models.URLField(max_length=400, null=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(value=None) | Q(value_date__isnull=False), name="gate_value_has_its_day"
            ),
            models.CheckConstraint(
                condition=Q(kind="indicator", indicator__isnull=False, threshold__isnull=False, other=None)
                | (~Q(kind="indicator") & Q(other__isnull=False)),
                name="gate_waits_for_one_thing",
            ),
            models.CheckConstraint(condition=~Q(action=models.F("other")), name="gate_is_not_its_own"),
        ]

    @property
    def is_private(self) -> bool:
        return self.action.is_private

    def state(self, other: Standing | None) -> v.GateState:
        """From what is known in public: `other` as it stands, or None when nobody may read it (a draft)."""
        if self.kind == v.GateKind.INDICATOR:
            assert self.threshold is not None  # gate_waits_for_one_thing
            return v.GateState(gates.reached(self.value, self.threshold, at_most=self.aim == v.Aim.AT_MOST))
        if other is None:
            return v.GateState.UNKNOWN
        if self.kind == v.GateKind.ADOPTED:
            return v.GateState(gates.adopted(other.decision))
        return v.GateState(gates.finished("finished" if other.finished_date else other.phase))

    @property
    def subjects(self) -> list[str]:
        return self.action.subjects
