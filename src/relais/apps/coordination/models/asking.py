"""Asking an actor to carry a measure, and what it answers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection

from django.db import models
from django.db.models import Count, Prefetch, Q

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Versioned
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.asking import TONES, last_words, state_of
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import LocalText, TranslatedField
from relais.apps.plan.models import Actor, Measure


class MandateQuerySet(models.QuerySet["Mandate"]):
    def in_order(self) -> MandateQuerySet:
        return self.select_related("organisation", "actor").order_by("actor__position", "organisation__slug")

    def speakers(self) -> dict[int, list[Organisation]]:
        """Key of an actor to the organisations that speak for it. One query."""
        found: dict[int, list[Organisation]] = {}
        for mandate in self.in_order():
            found.setdefault(mandate.actor_id, []).append(mandate.organisation)
        return found

    def late_actions(self, today: dt.date) -> dict[int, int]:
        """Key of an actor to how many actions of those who speak for it are late. One query."""
        late = self.filter(
            organisation__owned__action__is_draft=False,
            organisation__owned__action__due_date__lt=today,
            organisation__owned__action__finished_date=None,
            organisation__owned__action__phase__in=set(v.Phase.values) - {v.Phase.FINISHED, v.Phase.STOPPED},
        )
        pairs = late.values_list("actor", "organisation__owned__action").distinct()
        return Counter(actor for actor, _action in pairs)


class Mandate(models.Model):
    """An organisation speaks for an actor that the advice names. A group may have many speakers."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="mandates")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="mandates")

    objects = MandateQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "actor"], name="mandate_once")]


def with_what_they_do(organisations: models.QuerySet[Organisation]) -> models.QuerySet[Organisation]:
    """Each with `speaks_for` (actors) and `carries` (actions that anyone may read)."""
    return organisations.annotate(
        speaks_for=Count("mandates", distinct=True),
        carries=Count("owned", filter=Q(owned__action__is_draft=False), distinct=True),
    )


class AskQuerySet(models.QuerySet["Ask"]):
    def whole(self) -> AskQuerySet:
        """With all that a list shows, and what `state` needs. Two queries whatever their number."""
        answers = AskAnswer.objects.select_related("organisation")
        return self.select_related("actor", "measure__theme").prefetch_related(Prefetch("answers", answers))

    def heard_by(self, organisation: Organisation) -> AskQuerySet:
        """What was asked of the actors that it speaks for."""
        return self.filter(actor__mandates__organisation=organisation)

    def names(self, keys: Collection[str]) -> dict[str, LocalText]:
        """The actor and the number of the measure, by the key of the ask as text. One query."""
        wanted = [int(key) for key in keys if key.isdecimal() and len(key) < 19]
        return {
            str(ask.pk): LocalText({code: f"{name}, {ask.of}" for code, name in ask.actor.name.items()})
            for ask in self.filter(pk__in=wanted).select_related("actor", "measure")
        }

    def states_by_actor(self, today: dt.date) -> dict[int, list[v.AskState]]:
        """Key of an actor to the states of all that it was asked. Two queries."""
        found: dict[int, list[v.AskState]] = {}
        for ask in self.prefetch_related("answers"):
            found.setdefault(ask.actor_id, []).append(ask.state(today))
        return found


class Ask(Versioned):
    """The cell asks an actor to carry a measure, or a part of it, or to share in it.

    Its state is computed (`coordination.asking.state_of`): the last answers, or silence after the due date.
    """

    actor = models.ForeignKey(Actor, models.PROTECT, related_name="asks")
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="asks")
    letter = models.CharField(max_length=1, default="", blank=True)
    kind = models.CharField(max_length=10, choices=v.AskKind)
    words = TranslatedField(help_text="what is asked, in the languages in which it was written")
    asked_date = models.DateField()
    due_date = models.DateField()
    is_fictional = models.BooleanField(default=False)

    objects = AskQuerySet.as_manager()

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

    @property
    def of(self) -> str:
        """The number of its measure, with the letter of the part: 16, 16a."""
        return f"{self.measure.number}{self.letter}"

    def state(self, today: dt.date) -> v.AskState:
        """How it stands today; uses the prefetched `answers`."""
        return state_of(self.answers.all(), self.due_date, today)

    def answered_by(self) -> frozenset[int]:
        """Keys of the organisations that have answered since the cell last asked."""
        return frozenset(last_words(self.answers.all()))


class AskAnswer(models.Model):
    """One dated, reasoned step: an answer, or the cell withdraws or asks again. Every step stays.

    An actor may answer again. Asking again moves the due date: both dates are kept here.
    """

    ask = models.ForeignKey(Ask, models.CASCADE, related_name="answers")
    reply = models.CharField(max_length=20, choices=v.Reply)
    reason = models.TextField()
    language = models.CharField(max_length=2)
    answered_date = models.DateField()
    old_due_date = models.DateField(null=True)
    new_due_date = models.DateField(null=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="spoken")

    class Meta:
        ordering = ("pk",)

    @property
    def tone(self) -> str:
        """The mark beside its word."""
        return TONES.get(v.AskState(self.reply), "waiting") if self.reply in v.AskState.values else "waiting"
