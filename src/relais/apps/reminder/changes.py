"""Public acts as a reader meets them outside the site: in a sentence, with the page that they lead to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Event, EventQuerySet
from relais.apps.languages.addresses import address

# Where an act is read: the page of the first of its subjects that has one.
PAGES = {
    "measure": "plan:measure", "theme": "plan:theme", "actor": "plan:actor", "ask": "coordination:ask",
    "action": "coordination:action",
    "organisation": "coordination:organisation", "consultation": "consultation:consultation",
    "group": "meeting:group",
}  # fmt: skip
NUMBERED = ("measure", "theme", "ask")


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
    """`events` as changes, in their order. Three queries, whatever their number. Give public ones only."""
    found = list(events.prefetch_related("subjects"))
    slugs = {event.organisation for event in found if event.organisation}
    names = {o.slug: str(o.name) for o in Organisation.objects.filter(slug__in=slugs)} if slugs else {}
    return [_change(event, names) for event in found]


def _change(event: Event, names: dict[str, str]) -> Change:
    organisation = names.get(event.organisation or "", event.organisation)
    event.organisation_name = organisation  # type: ignore[attr-defined]
    subjects = [subject.name for subject in sorted(event.subjects.all(), key=lambda each: each.pk)]
    return Change(event.pk, event.at, event.sentence, organisation, page_of(subjects), frozenset(subjects))


def page_of(subjects: Iterable[str]) -> str:
    """The page of the first subject that has one; the home page when none has."""
    for subject in subjects:
        kind, _, key = subject.partition(":")
        if page := PAGES.get(kind):
            return address(page, int(key) if kind in NUMBERED else key)
    return address("home")
