"""Asking an actor to carry a measure, and what it answers."""

from __future__ import annotations

from django.db import models

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Versioned
from relais.apps.coordination import vocabulary as v
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan.models import Actor, Measure


class Mandate(models.Model):
    """An organisation speaks for an actor that the advice names. A group may have many speakers."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="mandates")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="mandates")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "actor"], name="mandate_once")]


class Ask(Versioned):
    """The cell asks an actor to carry a measure, or a part of it, or to share in it.

    Its state is computed (`coordination.asking.state_of`): the last answer, or silence after the due date.
    """

    actor = models.ForeignKey(Actor, models.PROTECT, related_name="asks")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="asks")
    letter = models.CharField(max_length=1, default="", blank=True)
    kind = models.CharField(max_length=10, choices=v.AskKind)
    words = TranslatedField(help_text="what is asked, in the languages in which it was written")
    asked_date = models.DateField()
    due_date = models.DateField()
    is_fictional = models.BooleanField(default=False)

    class Meta:
        ordering = ("measure__number", "letter", "pk")
        constraints = [
            models.UniqueConstraint(fields=["actor", "measure", "letter", "kind"], name="ask_once"),
            models.CheckConstraint(
                condition=models.Q(due_date__gte=models.F("asked_date")), name="ask_is_due_after_it_is_asked"
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("coordination:ask", self.pk)

    @property
    def subjects(self) -> list[str]:
        return [f"ask:{self.pk}", f"measure:{self.measure.number}", f"actor:{self.actor.slug}"]


class AskAnswer(models.Model):
    """One dated, reasoned answer. An actor may answer again: every answer stays."""

    ask = models.ForeignKey(Ask, models.CASCADE, related_name="answers")
    reply = models.CharField(max_length=20, choices=v.Reply)
    reason = models.TextField()
    language = models.CharField(max_length=2)
    answered_date = models.DateField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
