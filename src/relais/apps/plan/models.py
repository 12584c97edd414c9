"""Tables of the plan, and every way of reading them."""

from __future__ import annotations

from django.db import models
from django.db.models import Count, F, Prefetch, Q, Value

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan import vocabulary as v


class Document(models.Model):
    """A text that the plan rests on: the advice, earlier and later plans, what the footnotes cite."""

    slug = models.SlugField(unique=True)
    number = models.CharField(max_length=60, null=True)
    kind = models.CharField(max_length=20, choices=v.DocumentKind)
    title = TranslatedField()
    publisher = models.CharField(max_length=200, null=True)
    date = models.CharField(
        max_length=10, null=True, help_text="as far as known: 2020, 2020-11 or 2020-11-19"
    )
    pages = models.PositiveSmallIntegerField(null=True)
    url = models.URLField(max_length=400, null=True)
    known = models.CharField(max_length=10, choices=v.Known)
    note = TranslatedField(null=True)
    position = models.PositiveSmallIntegerField()

    def get_absolute_url(self) -> str:
        return address("plan:document", self.slug)


class Citation(models.Model):
    """One document cites another, on a page."""

    cited = models.ForeignKey(Document, models.CASCADE, related_name="citations")
    citing = models.ForeignKey(Document, models.CASCADE, related_name="references")
    page = models.PositiveSmallIntegerField()
    footnote = models.PositiveSmallIntegerField(null=True)


class Theme(models.Model):
    """One of the chapters of the advice, with the name of the body and the name of annex 1."""

    number = models.PositiveSmallIntegerField(unique=True)
    slug = models.SlugField(unique=True)
    name = TranslatedField()
    annex_name = TranslatedField()
    summary = TranslatedField()

    def get_absolute_url(self) -> str:
        return address("plan:theme", self.number)


class ActorQuerySet(models.QuerySet["Actor"]):
    def with_load(self) -> ActorQuerySet:
        """With `measure_count` (measures that name it) and `theme_count` (themes where annex 1 lists it)."""
        return self.annotate(
            measure_count=Count("measures", distinct=True),
            theme_count=Count("annex_entries__theme", distinct=True),
        )

    def proposed_by_theme(self) -> dict[int, list[Actor]]:
        """Theme key to the actors that annex 1 proposes for it, in its order, each once. Two queries."""
        every = {actor.pk: actor for actor in self.all()}
        pairs = AnnexEntry.actors.through._default_manager.order_by(
            "annexentry__theme_id", "annexentry__position", "pk"
        ).values_list("annexentry__theme_id", "actor_id")
        proposed: dict[int, dict[int, Actor]] = {}
        for theme, actor in pairs:
            proposed.setdefault(theme, {}).setdefault(actor, every[actor])
        return {theme: list(actors.values()) for theme, actors in proposed.items()}


class Actor(models.Model):
    """A body or a group that the advice names; generic groups are kept as such."""

    slug = models.SlugField(unique=True)
    name = TranslatedField()
    acronym = models.CharField(max_length=40, null=True)
    kind = models.CharField(max_length=30, choices=v.ActorKind)
    level = models.CharField(max_length=30, choices=v.ActorLevel)
    is_generic = models.BooleanField(default=False)
    url = models.URLField(max_length=400, null=True)
    note = TranslatedField(null=True)
    position = models.PositiveSmallIntegerField()

    objects = ActorQuerySet.as_manager()

    def get_absolute_url(self) -> str:
        return address("plan:actor", self.slug)


class LaterName(models.Model):
    """What became of an actor after the advice."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="later_names")
    kind = models.CharField(max_length=10, choices=v.LaterKind)
    name = models.CharField(max_length=200)
    since = models.CharField(max_length=10, null=True)
    source = models.URLField(max_length=400, null=True)


class AnnexEntry(models.Model):
    """One line of annex 1 under a theme, in its own wording; a line may name several actors."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="annex_entries")
    position = models.PositiveSmallIntegerField()
    wording = models.CharField(max_length=300)
    page = models.PositiveSmallIntegerField()
    actors = models.ManyToManyField(Actor, related_name="annex_entries")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["theme", "position"], name="annex_position_once_a_theme")
        ]


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


class Statistic(models.Model):
    """A table printed in a document, kept as printed; misprints are told beside it, never mended in it."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="statistics")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    source = models.CharField(max_length=300)
    rows = models.JSONField()
    misprints = models.JSONField(default=list, help_text="what was printed, and what it is read as")
    page = models.PositiveSmallIntegerField()


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


class Demand(models.Model):
    """Something the advice asks outside its numbered measures."""

    slug = models.SlugField(unique=True)
    title = TranslatedField()
    summary = TranslatedField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="demands")
    section = models.CharField(max_length=20)
    page = models.PositiveSmallIntegerField()
    levels = models.JSONField()
    actors = models.ManyToManyField(Actor, related_name="demands")
    position = models.PositiveSmallIntegerField()

    def get_absolute_url(self) -> str:
        return address("plan:demands") + f"#{self.slug}"


class Since2016(models.Model):
    """What the advice of 2020 itself says came of the proposals of 2016."""

    slug = models.SlugField(unique=True)
    outcome = models.CharField(max_length=20, choices=v.Aftermath)
    date = models.CharField(max_length=10, null=True, help_text="year, month or day, as far as known")
    title = TranslatedField()
    summary = TranslatedField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    section = models.CharField(max_length=20)
    page = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()


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


class Term(models.Model):
    """A word of the glossary."""

    slug = models.SlugField(unique=True)
    term = TranslatedField()
    definition = TranslatedField()
    document = models.ForeignKey(Document, models.SET_NULL, null=True)
    page = models.PositiveSmallIntegerField(null=True)
    url = models.URLField(max_length=400, null=True)
    position = models.PositiveSmallIntegerField()

    def get_absolute_url(self) -> str:
        return address("plan:glossary") + f"#{self.slug}"


NOUNS: tuple[type[models.Model], ...] = (Theme, Measure, Demand, Actor, Link, Document, EarlierAction, Term)


def counts() -> dict[str, int]:
    """How many rows each noun of the plan has. One query."""
    each = [
        model._default_manager.order_by().values(noun=Value(model.__name__)).annotate(rows=Count("pk"))
        for model in NOUNS
    ]
    found = each[0].union(*each[1:], all=True)
    return {model.__name__: 0 for model in NOUNS} | {row["noun"]: row["rows"] for row in found}
