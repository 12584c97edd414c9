"""Themes, and the bodies that the advice names for them."""

from __future__ import annotations

from django.db import models
from django.db.models import Count

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.apps.plan import vocabulary as v


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
