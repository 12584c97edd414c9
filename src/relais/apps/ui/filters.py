"""What a reader asks of a list: search words and filters, from any query string whatever.

A list of a room makes a subclass: its facets, the options that an item has in each, their names, and where a
search looks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, Self, TypeVar
from urllib.parse import urlencode

from django.utils.functional import Promise

from relais.core.search.facets import Narrowed, narrow
from relais.core.search.folding import LONGEST_QUERY, has_all, terms

LONGEST_LIST = 30  # options chosen in one facet; more is not a reader

Item = TypeVar("Item")
Labels = Mapping[str, Mapping[str, str | Promise]]  # facet to its options, in order: value to name


class Query(Protocol):
    """A query string: several values for one name."""

    def getlist(self, key: str) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a facet, and how many things it gives."""

    value: str
    label: str | Promise
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of options."""

    name: str
    legend: str | Promise
    options: list[Option]

    @property
    def is_open(self) -> bool:
        return any(option.is_chosen for option in self.options)


@dataclass(frozen=True, slots=True)
class Removal:
    """A choice that can be taken back. One that names nothing we know is said to be unknown."""

    label: str | Promise
    query: str
    is_known: bool


class Filters(Generic[Item]):
    """Search words and, per facet, the chosen options. Unknown options are kept, give nothing, and say so."""

    legends: ClassVar[Mapping[str, str | Promise]]
    options_of: ClassVar[Mapping[str, Callable[[Any], Collection[str]]]]

    def __init__(self, words: str, chosen: Mapping[str, tuple[str, ...]]) -> None:
        self.words, self.chosen = words, chosen

    def labels(self, everything: Collection[Item]) -> Labels:
        """Every option of every facet that `everything` knows, and its name."""
        raise NotImplementedError

    def haystack(self, item: Item) -> str:
        """Where a search looks: folded words."""
        raise NotImplementedError

    @classmethod
    def read(cls, query: Query) -> Self:
        """From a query string: long and repeated values are cut, control characters removed. Never raises."""
        words = next(iter(query.getlist("q")), "")
        return cls(
            words=_clean(words)[:LONGEST_QUERY],
            chosen={
                name: tuple(dict.fromkeys(filter(None, map(_option, query.getlist(name)[:LONGEST_LIST]))))
                for name in cls.options_of
            },
        )

    @property
    def is_empty(self) -> bool:
        """Nothing searched, nothing chosen."""
        return not self.words and not any(self.chosen.values())

    def apply(self, everything: Iterable[Item]) -> Narrowed[Item]:
        """The items left and the counts per option."""
        wanted = terms(self.words)
        found = (i for i in everything if has_all(wanted, self.haystack(i))) if wanted else everything
        return narrow(found, self.options_of, self.chosen)

    @property
    def query(self) -> str:
        """The query string of these filters."""
        return self.without("", "")

    def without(self, name: str, value: str) -> str:
        """The query string of the same filters less one."""
        pairs = [("q", self.words)] if self.words and name != "q" else []
        pairs += [(n, o) for n, os in self.chosen.items() for o in os if (n, o) != (name, value)]
        return urlencode(pairs)

    def facets(self, narrowed: Narrowed[Item], everything: Collection[Item]) -> list[Facet]:
        """Every facet with every option that `everything` (unfiltered) knows, and its count."""
        named = self.labels(everything)
        return [
            Facet(
                name,
                legend,
                [
                    Option(value, label, narrowed.counts[name][value], value in self.chosen[name])
                    for value, label in named[name].items()
                ],
            )
            for name, legend in self.legends.items()
        ]

    def removals(self, everything: Collection[Item]) -> list[Removal]:
        """What is chosen now, each with the query string that takes it away."""
        if self.is_empty:
            return []
        named = self.labels(everything)
        chosen = [(name, option) for name, options in self.chosen.items() for option in options]
        words = [Removal(self.words, self.without("q", ""), True)] if self.words else []
        return words + [
            Removal(named[name].get(option, option), self.without(name, option), option in named[name])
            for name, option in chosen
        ]


def _option(value: str) -> str:
    return _clean(value)[:60]


def _clean(words: str) -> str:
    return "".join(c for c in words if c.isprintable()).strip()
