"""What a reader asks of the list of asks: state, theme, actor; from any query string whatever."""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.utils.translation import gettext_lazy as _

from relais.apps.coordination.standing import Standing
from relais.apps.coordination.vocabulary import AskState
from relais.apps.ui.filters import Filters, Labels
from relais.core.search.folding import fold

OPTIONS_OF: dict[str, Callable[[Standing], Collection[str]]] = {
    "state": lambda each: (each.state.value,),
    "theme": lambda each: (str(each.ask.measure.theme.number),),
    "actor": lambda each: (each.ask.actor.slug,),
}


class AskFilters(Filters[Standing]):
    """Filters of the list of asks."""

    legends = {"state": _("Answer"), "theme": _("Theme"), "actor": _("Actor")}
    options_of = OPTIONS_OF

    def haystack(self, item: Standing) -> str:
        return fold(" ".join([*item.ask.actor.name.values(), *item.ask.measure.title.values()]))

    def labels(self, everything: Collection[Standing]) -> Labels:
        themes = {each.ask.measure.theme.number: each.ask.measure.theme for each in everything}
        actors: dict[str, str] = {each.ask.actor.slug: str(each.ask.actor.name) for each in everything}
        states = {each.state for each in everything}
        return {
            "state": {state.value: state.label for state in AskState if state in states},
            "theme": {str(number): f"{number}. {themes[number].name}" for number in sorted(themes)},
            "actor": {slug: actors[slug] for slug in sorted(actors, key=lambda slug: fold(actors[slug]))},
        }
