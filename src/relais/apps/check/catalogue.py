"""The catalogue and its laws, read once a process: they never change while it runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache

from relais.core.rights.about import About, read_about
from relais.core.rights.book import CATALOGUE, Book, read_book
from relais.core.rights.changing.changes import Change, read_changes
from relais.core.rights.formulas import Leave, read_leave
from relais.core.rights.law import Entity
from relais.core.rights.laws import Known, Law
from relais.core.rights.notions import Notion, read_notions
from relais.core.rights.periods import Laws


@cache
def book() -> Book:
    """Every right, through all its versions."""
    return read_book()


@cache
def rights() -> Mapping[str, About]:
    """Every right in words, by name; what many share is none."""
    files = {folder.name: folder / "right.yaml" for folder in sorted(CATALOGUE.iterdir())}
    return {name: read_about(file) for name, file in files.items() if file.exists()}


@cache
def notions() -> tuple[Notion, ...]:
    """Who counts as alone, by every law that says so."""
    return tuple(notion for name in rights() for notion in read_notions(CATALOGUE / name / "alone.yaml"))


@cache
def leaves() -> Mapping[str, Leave]:
    """The formulas of every right that is a leave, and what each does to other things."""
    files = {name: CATALOGUE / name / "formulas.yaml" for name in rights()}
    return {name: read_leave(file) for name, file in files.items() if file.exists()}


@cache
def slugs() -> Mapping[str, str]:
    """The slug of every right, as its address has it, to its name."""
    return {slug_of(name): name for name in rights()}


def slug_of(name: str) -> str:
    return name.replace("_", "-")


@cache
def changes() -> Mapping[str, Change]:
    """What can change in a family, by name."""
    return read_changes(book())


@cache
def entities() -> Mapping[str, Entity]:
    """Every input by its full name: whether it is of a person or of all together."""
    every = book().rights.values()
    return {f"{right.name}.{name}": each.entity for right in every for name, each in right.inputs.items()}


@cache
def laws() -> Laws:
    """The law of every day."""
    return Laws(book())


@cache
def known_to(name: str) -> dt.date | None:
    """The last day of which every amount that a right uses now is known; None is until it is changed."""
    law = laws().on(laws().last)
    rules = [node.name for node in law.nodes.values() if node.name.startswith(f"{name}.")]
    amounts = [node.what.parameter for node in law.needed_for(rules) if isinstance(node.what, Known)]
    return min((each.known_to for each in amounts if each.known_to), default=None)


@lru_cache(maxsize=64)
def law(date: dt.date) -> Law:
    """The law of a day. Raises WrongInput for a day before the first amounts."""
    return laws().on(date)
