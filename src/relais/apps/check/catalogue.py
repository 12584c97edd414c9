"""The catalogue and its laws, read once a process: they never change while it runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache

from relais.core.rights.about import About, read_about
from relais.core.rights.book import CATALOGUE, Book, read_book
from relais.core.rights.changes import Change, read_changes
from relais.core.rights.law import Entity
from relais.core.rights.laws import Law
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


@lru_cache(maxsize=64)
def law(date: dt.date) -> Law:
    """The law of a day. Raises WrongInput for a day before the first amounts."""
    return laws().on(date)
