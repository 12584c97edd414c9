"""What can change in a family: who comes or goes, what follows from it, and what does not hold any more.

A change is an entry of `changes.yaml`; to add one is to add an entry. What a change makes stale is taken out
of what was told: it is asked again, or stays unknown. Nothing old is kept silently.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relais.core.rights.book import Book
from relais.core.rights.family import Family
from relais.core.rights.law import HOUSEHOLD, PERSON, Entity
from relais.core.rights.problems import WrongInput
from relais.core.rights.reading import Record
from relais.core.texts.text import Text
from relais.core.texts.yaml import read_yaml

CHANGES = Path(__file__).with_name("changes.yaml")
ROLE, BIRTH, ON_THE_DAY = "family.role", "family.birth_date", "day"
ROLES = ("parent", "partner", "child", "other")


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `about`: the roles of whom it can be said; none when it is of all together.

    `adds`: the role of who comes in; `removes`: whether the person it is about goes. `sets`: input to answer,
    “day” being the day of the change. `asks`, of that person and of all together, and `asks_all`, of each
    person: inputs whose answers do not hold any more.
    """

    name: str
    label: Text
    about: tuple[str, ...]
    adds: str | None
    removes: bool
    sets: Mapping[str, Any]
    asks: tuple[str, ...]
    asks_all: tuple[str, ...]

    def whom(self, family: Family) -> list[str | None]:
        """Of whom of a family it can be said; [None] when it is of nobody in particular."""
        if not self.about:
            return [None]
        return [name for name, told in family.persons.items() if told.get(ROLE) in self.about]


def read_changes(book: Book, path: Path = CHANGES) -> dict[str, Change]:
    """Every change, by name. Raises FileProblems with the line, also for what is no input of `book`."""
    source = read_yaml(path)
    every = Record(source, (), source.value).only("groups", "changes")
    groups = {
        key: tuple(value)
        for key, value in Record(source, ("groups",), every.get("groups", dict)).value.items()
    }
    named = Record(source, ("changes",), every.get("changes", dict))
    return {name: _change(name, record, groups, _entities(book)) for name, record in named.records()}


def _entities(book: Book) -> dict[str, Entity]:
    return {
        f"{right.name}.{name}": each.entity
        for right in book.rights.values()
        for name, each in right.inputs.items()
    }


def _change(
    name: str, record: Record, groups: Mapping[str, tuple[str, ...]], entities: Mapping[str, Entity]
) -> Change:  # fmt: skip
    record.only("about", "label", "adds", "removes", "sets", "asks", "asks_all")

    def inputs(key: str, kinds: Collection[Entity]) -> tuple[str, ...]:
        found: list[str] = []
        for each in record.get(key, list, []):
            found += groups.get(each, (each,))
        return tuple(_known(found, key, kinds))

    def _known(found: Iterable[str], key: str, kinds: Collection[Entity]) -> Iterable[str]:
        for each in found:
            if entities.get(each) not in kinds:
                raise record.wrong(f"“{each}” is no input of {' or '.join(kinds)}", key)
            yield each

    sets = record.get("sets", dict, {})
    list(_known(sets, "sets", (PERSON, HOUSEHOLD)))
    about = tuple(record.get("about", list, []))
    if not set(about) <= set(ROLES):
        raise record.wrong(f"are some of {', '.join(ROLES)}", "about")
    return Change(
        name, record.text("label"), about, record.one_of("adds", ROLES, None),
        record.get("removes", bool, False), sets, inputs("asks", (PERSON, HOUSEHOLD)),
        inputs("asks_all", (PERSON,)),
    )  # fmt: skip


def changed(
    family: Family, change: Change, of: str | None, day: dt.date, entities: Mapping[str, Entity]
) -> Family:
    """`family`, which is told by full names of inputs, after `change`, said of the person `of`.

    `entities` says of each input whether it is of a person. Who comes in is called after the role, with a
    number. Raises WrongInput for a person of whom it cannot be said.
    """
    if of not in change.whom(family):
        raise WrongInput(f"{change.name}: it cannot be said of {of or 'nobody'} in this family")
    persons = {name: dict(told) for name, told in family.persons.items()}
    household = {key: given for key, given in family.household.items() if key not in change.asks}
    for name, told in persons.items():
        gone = {*change.asks_all, *(change.asks if name == of else ())}
        persons[name] = {key: given for key, given in told.items() if key not in gone}
    if change.removes and of:
        del persons[of]
    if change.adds:
        of = _new(change.adds, persons)
        persons[of] = {ROLE: change.adds}
    for key, value in change.sets.items():
        given = day.isoformat() if value == ON_THE_DAY else value
        if entities[key] == HOUSEHOLD:
            household[key] = given
        elif of:
            persons[of][key] = given
    return Family(persons, household)


def _new(role: str, persons: Collection[str]) -> str:
    """A name for who comes in: the first of the role that is free."""
    return next(name for n in range(1, len(persons) + 2) if (name := f"{role}-{n}") not in persons)


def dropped(before: Family, after: Family) -> list[tuple[str | None, str]]:
    """Of whom and which input: what was told before, and must be asked again after."""
    of_all: list[tuple[str | None, str]] = [
        (None, name) for name in before.household if name not in after.household
    ]
    of_each = [
        (person, name)
        for person, told in before.persons.items()
        if person in after.persons
        for name in told
        if name not in after.persons[person]
    ]
    return of_all + of_each
