"""What a reader asks of the list of indicators: search words and filters, from any query string whatever."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.ui.filters import Filters, Labels
from relais.core.search.folding import fold

LEGENDS = {"theme": _("Theme"), "standing": _("Figures")}
OPTIONS_OF: dict[str, Callable[[m.Indicator], Collection[str]]] = {
    "theme": lambda each: (each.theme,),
    "standing": lambda each: (each.standing,),
}


class IndicatorFilters(Filters[m.Indicator]):
    """Filters of the list of indicators. `themes` are their names, by slug, as the room of the plan has them."""

    legends = LEGENDS
    options_of = OPTIONS_OF
    themes: Mapping[str, str | Promise] = {}

    def haystack(self, item: m.Indicator) -> str:
        definitions = (name for each in item.definitions.all() for name in each.name.values())
        return fold(" ".join((*item.name.values(), *item.meaning.values(), *item.body.values(), *definitions)))

    def labels(self, everything: Collection[m.Indicator]) -> Labels:
        themes = {each.theme: self.themes.get(each.theme, each.theme) for each in everything}
        return {
            "theme": dict(sorted(themes.items(), key=lambda pair: fold(str(pair[1])))),
            "standing": dict(v.Standing.choices),
        }
