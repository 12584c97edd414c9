"""What a reader asks of the list of measures: search words and filters, from any query string whatever."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.plan import vocabulary as v
from relais.apps.plan.models import Actor, Measure
from relais.apps.ui.filters import Filters, Labels, Query
from relais.core.chain import FAMILIES
from relais.core.search.folding import fold

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


class MeasureFilters(Filters[Measure]):
    """Filters of the list of measures; `apply` wants them as `whole(*self.needs)` gives them."""

    legends = LEGENDS
    options_of = OPTIONS_OF

    @property
    def needs(self) -> tuple[str, ...]:
        """What `Measure.objects.whole()` must fetch more, to search in it."""
        return ("official_texts",) if self.words else ()

    def haystack(self, item: Measure) -> str:
        return haystack(item)

    def labels(self, everything: Collection[Measure]) -> Labels:
        return {
            "theme": {str(m.theme.number): f"{m.theme.number}. {m.theme.name}" for m in everything},
            "kind": dict(v.MeasureKind.choices),
            "level": dict(v.Level.choices),
            "means": dict(v.Means.choices),
            "actor": _names(actor for m in everything for actor in m.named),
            "proposed": _names(actor for m in everything for actor in m.proposed),
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
