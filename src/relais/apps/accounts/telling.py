"""The trail with names: which organisation, and who, as far as they are still here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import OuterRef, Subquery

from relais.apps.accounts.models import Organisation, User
from relais.apps.audit.models import EventQuerySet


def with_organisations(events: EventQuerySet) -> EventQuerySet:
    """Each with `organisation_name`, for its sentence and beside it. No query more."""
    named = Organisation.objects.filter(slug=OuterRef("organisation")).values("name")[:1]
    return events.annotate(organisation_name=Subquery(named))


def with_names(events: EventQuerySet) -> EventQuerySet:
    """The same, and with `person_name`: None for who left, and for what no person did. No query more."""
    named = User.objects.filter(pk=OuterRef("person"), is_active=True).values("name")[:1]
    return with_organisations(events).annotate(person_name=Subquery(named))


COLUMNS = ["at", "verb", "sentence", "organisation", "organisation_name", "person", "about",
           "before", "after", "why", "is_public"]  # fmt: skip


def rows_of(events: Iterable[Any]) -> Iterator[list[str]]:
    """Events `with_names` as rows of a file: a line an act, facts as they were noted."""
    for event in events:
        yield [
            event.at.isoformat(timespec="seconds"), event.verb, event.sentence, event.organisation or "",
            str(event.organisation_name or ""), event.person_name or "",
            " ".join(subject.name for subject in event.subjects.all()),
            event.before_as_text, event.after_as_text, event.why, "yes" if event.is_public else "no",
        ]  # fmt: skip
