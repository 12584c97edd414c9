"""Tables of the trail, every way of reading them, and what an editable row must have."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.utils import timezone

from relais.apps.audit.facts import in_words, name_of
from relais.apps.audit.subjects import Named, named
from relais.apps.audit.verb import Verb


class EventQuerySet(models.QuerySet["Event"]):
    def newest_first(self) -> EventQuerySet:
        return self.order_by("-pk").prefetch_related("subjects")

    def public(self) -> EventQuerySet:
        """Acts that anyone may read of."""
        return self.filter(is_public=True)

    def about(self, *subjects: str) -> EventQuerySet:
        """Acts that touched any of `subjects`, as "measure:16" or "action:a-12"."""
        return self.filter(pk__in=Subject.objects.filter(name__in=subjects).values("event"))

    def before(self, key: int) -> EventQuerySet:
        """Acts older than that one: the next page of a list that is read newest first."""
        return self.filter(pk__lt=key)

    def between(self, since: dt.date | None, until: dt.date | None) -> EventQuerySet:
        """Acts from the day `since` up to and including the day `until`, in the time of the site."""
        found = self
        if since:
            found = found.filter(at__gte=_midnight(since))
        if until:
            found = found.filter(at__lt=_midnight(until + dt.timedelta(days=1)))
        return found


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


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

    things: list[Named]  # what it was about, in words: see `with_things`

    class Meta:
        indexes = [models.Index(fields=["verb", "at"])]

    @property
    def sentence(self) -> str:
        """The act in words, in the reader's language."""
        verb = Verb.known.get(self.verb)
        if verb is None:
            return self.verb
        facts = {f"before_{name}": words for name, words in in_words(self.before, verb.labels).items()}
        facts |= in_words(self.after, verb.labels)
        facts["organisation"] = getattr(self, "organisation_name", None) or self.organisation or "Relais"
        return str(verb.words) % _Known(facts)

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """What was noted, side by side: name, before, after, in words."""
        verb = Verb.known.get(self.verb)
        labels = verb.labels if verb else {}
        before, after = in_words(self.before, labels), in_words(self.after, labels)
        return [(name_of(fact), before.get(fact, ""), after.get(fact, "")) for fact in {**before, **after}]

    @property
    def before_as_text(self) -> str:
        """As it was noted, for a file."""
        return json.dumps(self.before, ensure_ascii=False) if self.before else ""

    @property
    def after_as_text(self) -> str:
        """As it was noted, for a file."""
        return json.dumps(self.after, ensure_ascii=False) if self.after else ""


def with_things(events: Iterable[Event]) -> list[Event]:
    """`events` with their `things`. Uses the prefetched `subjects`; a query more for each kind of thing."""
    found = list(events)
    names = named({subject.name for event in found for subject in event.subjects.all()})
    for event in found:
        event.things = [names[subject.name] for subject in event.subjects.all()]
    return found


class _Known(dict[str, str]):
    """A fact that an older event did not note is shown as a gap."""

    def __missing__(self, key: str) -> str:
        return "?"


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
