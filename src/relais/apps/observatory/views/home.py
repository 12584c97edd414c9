"""The observatory for a reader: six figures that matter, then all that is measured and all that is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

from relais.apps.observatory import models as m
from relais.apps.observatory.doors import DOORS
from relais.apps.observatory.forms.reading import IndicatorFilters
from relais.apps.observatory.pictures import sparks
from relais.apps.observatory.reading.cards import Card, highlights, of_indicators
from relais.apps.observatory.reading.places import Places, places
from relais.apps.observatory.vocabulary import Standing
from relais.apps.ui.slots import added
from relais.core.figures.charts import Drawing


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Figures on top, then every indicator, narrowed by words and facets. htmx asks for the same address."""
    filters = IndicatorFilters.read(request.GET)
    everything = list(m.Indicator.objects.order_by("number").prefetch_related("definitions"))
    filters.themes = {each.theme: str(column.of(each)) for column in added("indicators", request, everything)
                      for each in everything}  # fmt: skip
    narrowed, where = filters.apply(everything), places()
    context = {
        "filters": filters, "found": narrowed.items,
        "groups": _by_theme(narrowed.items, filters.themes, where),
        "total": len(everything), "facets": filters.facets(narrowed, everything),
        "removals": filters.removals(everything),
        "live": sum(each.standing == Standing.LIVE for each in everything),
    }  # fmt: skip
    if request.htmx:  # type: ignore[attr-defined]
        response = render(request, "observatory/home_results.html", context)
    else:
        context |= {"cards": _drawn(highlights(where)), "sources": m.Source.objects.count(), "doors": DOORS}
        response = render(request, "observatory/home.html", context)
    response["Vary"] = "HX-Request"
    return response


def _drawn(cards: Sequence[Card]) -> list[tuple[Card, Drawing, str]]:
    """Each with its course as small as a word, and what that says."""
    return [(each, *sparks(each.series, each.figure.definition.breaks.all())) for each in cards]


def _by_theme(
    indicators: Sequence[m.Indicator], themes: Mapping[str, str | Promise], where: Places
) -> dict[str, list[tuple[m.Indicator, Card | None]]]:
    """Themes in the order of their first indicator; each indicator with its newest figure."""
    cards = of_indicators(indicators, where)
    groups: dict[str, list[tuple[m.Indicator, Card | None]]] = {}
    for each in indicators:
        groups.setdefault(str(themes.get(each.theme, each.theme)), []).append((each, cards.get(each.pk)))
    return groups
