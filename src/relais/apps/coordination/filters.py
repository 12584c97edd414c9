"""What a reader asks of the list of asks: state, theme, actor; from any query string whatever."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.coordination.standing import Standing
from relais.apps.coordination.vocabulary import AskState
from relais.apps.plan.forms import Facet, Option, Query
from relais.core.search.facets import Narrowed, narrow
from relais.core.search.folding import fold

LONGEST_LIST = 30  # options chosen in one facet; more is not a reader

LEGENDS = {"state": _("Answer"), "theme": _("Theme"), "actor": _("Actor")}
OPTIONS_OF: dict[str, Callable[[Standing], Collection[str]]] = {
    "state": lambda each: (each.state.value,),
    "theme": lambda each: (str(each.ask.measure.theme.number),),
    "actor": lambda each: (each.ask.actor.slug,),
}


@dataclass(frozen=True, slots=True)
class AskFilters:
    """Per facet, the chosen options. Unknown options give nothing."""

    chosen: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, query: Query) -> AskFilters:
        """From a query string. Never raises."""
        given = {name: query.getlist(name)[:LONGEST_LIST] for name in LEGENDS}
        return cls({name: tuple(dict.fromkeys(filter(None, values))) for name, values in given.items()})

    def apply(self, everything: Collection[Standing]) -> Narrowed[Standing]:
        """The asks left, and the counts per option."""
        return narrow(everything, OPTIONS_OF, self.chosen)

    def facets(
        self, narrowed: Narrowed[Standing], everything: Collection[Standing]
    ) -> list[Facet]:  # fmt: skip
        """Every facet with every option that `everything` knows."""
        named = _labels(everything)
        return [
            Facet(name, legend, [Option(value, label, narrowed.counts[name][value], value in chosen)
                                 for value, label in named[name].items()])
            for name, legend in LEGENDS.items()
            for chosen in [self.chosen[name]]
        ]  # fmt: skip


def _labels(everything: Collection[Standing]) -> dict[str, dict[str, str | Promise]]:
    themes = {each.ask.measure.theme.number: each.ask.measure.theme for each in everything}
    actors: dict[str, str] = {each.ask.actor.slug: str(each.ask.actor.name) for each in everything}
    states = {each.state for each in everything}
    return {
        "state": {state.value: state.label for state in AskState if state in states},
        "theme": {str(number): f"{number}. {themes[number].name}" for number in sorted(themes)},
        "actor": {slug: actors[slug] for slug in sorted(actors, key=lambda slug: fold(actors[slug]))},
    }
