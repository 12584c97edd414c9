"""Opinions on points, what the authority answers, and what that changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Count, Q

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Event, Versioned
from relais.apps.consultation import vocabulary as v
from relais.apps.consultation.models.consultation import Consultation, Point
from relais.apps.coordination.models import Action
from relais.apps.plan.models import Measure


class Answer(Versioned):
    """The authority's reply, with its reason; one answer may reply to several opinions at once."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="answers")
    number = models.PositiveIntegerField(help_text="within its consultation")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=20, choices=v.Verdict)
    reason = models.TextField()
    language = models.CharField(max_length=2)
    answered_date = models.DateField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="answer_number_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="answer_has_a_reason"),
        ]

    @property
    def subjects(self) -> list[str]:
        return self.consultation.subjects


class OpinionQuerySet(models.QuerySet["Opinion"]):
    def in_order(self) -> OpinionQuerySet:
        return self.order_by("point__number", "number")

    def of(self, consultation: Consultation) -> OpinionQuerySet:
        return self.filter(point__consultation=consultation)

    def counted(self) -> OpinionQuerySet:
        """What a moderator has read: shown, and hidden with its reason."""
        return self.filter(moderation__in=v.COUNTED)

    def shown(self) -> OpinionQuerySet:
        return self.filter(moderation=v.Moderation.SHOWN)

    def waiting(self) -> OpinionQuerySet:
        """What no moderator has read yet."""
        return self.filter(moderation=v.Moderation.WAITING)

    def unanswered(self) -> OpinionQuerySet:
        """Shown, and without an answer."""
        return self.shown().filter(answer=None)

    def to_do(self) -> dict[int, tuple[int, int]]:
        """Key of a consultation to how many have no answer, and how many no moderator has read. One query."""
        counted = self.order_by().values_list("point__consultation").annotate(
            unanswered=Count("pk", filter=Q(moderation=v.Moderation.SHOWN, answer=None)),
            waiting=Count("pk", filter=Q(moderation=v.Moderation.WAITING)),
        )  # fmt: skip
        return {key: (unanswered, waiting) for key, unanswered, waiting in counted}

    def givers(self) -> dict[int, set[int]]:
        """Key of a consultation to the organisations that gave an opinion in it. One query."""
        found: dict[int, set[int]] = {}
        pairs = self.order_by().exclude(organisation=None).values_list("point__consultation", "organisation")
        for consultation, organisation in pairs.distinct():
            found.setdefault(consultation, set()).add(organisation)
        return found

    def leading_to_change(self) -> OpinionQuerySet:
        """Accepted, whole or in part."""
        return self.filter(answer__verdict__in=v.LEADS_TO_CHANGE)

    def whole(self) -> OpinionQuerySet:
        """With who gave it, on what, the answer, and what it led to."""
        return (
            self.in_order()
            .select_related("organisation", "answer__organisation", "point__consultation")
            .prefetch_related("changes")
        )


class Opinion(Versioned):
    """What an organisation, or a member of the public, says of a point.

    Of a member of the public nothing is kept but their words and, if they chose one, their kind. Dates are
    days, not moments. Words are shown once a moderator has read them.
    """

    point = models.ForeignKey(Point, models.PROTECT, related_name="opinions")
    number = models.PositiveIntegerField(help_text="within its point")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="opinions"
    )
    giver = models.CharField(max_length=20, choices=v.Giver, null=True, blank=True)
    position = models.CharField(max_length=20, choices=v.Position)
    words = models.TextField(default="", blank=True)
    wording = models.TextField(default="", blank=True, help_text="proposed instead of the text of the point")
    language = models.CharField(max_length=2)
    given_date = models.DateField()
    moderation = models.CharField(max_length=20, choices=v.Moderation, default=v.Moderation.WAITING)
    hidden_reason = models.CharField(max_length=20, choices=v.HiddenReason, null=True, blank=True)
    is_redacted = models.BooleanField(default=False, help_text="a moderator took words out; none were kept")
    platform = models.CharField(max_length=80, null=True, help_text="where it was given, if not here")
    reference = models.CharField(max_length=80, null=True, help_text="what it is called there")
    answer = models.ForeignKey(Answer, models.PROTECT, null=True, blank=True, related_name="opinions")

    objects = OpinionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["point", "number"], name="opinion_number_once_a_point"),
            models.UniqueConstraint(fields=["point", "organisation"], name="opinion_once_an_organisation"),
            models.UniqueConstraint(fields=["point", "platform", "reference"], name="opinion_imported_once"),
            models.CheckConstraint(
                condition=Q(organisation=None, giver__isnull=False)
                | Q(organisation__isnull=False, giver=None),
                name="opinion_is_of_an_organisation_or_of_the_public",
            ),
            models.CheckConstraint(
                condition=Q(moderation="hidden", hidden_reason__isnull=False)
                | ~Q(moderation="hidden") & Q(hidden_reason=None),
                name="hidden_opinion_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(platform=None, reference=None)
                | Q(platform__isnull=False, reference__isnull=False),
                name="imported_opinion_names_its_platform",
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{self.point.get_absolute_url()}?opinion={self.number}#{self.anchor}"

    @property
    def code(self) -> str:
        """How people call it: 2.14 is the fourteenth opinion on point 2."""
        return f"{self.point.number}.{self.number}"

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its point."""
        return f"opinion-{self.point.number}-{self.number}"

    @property
    def is_shown(self) -> bool:
        return self.moderation == v.Moderation.SHOWN

    @property
    def subjects(self) -> list[str]:
        organisation = [f"organisation:{self.organisation.slug}"] if self.organisation else []
        return [*self.point.subjects, *organisation]


class ChangeQuerySet(models.QuerySet["Change"]):
    def whole(self) -> ChangeQuerySet:
        """With what changed and the opinions that led to it."""
        return (
            self.order_by("pk")
            .select_related("organisation", "action", "measure", "other_measure", "event")
            .prefetch_related(
                models.Prefetch(
                    "opinions",
                    Opinion.objects.in_order().select_related("point__consultation", "organisation"),
                )
            )
        )


class Change(models.Model):
    """What accepted opinions led to: in an action, a measure's follow-up, a link between two measures.

    `event` is the act that made the change, where the trail has it.
    """

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="changes")
    number = models.PositiveIntegerField(help_text="within its consultation")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    opinions = models.ManyToManyField(Opinion, related_name="changes")
    words = models.TextField()
    language = models.CharField(max_length=2)
    noted_date = models.DateField()
    action = models.ForeignKey(Action, models.PROTECT, null=True, blank=True, related_name="changes")
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, blank=True, related_name="changes")
    other_measure = models.ForeignKey(
        Measure, models.PROTECT, null=True, blank=True, related_name="+",
        help_text="with `measure`: the link between the two",
    )  # fmt: skip
    event = models.ForeignKey(Event, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="change_number_once"),
            models.CheckConstraint(
                condition=~Q(action=None, measure=None, event=None), name="change_points_to_what_changed"
            ),
            models.CheckConstraint(
                condition=Q(other_measure=None) | Q(measure__isnull=False), name="link_has_two_ends"
            ),
        ]
