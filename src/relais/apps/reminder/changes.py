"""Public acts as a reader meets them outside the site: in a sentence, with the page that they lead to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from relais.apps.accounts.telling import with_organisations
from relais.apps.audit import subjects as trail
from relais.apps.audit.models import EventQuerySet
from relais.apps.languages.addresses import address


@dataclass(frozen=True, slots=True)
class Change:
    """One public act, in the language that was active when it was read. `address` has no host."""

    key: int
    at: dt.datetime
    sentence: str
    organisation: str | None
    address: str
    subjects: frozenset[str]


def read(events: EventQuerySet) -> list[Change]:
    """`events` as changes, in their order. Two queries, whatever their number. Give public ones only."""
    return [_change(event) for event in with_organisations(events).prefetch_related("subjects")]


def _change(event: Any) -> Change:
    subjects = [each.name for each in sorted(event.subjects.all(), key=lambda each: each.pk)]
    organisation = str(event.organisation_name) if event.organisation_name else event.organisation
    return Change(event.pk, event.at, event.sentence, organisation, page_of(subjects), frozenset(subjects))


def page_of(subjects: Iterable[str]) -> str:
    """The page of the first subject that has one; the home page when none has."""
    return next(filter(None, (trail.page_of(subject) for subject in subjects)), address("home"))
