"""The people of the matrix, one a column, and the two organisations that its rows speak of."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from relais.apps.accounts.models import Membership, Organisation, User
from relais.apps.accounts.vocabulary import Role

# Each column to a role and the organisation in which it is held.
SEATS = {
    "member": (Role.MEMBER, "concerned"),
    "other member": (Role.MEMBER, "another"),
    "cell": (Role.CELL, "the-cell"),
    "observer": (Role.OBSERVER, "the-observatory"),
    "referent": (Role.REFERENT, "concerned"),
    "administrator": (Role.ADMINISTRATOR, "the-house"),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """`own` is the organisation that rows of a case must belong to, `other` one that has no part in them."""

    own: Organisation
    other: Organisation
    people: dict[str, User]


def make_stage() -> Stage:
    """In the database: every organisation and every person of the matrix, all of them fictional."""
    organisations: dict[str, Organisation] = {}
    people: dict[str, User] = {}
    for column, (role, slug) in SEATS.items():
        if slug not in organisations:
            organisations[slug] = Organisation.objects.create(slug=slug, name={"en": slug}, is_fictional=True)
        person = User.objects.create(email=f"{column.replace(' ', '-')}@example.org", name=column)
        Membership.objects.create(user=person, organisation=organisations[slug], role=role)
        people[column] = person
    return Stage(organisations["concerned"], organisations["another"], people)


def made(room: str, drawer: str, key: str, stage: Stage) -> tuple[Any, ...]:
    """What `CASES` or `PAGES` of the room makes under `key`; nothing when there is no such key."""
    name = f"relais.apps.{room}.tests.cases"
    if find_spec(name) is None:
        return ()
    makers = getattr(import_module(name), drawer, {})
    return tuple(makers[key](stage)) if key in makers else ()
