"""A consultation: what it is about, its stages, whom it invites, and its points."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.who import Who
from relais.apps.audit.models import Versioned
from relais.apps.consultation import stages as timing
from relais.apps.consultation import vocabulary as v
from relais.apps.coordination.models import Action
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan.models import Measure, Theme


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def newest_first(self) -> ConsultationQuerySet:
        return self.order_by("-pk")

    def published(self) -> ConsultationQuerySet:
        """What anyone may know of."""
        return self.exclude(state=v.State.PREPARATION)

    def readable_by(self, who: Who) -> ConsultationQuerySet:
        """The published; those in preparation only for the cell and the authority."""
        if who.is_cell:
            return self
        return self.filter(~Q(state=v.State.PREPARATION) | Q(authority__in=who.organisations))

    def whole(self) -> ConsultationQuerySet:
        """With what it is about, its stages, points and invitees."""
        return self.select_related("theme", "measure", "action", "authority").prefetch_related(
            "stages", "points__measure", "invitees__organisation"
        )

    def with_stages(self) -> ConsultationQuerySet:
        """For a list: with its stages and what it is about."""
        return self.select_related("theme", "measure", "action", "authority").prefetch_related("stages")

    def public_pages(self) -> list[tuple[str, *tuple[str | int, ...]]]:
        """Name and arguments of every page that anyone may read today, for the map of the site."""
        found: list[tuple[str, *tuple[str | int, ...]]] = []
        for each in self.published().prefetch_related("stages", "points"):
            found.append(("consultation:consultation", each.slug))
            numbers = [point.number for point in each.points.all()] if each.shows_points else []
            found += [("consultation:point", each.slug, number) for number in numbers]
            if each.is_open and each.is_public:
                found += [("consultation:say", each.slug, number) for number in numbers]
        return found


class Consultation(Versioned):
    """Points put to opinion by an authority, which answers every opinion.

    It is about a theme, a measure or an action; about none of these: about the plan as a whole.
    """

    slug = models.SlugField(unique=True, max_length=80)
    title = TranslatedField()
    intro = TranslatedField(null=True)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="consultations")
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, blank=True, related_name="consultations")
    action = models.ForeignKey(Action, models.PROTECT, null=True, blank=True, related_name="consultations")
    is_public = models.BooleanField(default=False, help_text="whether the public may give opinions")
    authority = models.ForeignKey(Organisation, models.PROTECT, related_name="consultations")
    state = models.CharField(max_length=20, choices=v.State, default=v.State.PREPARATION)
    closed_date = models.DateField(null=True)
    is_fictional = models.BooleanField(default=False)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(theme=None, measure=None)
                | Q(theme=None, action=None)
                | Q(measure=None, action=None),
                name="consultation_is_about_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_date__isnull=False)
                | ~Q(state="closed") & Q(closed_date=None),
                name="consultation_closes_on_a_date",
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("consultation:consultation", self.slug)

    @property
    def subjects(self) -> list[str]:
        return [f"consultation:{self.slug}", *self.about_subjects]

    @property
    def about_subjects(self) -> list[str]:
        """What it is about, by the names of the trail; needs `theme`, `measure` and `action`."""
        return [
            *([f"theme:{self.theme.number}"] if self.theme else []),
            *([f"measure:{self.measure.number}"] if self.measure else []),
            *([f"action:{self.action.code}"] if self.action else []),
        ]

    @cached_property
    def spans(self) -> list[timing.Span]:
        """Its stages as plain data, in order; uses the prefetched `stages`."""
        rows = self.stages.all()
        return timing.in_order(timing.Span(row.kind, row.from_date, row.to_date) for row in rows)

    @property
    def dates(self) -> str:
        """Its stages in one line, for those who changed them at the same time."""
        return "; ".join(f"{s.kind} {s.from_date} – {s.to_date or ''}".strip() for s in self.spans)

    def span(self, kind: v.StageKind) -> timing.Span | None:
        return timing.span_of(self.spans, kind)

    @property
    def opinions_span(self) -> timing.Span | None:
        return self.span(v.StageKind.OPINIONS)

    @property
    def answers_span(self) -> timing.Span | None:
        return self.span(v.StageKind.ANSWERS)

    @property
    def standing(self) -> v.Standing:
        """Where it stands today."""
        return timing.standing(self.state, self.spans, timezone.localdate())

    @property
    def deeds(self) -> frozenset[timing.Deed]:
        """What may be done with it today, by whoever may."""
        return timing.deeds(self.state, self.spans, timezone.localdate())

    def allows(self, deed: timing.Deed) -> bool:
        return deed in self.deeds

    @property
    def is_open(self) -> bool:
        """Whether opinions can be given today."""
        return self.allows(timing.Deed.GIVE)

    @property
    def is_over(self) -> bool:
        """Whether opinions could be given, and no longer can: who gave none is silent."""
        return self.state == v.State.CLOSED or self.allows(timing.Deed.ANSWER)

    @property
    def shows_points(self) -> bool:
        """Whether what it puts to opinion can be read today by those who may know of it."""
        return self.allows(timing.Deed.READ)

    @property
    def begins(self) -> dt.date | None:
        return self.spans[0].from_date if self.spans else None


class Stage(models.Model):
    """From a day to a day, both included. Which follows which is checked by `stages.problems`."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="stages")
    kind = models.CharField(max_length=20, choices=v.StageKind)
    from_date = models.DateField()
    to_date = models.DateField(null=True)

    class Meta:
        ordering = ("from_date", "pk")
        constraints = [
            models.UniqueConstraint(fields=["consultation", "kind"], name="stage_once_a_consultation"),
            models.CheckConstraint(
                condition=Q(kind="closed", to_date=None) | ~Q(kind="closed") & Q(to_date__gte=F("from_date")),
                name="stage_ends_after_it_begins",
            ),
        ]


class Invitee(models.Model):
    """An organisation that was asked for its opinion. Whether it gave any is computed."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="invitees")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="invited_to")
    invited_date = models.DateField()

    class Meta:
        ordering = ("organisation__slug",)
        constraints = [models.UniqueConstraint(fields=["consultation", "organisation"], name="invited_once")]


class Point(Versioned):
    """A numbered text that is put to opinion, in the languages in which it was written."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    title = TranslatedField()
    words = TranslatedField()
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, blank=True, related_name="+")
    part = models.CharField(max_length=20, choices=v.ActionPart, null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["consultation", "number"], name="point_number_once")]

    def get_absolute_url(self) -> str:
        return address("consultation:point", self.consultation.slug, self.number)

    @property
    def subjects(self) -> list[str]:
        measure = [f"measure:{self.measure.number}"] if self.measure else []
        return list(dict.fromkeys([*self.consultation.subjects, *measure]))
