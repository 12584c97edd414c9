"""A family after a change: what can be said of this one, and what would have been told then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from relais.apps.check import catalogue
from relais.apps.check.persons import called
from relais.apps.check.sealed import Told
from relais.apps.languages.reader import colon, for_reader
from relais.core.rights.changing.changes import ROLE, changed
from relais.core.rights.changing.clock import later
from relais.core.rights.family import Family

ONLY_THE_DAY = "day:"
YEARS = 25


def last_day(today: dt.date) -> dt.date:
    """The last day that can be asked about."""
    return dt.date(today.year + YEARS, today.month, min(today.day, 28))


def choices(told: Told) -> list[tuple[str, Any]]:
    """What can be said of this family, grouped by whom it is said of: “change:person” and words."""
    family = Family({person: {ROLE: role} for person, role in told.roles.items()})
    groups: dict[str, list[tuple[str, str]]] = {}
    for name, change in catalogue.changes().items():
        for of in change.whom(family):
            group = called(of).capitalize() if of else _("Your home and family")
            groups.setdefault(group, []).append((f"{name}:{of or ''}", for_reader(change.label)))
    return [(ONLY_THE_DAY, _("Nothing but the day")), *groups.items()]


def after(told: Told, value: str, day: dt.date, today: dt.date) -> Told:
    """What would be told on `day`, after one of `choices`: what grows by itself has grown, what follows from
    the change is filled in, and what does not hold any more is not told.
    """
    name, _colon, of = value.partition(":")
    law = catalogue.law(day)
    family = later(told.family(law), law, today)
    if value != ONLY_THE_DAY:
        family = changed(family, catalogue.changes()[name], of or None, day, catalogue.entities())
    skipped = frozenset(need for need in told.skipped if need.person in (None, *family.persons))
    return replace(
        _told(told, family), skipped=skipped, asking=(), before=replace(told, asking=()), change=name,
        of=of or None, day=day.isoformat(),
    )  # fmt: skip


def _told(told: Told, family: Family) -> Told:
    roles = {person: answers[ROLE] for person, answers in family.persons.items()}
    answers = {
        person: {name: given for name, given in said.items() if name != ROLE}
        for person, said in family.persons.items()
    }
    return replace(told, roles=roles, answers={**answers, "": dict(family.household)})


def said(told: Told) -> str:
    """The change in words: “child 1: is every other week with the other parent”."""
    change = catalogue.changes().get(told.change)
    if change is None:
        return ""
    words = for_reader(change.label)
    return f"{called(told.of)}{colon()} {words}" if told.of else words
