"""An action: what someone does in answer to measures."""

from __future__ import annotations

from django.db import models
from django.db.models import Case, F, Prefetch, Q, When
from django.utils import timezone

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.audit.models import Versioned
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.axes import Axes, Step, completion, result, timeliness
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan.models import Measure
from relais.apps.plan.vocabulary import Level

WORKING = (Role.MEMBER, Role.REFERENT)  # those who speak for their organisation


class ActionQuerySet(models.QuerySet["Action"]):
    """Ways of reading actions; more are added here, never in views."""

    def in_order(self) -> ActionQuerySet:
        return self.order_by("position", "pk")

    def published(self) -> ActionQuerySet:
        """What anyone may read: everything but drafts."""
        return self.filter(is_draft=False)

    def open(self) -> ActionQuerySet:
        """What is neither finished nor stopped."""
        return self.exclude(phase__in=(v.Phase.FINISHED, v.Phase.STOPPED)).filter(finished_date=None)

    def readable_by(self, who: Who) -> ActionQuerySet:
        """As `permissions.can_read_action`: drafts of their own organisations too, and to the cell all."""
        if who.is_cell:
            return self.all()
        if not who.is_signed_in:
            return self.published()
        own = Owner.objects.filter(organisation__in=who.organisations_as(*WORKING)).values("action")
        return self.filter(Q(is_draft=False) | Q(pk__in=own))

    def with_carriers(self) -> ActionQuerySet:
        """With owners and measures answered: what permissions and the trail need. Three queries in all."""
        owners = Prefetch("owners", Owner.objects.select_related("organisation").order_by(*Owner.LEAD_FIRST))
        answered = Prefetch("answered", AnsweredMeasure.objects.select_related("measure"))
        return self.prefetch_related(owners, answered)

    def whole(self) -> ActionQuerySet:
        """With carriers and steps: all that the axes need. Four queries in all, whatever their number."""
        return self.with_carriers().prefetch_related("milestones")

    def for_page(self) -> ActionQuerySet:
        """With all that its own page shows."""
        return (
            self.whole()
            .select_related("parent", "completion_said_by")
            .prefetch_related(
                "budgets", "date_changes__organisation", "absorptions__document", "level_requests",
                "data_gaps__owner", "data_gaps__measure", "facts",
                Prefetch("sub_actions", Action.objects.in_order().with_carriers()),
            )
        )  # fmt: skip


class Action(Versioned):
    """What someone does in answer to measures. Unknown is null, or “unknown” where a list has it.

    Timeliness and completion are computed (coordination.axes), never stored; `completion_by_hand` (0 to
    100) overrides the latter and needs its reason, its day and who says so. Result is measured apart:
    `result_value` against `target_value`, to be reached from below or (`aim`) from above.
    """

    unnoted = frozenset({"contact_person"})

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
    completion_date = models.DateField(null=True)
    completion_said_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    expected_result = TranslatedField(null=True)
    indicator = models.CharField(max_length=200, null=True, help_text="what is counted, with its unit")
    aim = models.CharField(max_length=10, choices=v.Aim, default=v.Aim.AT_LEAST)
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
                condition=Q(completion_by_hand=None)
                | (~Q(completion_reason="") & Q(completion_date__isnull=False)),
                name="completion_by_hand_has_a_reason_and_a_day",
            ),
            models.CheckConstraint(
                condition=Q(result_value=None) | Q(result_date__isnull=False), name="result_has_its_day"
            ),
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("pk")), name="not_part_of_itself"),
            models.CheckConstraint(
                condition=Q(start_date=None) | Q(due_date=None) | Q(start_date__lte=F("due_date")),
                name="action_starts_before_it_is_due",
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("coordination:action", self.code)

    @property
    def axes(self) -> Axes:
        """How it stands today. Uses prefetched milestones."""
        return Axes(
            decision=v.Decision(self.decision),
            phase=v.Phase(self.phase),
            timeliness=timeliness(
                due=self.due_date, finished=self.finished_date, phase=self.phase, today=timezone.localdate()
            ),
            completion=completion(
                (Step(step.weight, step.done_date is not None) for step in self.milestones.all()),
                self.completion_by_hand,
            ),
            result=result(self.result_value, self.target_value, self.aim),
        )

    @property
    def subjects(self) -> list[str]:
        """The action, its measures and its owners: their public logs tell of it. Uses prefetched rows."""
        measures = (f"measure:{a.measure.number}" for a in self.answered.all())
        owners = (f"organisation:{o.organisation.slug}" for o in self.owners.all())
        return [f"action:{self.code}", *measures, *owners]

    @property
    def is_private(self) -> bool:
        return self.is_draft


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


class Owner(Versioned):
    """An organisation that carries an action, with its role and, where it is known, its share in percent."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="owners")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="owned")
    role = models.CharField(max_length=20, choices=v.OwnerRole)
    share = models.PositiveSmallIntegerField(null=True)

    # Lead, then partner, then funder: as the vocabulary lists them.
    LEAD_FIRST = (Case(*[When(role=role, then=at) for at, role in enumerate(v.OwnerRole.values)]), "pk")

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["action", "organisation"], name="owner_once_an_action"),
            models.CheckConstraint(condition=Q(share=None) | Q(share__lte=100), name="share_in_percent"),
        ]

    @property
    def subjects(self) -> list[str]:
        return self.action.subjects

    @property
    def is_private(self) -> bool:
        return self.action.is_private
