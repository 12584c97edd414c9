"""Kinds of things that acts are about: how they are called, and the page where they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from django.urls import NoReverseMatch
from django.utils.functional import Promise

from relais.apps.languages.addresses import address


def as_one(key: str) -> tuple[str | int, ...]:
    """The key as it is; a number as a number."""
    return (int(key) if key.isdecimal() and len(key) < 19 else key,)


@dataclass(frozen=True, slots=True)
class Kind:
    """The first half of a subject: of "measure:16", "measure". Declare it once, in `verbs.py` of its room.

    `page` is the address whose argument is the other half, or what `arguments` makes of it. Raises ValueError
    for a kind declared twice.
    """

    slug: str
    words: str | Promise
    page: str | None = None
    arguments: Callable[[str], tuple[str | int, ...]] = as_one

    known: ClassVar[dict[str, Kind]] = {}

    def __post_init__(self) -> None:
        if self.slug in Kind.known:
            raise ValueError(f"the kind “{self.slug}” is declared twice")
        Kind.known[self.slug] = self


@dataclass(frozen=True, slots=True)
class Named:
    """A subject in words ("measure 16"), and the address of its page, if it has one."""

    subject: str
    words: str
    address: str | None


def named(subject: str) -> Named:
    """`subject` as a reader reads it; a kind that nobody declared reads as it is written."""
    slug, _, key = subject.partition(":")
    kind = Kind.known.get(slug)
    if kind is None:
        return Named(subject, subject, None)
    return Named(subject, f"{kind.words} {key}", _page_of(kind, key))


def _page_of(kind: Kind, key: str) -> str | None:
    if kind.page is None:
        return None
    try:
        return address(kind.page, *kind.arguments(key))
    except NoReverseMatch:
        return None  # the key is not one of ours, or is of another time
