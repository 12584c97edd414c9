"""What a reader asks of the list of indicators, and of a comparison, from any query string whatever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.ui.filters import LONGEST_LIST, Filters, Labels, Query
from relais.core.search.folding import fold

LEGENDS = {"theme": _("Theme"), "standing": _("Figures")}
OPTIONS_OF: dict[str, Callable[[m.Indicator], Collection[str]]] = {
    "theme": lambda each: (each.theme,),
    "standing": lambda each: (each.standing,),
}


class IndicatorFilters(Filters[m.Indicator]):
    """Filters of the list of indicators. `themes` are their names by slug, as the plan has them."""

    legends = LEGENDS
    options_of = OPTIONS_OF
    themes: Mapping[str, str | Promise] = {}

    def haystack(self, item: m.Indicator) -> str:
        definitions = (name for each in item.definitions.all() for name in each.name.values())
        return fold(
            " ".join((*item.name.values(), *item.meaning.values(), *item.body.values(), *definitions))
        )

    def labels(self, everything: Collection[m.Indicator]) -> Labels:
        themes = {each.theme: self.themes.get(each.theme, each.theme) for each in everything}
        return {
            "theme": dict(sorted(themes.items(), key=lambda pair: fold(str(pair[1])))),
            "standing": dict(v.Standing.choices),
        }


@dataclass(frozen=True, slots=True)
class ComparisonChoice:
    """What is compared: an indicator (its slug), keys of groups in places, a period and an earlier one."""

    indicator: str
    keys: tuple[str, ...]
    period: str
    since: str

    @classmethod
    def read(cls, query: Query) -> Self:
        """What is unknown gives nothing. Never raises."""
        keys = tuple(dict.fromkeys(query.getlist("with")[:LONGEST_LIST]))
        return cls(_first(query, "of"), keys, _first(query, "in"), _first(query, "since"))

    def query(self, **instead: str) -> str:
        """Its own query string, with another period or none."""
        told = {"in": self.period, "since": self.since, **instead}
        pairs = [("of", self.indicator), *(("with", key) for key in self.keys)]
        return urlencode([*pairs, *((name, value) for name, value in told.items() if value)])


def _first(query: Query, name: str) -> str:
    return next(iter(query.getlist(name)), "")[:60]


def day(told: str) -> dt.date | None:
    """None for what is no day: then what is known today is shown, and the page says so."""
    try:
        return dt.date.fromisoformat(told)
    except ValueError:
        return None
