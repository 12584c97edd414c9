"""The plan of 2021, and which of its actions answer a measure."""

from __future__ import annotations

from django.db import models
from django.db.models import Count

from relais.apps.languages.fields import TranslatedField
from relais.apps.plan import vocabulary as v
from relais.apps.plan.models.documents import Document
from relais.apps.plan.models.measures import Measure


class EarlierActionQuerySet(models.QuerySet["EarlierAction"]):
    def top_level(self) -> EarlierActionQuerySet:
        """Without sub-actions such as 1.2."""
        return self.filter(parent_number=None)

    def how_much_is_known(self) -> dict[str, int]:
        """How many `actions` there are, and of how many the title was found (`known_titles`)."""
        return self.aggregate(actions=Count("pk"), known_titles=Count("title"))


class EarlierAction(models.Model):
    """An action of the 2021 plan; a title that was not found is NULL and is shown as not found."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="actions")
    number = models.CharField(max_length=10)
    parent_number = models.CharField(max_length=10, null=True)
    axis = TranslatedField(null=True)
    title = TranslatedField(null=True)
    lead = models.CharField(max_length=400, null=True)
    source = models.URLField(max_length=400, null=True)
    position = models.PositiveSmallIntegerField()

    objects = EarlierActionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="action_number_once")]

    @property
    def anchor(self) -> str:
        """Where this action stands on its document's page."""
        return f"action-{self.number.replace('.', '-')}"


class Answer(models.Model):
    """Editorial concordance: an action of the 2021 plan answers a measure, whole or in part."""

    action = models.ForeignKey(EarlierAction, models.CASCADE, related_name="answers")
    measure = models.ForeignKey(Measure, models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=20, choices=v.AnswerKind)
    reason = TranslatedField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "measure"], name="answer_once")]
