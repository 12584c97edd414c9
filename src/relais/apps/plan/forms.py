"""What a reader asks of the list of measures: search words and filters, from any query string whatever."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.plan import vocabulary as v
from relais.apps.plan.models import Actor, Measure
from relais.core.chain import FAMILIES
from relais.core.search.facets import Narrowed, narrow
from relais.core.search.folding import LONGEST_QUERY, fold, has_all, terms

LONGEST_LIST = 30  # options chosen in one facet; more is not a reader

LEGENDS = {
    "theme": _("Theme"),
    "kind": _("Kind"),
    "level": _("Level of power"),
    "means": _("Means asked for"),
    "actor": _("Actor named by the measure"),
    "proposed": _("Actor proposed for the theme"),
    "linked": _("Links"),
}
LINKED = {"yes": _("Linked to others"), "no": _("Not linked")}

OPTIONS_OF: dict[str, Callable[[Measure], Collection[str]]] = {
    "theme": lambda m: (str(m.theme.number),),
    "kind": lambda m: (m.kind,),
    "level": lambda m: m.levels,
    "means": lambda m: m.means,
    "actor": lambda m: [actor.slug for actor in m.named],
    "proposed": lambda m: [actor.slug for actor in m.proposed],
    "linked": lambda m: ("yes" if m.outgoing or m.incoming else "no",),
}


class Query(Protocol):
    """A query string: several values for one name."""

    def getlist(self, key: str) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a facet, and how many measures it gives."""

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


@dataclass(frozen=True, slots=True)
class MeasureFilters:
    """Search words and, per facet, the chosen options. Unknown options are kept, give nothing, and say so."""

    words: str
    chosen: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, query: Query) -> MeasureFilters:
        """From a query string: long and repeated values are cut, control characters removed. Never raises."""
        words = next(iter(query.getlist("q")), "")
        return cls(
            words=_clean(words)[:LONGEST_QUERY],
            chosen={
                name: tuple(dict.fromkeys(filter(None, map(_option, query.getlist(name)[:LONGEST_LIST]))))
                for name in OPTIONS_OF
            },
        )

    @property
    def is_empty(self) -> bool:
        """Nothing searched, nothing chosen."""
        return not self.words and not any(self.chosen.values())

    @property
    def needs(self) -> tuple[str, ...]:
        """What `Measure.objects.whole()` must fetch more, to search in it."""
        return ("official_texts",) if self.words else ()

    def apply(self, measures: Iterable[Measure]) -> Narrowed[Measure]:
        """The measures left and the counts per option; `measures` as `whole(*self.needs)` gives them."""
        wanted = terms(self.words)
        found = (m for m in measures if has_all(wanted, haystack(m))) if wanted else measures
        return narrow(found, OPTIONS_OF, self.chosen)

    def without(self, name: str, value: str) -> str:
        """The query string of the same filters less one."""
        pairs = [("q", self.words)] if self.words and name != "q" else []
        pairs += [(n, o) for n, os in self.chosen.items() for o in os if (n, o) != (name, value)]
        return urlencode(pairs)

    def facets(self, narrowed: Narrowed[Measure], measures: Collection[Measure]) -> list[Facet]:
        """Every facet with every option that `measures` (all of them) know, and its count."""
        named = _labels(measures)
        return [
            Facet(
                name,
                legend,
                [
                    Option(value, label, narrowed.counts[name][value], value in self.chosen[name])
                    for value, label in named[name].items()
                ],
            )
            for name, legend in LEGENDS.items()
        ]

    def removals(self, measures: Collection[Measure]) -> list[Removal]:
        """What is chosen now, each with the query string that takes it away."""
        if self.is_empty:
            return []
        named = _labels(measures)
        chosen = [(name, option) for name, options in self.chosen.items() for option in options]
        words = [Removal(self.words, self.without("q", ""), True)] if self.words else []
        return words + [
            Removal(named[name].get(option, option), self.without(name, option), option in named[name])
            for name, option in chosen
        ]


def _labels(measures: Collection[Measure]) -> dict[str, dict[str, str | Promise]]:
    return {
        "theme": {str(m.theme.number): f"{m.theme.number}. {m.theme.name}" for m in measures},
        "kind": dict(v.MeasureKind.choices),
        "level": dict(v.Level.choices),
        "means": dict(v.Means.choices),
        "actor": _names(actor for m in measures for actor in m.named),
        "proposed": _names(actor for m in measures for actor in m.proposed),
        "linked": dict(LINKED),
    }


def haystack(measure: Measure) -> str:
    """Where a search looks: number, title, summary, official wording where it was imported; folded."""
    official = (text.words for text in measure.official_texts.all())
    words = (str(measure.number), *measure.title.values(), *measure.summary.values(), *official)
    return fold(" ".join(words))


def _names(actors: Iterable[Actor]) -> dict[str, str | Promise]:
    by_slug = {actor.slug: actor for actor in actors}
    return {a.slug: str(a.name) for a in sorted(by_slug.values(), key=lambda a: fold(str(a.name)))}


def _option(value: str) -> str:
    return _clean(value)[:60]


def _clean(words: str) -> str:
    return "".join(c for c in words if c.isprintable()).strip()


_FAMILIES: dict[str, list[v.LinkKind]] = {}
for _kind in v.LinkKind:
    _FAMILIES.setdefault(FAMILIES[_kind.value], []).append(_kind)


@dataclass(frozen=True, slots=True)
class LineChoice:
    """Which families of links the drawing shows. By default only what comes before what."""

    families: tuple[str, ...]

    @classmethod
    def read(cls, query: Query) -> LineChoice:
        """From a query string; unknown families are left out. Never raises."""
        chosen = tuple(family for family in _FAMILIES if family in query.getlist("lines"))
        return cls(chosen or ("order",))

    @property
    def kinds(self) -> list[str]:
        return [kind for kind, family in FAMILIES.items() if family in self.families]

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """Every family: its key, the names of its kinds, whether it is drawn."""
        return [
            (family, ", ".join(str(kind.label) for kind in kinds), family in self.families)
            for family, kinds in _FAMILIES.items()
        ]
