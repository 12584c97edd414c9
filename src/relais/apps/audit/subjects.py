"""Kinds of things that acts are about: how they are called, and the page where they are read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.urls import NoReverseMatch
from django.utils.functional import Promise

from relais.apps.languages.addresses import address
from relais.apps.languages.fields import LocalText

if TYPE_CHECKING:
    from django.db.models import QuerySet

Names = Callable[[Collection[str]], Mapping[str, LocalText]]


def as_one(key: str) -> tuple[str | int, ...]:
    """The key as it is; a number as a number."""
    return (int(key) if key.isdecimal() and len(key) < 19 else key,)


def by_slug(rows: Callable[[], QuerySet[Any]], words: str, slug: str = "slug") -> Names:
    """Names of many keys in one query: the column `words` of the rows whose column `slug` is the key."""

    def names(keys: Collection[str]) -> Mapping[str, LocalText]:
        return dict(rows().filter(**{f"{slug}__in": keys}).values_list(slug, words))

    return names


def by_number(rows: Callable[[], QuerySet[Any]], words: str) -> Names:
    """The same for rows with a number, which stays in sight: “16. …”."""

    def names(keys: Collection[str]) -> Mapping[str, LocalText]:
        numbers = [int(key) for key in keys if key.isdecimal() and len(key) < 5]
        found = rows().filter(number__in=numbers).values_list("number", words)
        return {
            str(number): LocalText({code: f"{number}. {said}" for code, said in text.items()})
            for number, text in found
        }

    return names


@dataclass(frozen=True, slots=True)
class Kind:
    """The first half of a subject: of "measure:16", "measure". Declare it once, in `verbs.py` of its room.

    `page` is the address whose argument is the other half, or what `arguments` makes of it. `names` gives
    the names of many keys at once, as anyone may read them: a key without one is shown as it is. Raises
    ValueError for a kind declared twice.
    """

    slug: str
    words: str | Promise
    page: str | None = None
    arguments: Callable[[str], tuple[str | int, ...]] = as_one
    names: Names | None = None

    known: ClassVar[dict[str, Kind]] = {}

    def __post_init__(self) -> None:
        if self.slug in Kind.known:
            raise ValueError(f"the kind “{self.slug}” is declared twice")
        Kind.known[self.slug] = self


@dataclass(frozen=True, slots=True)
class Named:
    """A subject in words: its kind ("measure"), its name or else its key, and the address of its page."""

    subject: str
    kind: str
    key: str
    name: LocalText | None
    address: str | None

    @property
    def words(self) -> str:
        """All of it, in the reader's language where it has one."""
        return f"{self.kind} {self.name or self.key}".strip()


def named(subjects: Iterable[str]) -> dict[str, Named]:
    """Each of `subjects` as a reader reads it: one query for each kind among them, whatever their number.

    A kind that nobody declared reads as it is written.
    """
    keys: dict[str, dict[str, str]] = {}
    for subject in subjects:
        slug, _, key = subject.partition(":")
        keys.setdefault(slug, {})[subject] = key
    found: dict[str, Named] = {}
    for slug, wanted in keys.items():
        kind = Kind.known.get(slug)
        names = kind.names(list(wanted.values())) if kind and kind.names else {}
        for subject, key in wanted.items():
            words, shown = (str(kind.words), key) if kind else ("", subject)
            found[subject] = Named(subject, words, shown, names.get(key), page_of(subject))
    return found


def page_of(subject: str) -> str | None:
    """The address of its page; None when it has none, or when the key is not one of ours any more."""
    slug, _, key = subject.partition(":")
    kind = Kind.known.get(slug)
    if kind is None or kind.page is None:
        return None
    try:
        return address(kind.page, *kind.arguments(key))
    except NoReverseMatch:
        return None
