"""A statement: what an owner or the observer says of an action or a theme, dated and signed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Versioned
from relais.apps.coordination.models import Action
from relais.apps.plan.models import Theme
from relais.apps.reporting import vocabulary as v


class StatementQuerySet(models.QuerySet["Statement"]):
    def current(self) -> StatementQuerySet:
        """The last word of each voice; what it replaced is left out."""
        return self.filter(superseded_by=None)

    def on(self, subject: Action | Theme) -> StatementQuerySet:
        """Everything said of one action or theme, the newest first."""
        where = {"action": subject} if isinstance(subject, Action) else {"theme": subject}
        return (
            self.filter(**where).select_related("organisation", "superseded_by").order_by("-stated_at", "-pk")
        )

    def public(self) -> StatementQuerySet:
        """All but what was said of actions that are drafts now, the oldest first."""
        said = self.exclude(action__is_draft=True).order_by("stated_at", "pk")
        return said.select_related("organisation", "action", "theme", "superseded_by")

    def by(self, organisation: Organisation, voice: str) -> StatementQuerySet:
        """What one organisation said in one voice."""
        return self.filter(organisation=organisation, voice=voice)


class Statement(Versioned):
    """Activity and effect are two judgements and never one. It is never edited: a newer one supersedes it.

    `version` is its place among the statements of the same voice of the same organisation on the same thing.
    """

    voice = models.CharField(max_length=10, choices=v.Voice)
    action = models.ForeignKey(Action, models.PROTECT, null=True, related_name="statements")
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, related_name="statements")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="statements")
    stated_at = models.DateTimeField()
    activity = models.CharField(max_length=10, choices=v.Activity)
    effect = models.CharField(max_length=10, choices=v.Effect)
    words = models.TextField()
    language = models.CharField(max_length=2)
    links = models.JSONField(default=list, help_text="addresses of what backs it")
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, related_name="superseded_by")

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ("-stated_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(action__isnull=False, theme=None) | Q(action=None, theme__isnull=False),
                name="statement_is_on_one_thing",
            ),
            models.UniqueConstraint(
                fields=["voice", "organisation", "action", "version"],
                condition=Q(action__isnull=False),
                name="statement_on_an_action_once_a_version",
            ),
            models.UniqueConstraint(
                fields=["voice", "organisation", "theme", "version"],
                condition=Q(theme__isnull=False),
                name="statement_on_a_theme_once_a_version",
            ),
        ]

    @property
    def is_superseded(self) -> bool:
        """Whether its organisation has said something newer. Uses rows with `superseded_by`."""
        return getattr(self, "superseded_by", None) is not None

    @property
    def subject(self) -> Action | Theme:
        found = self.action or self.theme
        assert found  # the database says so
        return found

    @property
    def subjects(self) -> list[str]:
        """What the trail knows it under. Uses the prefetched rows of an action."""
        about = self.action.subjects if self.action else [f"theme:{self.theme.number}"] if self.theme else []
        return [*about, f"organisation:{self.organisation.slug}"]
