"""Tables of the trail, every way of reading them, and what an editable row must have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models

from relais.apps.audit.verb import Verb


class EventQuerySet(models.QuerySet["Event"]):
    def newest_first(self) -> EventQuerySet:
        return self.order_by("-pk").prefetch_related("subjects")

    def public(self) -> EventQuerySet:
        """Acts that anyone may read of."""
        return self.filter(is_public=True)

    def about(self, *subjects: str) -> EventQuerySet:
        """Acts that touched any of `subjects`, as "measure:16" or "action:a-12"."""
        return self.filter(subjects__name__in=subjects).distinct()


class Event(models.Model):
    """One act, as it was. The database itself refuses to change or remove it.

    `person` and `organisation` are plain values, not foreign keys: whoever leaves must not change the past.
    """

    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    person = models.BigIntegerField(null=True, help_text="key of the account; null: a command or a schedule")
    organisation = models.CharField(max_length=80, null=True, help_text="slug of the organisation acted for")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    why = models.TextField(default="", blank=True)
    is_public = models.BooleanField()
    token = models.UUIDField(null=True, unique=True, help_text="of the form: the same form acts once")

    objects = EventQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["verb", "at"])]

    @property
    def sentence(self) -> str:
        """The act in words, in the reader's language."""
        verb = Verb.known.get(self.verb)
        facts: dict[str, Any] = {f"before_{k}": _plain(v) for k, v in self.before.items()}
        facts |= {k: _plain(v) for k, v in self.after.items()}
        facts["organisation"] = getattr(self, "organisation_name", None) or self.organisation or "Relais"
        return str(verb.words) % _Known(facts) if verb else self.verb


class _Known(dict[str, Any]):
    """A fact that an older event did not note is shown as a gap."""

    def __missing__(self, key: str) -> str:
        return "?"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):  # a text in several languages
        return next(iter(value.values()), "?")
    return "?" if value is None else value


class Subject(models.Model):
    """What an event touched, by the stable name of the thing: "measure:16"."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="subjects")
    name = models.CharField(max_length=120, db_index=True)


class Versioned(models.Model):
    """A row that people edit. `version` counts its changes: who saves must have seen the last one."""

    unnoted: ClassVar[frozenset[str]] = frozenset()  # fields with a person's name: the trail never forgets

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    @property
    def subjects(self) -> Iterable[str]:
        """The names under which the trail knows this row and what it belongs to."""
        raise NotImplementedError

    @property
    def is_private(self) -> bool:
        """Whether acts on it are kept out of the public change log, whatever their verb: drafts."""
        return False
