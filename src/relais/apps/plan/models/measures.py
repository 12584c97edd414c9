"""What the advice asks in numbered measures, and how one bears on another."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Prefetch, Q

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan import vocabulary as v
from relais.apps.plan.models.actors import Actor, Theme
from relais.apps.plan.models.documents import Document


class MeasureQuerySet(models.QuerySet["Measure"]):
    def in_order(self) -> MeasureQuerySet:
        return self.order_by("number")

    def whole(self, *also: str) -> list[Measure]:
        """All measures with all that a list shows or filters on: five queries whatever their number.

        Each gets `outgoing` and `incoming` (links), `named` (actors that it names itself) and `proposed`
        (actors that annex 1 lists for its theme).
        `also` names more to fetch (`official_texts`, `parts`), a query each.
        """
        measures = list(
            self.in_order()
            .select_related("theme", "document")
            .prefetch_related(Prefetch("actors", Actor.objects.order_by("position")), *also)
        )
        by_id = {measure.pk: measure for measure in measures}
        for measure in measures:
            measure.outgoing, measure.incoming = [], []
            measure.named = list(measure.actors.all())
        for link in Link.objects.defer("reason").in_order():
            link.source, link.target = by_id[link.source_id], by_id[link.target_id]
            link.source.outgoing.append(link)
            link.target.incoming.append(link)
        proposed = Actor.objects.proposed_by_theme()
        for measure in measures:
            measure.proposed = proposed.get(measure.theme_id, [])
        return measures

    def for_page(self) -> MeasureQuerySet:
        """One measure with all that its own page shows."""
        return self.select_related("theme", "document").prefetch_related(
            "parts",
            "official_texts",
            Prefetch("actors", Actor.objects.order_by("position")),
        )


class Measure(models.Model):
    """One numbered thing that the advice asks. Title and summary are ours; the official wording is apart."""

    number = models.PositiveSmallIntegerField(unique=True)
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="measures")
    kind = models.CharField(max_length=20, choices=v.MeasureKind)
    title = TranslatedField()
    summary = TranslatedField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="measures")
    page = models.PositiveSmallIntegerField()
    levels = models.JSONField()
    means = models.JSONField()
    actors = models.ManyToManyField(Actor, related_name="measures")

    objects = MeasureQuerySet.as_manager()

    outgoing: list[Link]
    incoming: list[Link]
    named: list[Actor]
    proposed: list[Actor]

    def get_absolute_url(self) -> str:
        return address("plan:measure", self.number)

    @property
    def link_count(self) -> int:
        """Links from and towards it; needs `outgoing` and `incoming`."""
        return len(self.outgoing) + len(self.incoming)


class MeasurePart(models.Model):
    """A lettered part of a measure."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="parts")
    letter = models.CharField(max_length=1)
    title = TranslatedField()
    summary = TranslatedField()
    page = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("letter",)
        constraints = [models.UniqueConstraint(fields=["measure", "letter"], name="letter_once_a_measure")]


class OfficialText(models.Model):
    """The wording of the advice itself, as read from the document. Letter "" is the measure as a whole."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="official_texts")
    letter = models.CharField(max_length=1, default="", blank=True)
    language = models.CharField(max_length=2)
    words = models.TextField()
    page = models.PositiveSmallIntegerField()
    line = models.PositiveIntegerField()

    class Meta:
        ordering = ("letter",)
        constraints = [
            models.UniqueConstraint(fields=["measure", "letter", "language"], name="official_wording_once")
        ]


class LinkQuerySet(models.QuerySet["Link"]):
    def in_order(self) -> LinkQuerySet:
        """By kind as the vocabulary lists them, then by number."""
        rank = models.Case(*[models.When(kind=k, then=i) for i, k in enumerate(v.LinkKind.values)])
        return self.order_by(rank, "source__number", "target__number")


class Link(models.Model):
    """How one measure bears on another, with the reason and who says so."""

    source = models.ForeignKey(Measure, models.CASCADE, related_name="links_out")
    target = models.ForeignKey(Measure, models.CASCADE, related_name="links_in")
    kind = models.CharField(max_length=20, choices=v.LinkKind)
    origin = models.CharField(max_length=10, choices=v.Origin)
    confidence = models.CharField(max_length=10, choices=v.Confidence)
    page = models.PositiveSmallIntegerField(null=True)
    reason = TranslatedField()

    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "kind"], name="link_once_a_kind"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="no_link_to_itself"),
            models.CheckConstraint(
                condition=~Q(origin="advice") | Q(page__isnull=False),
                name="advice_link_has_a_passage",
            ),
        ]
