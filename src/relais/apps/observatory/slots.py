"""The indicators of a measure with their newest figure, on the page of the measure."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from relais.apps.observatory.comparing.crossing import ASKED_BY
from relais.apps.observatory.models import Indicator
from relais.apps.observatory.pictures import sparks
from relais.apps.observatory.reading.cards import of_indicators
from relais.apps.observatory.reading.places import places
from relais.apps.observatory.registers.parenthood import INDICATOR, MEASURE, matrix
from relais.apps.observatory.vocabulary import Standing
from relais.apps.ui.slots import fills


@fills("measure", position=70)
def indicators_of_measure(request: HttpRequest, measure: Any) -> SafeString | str:
    """What is measured about the measure, or is wanted. One query of indicators, three of their figures."""
    found = [each for each in Indicator.objects.order_by("number") if measure.number in each.measures]
    asks_to_cross = measure.number == ASKED_BY
    if not found and not asks_to_cross:
        return ""
    cards = of_indicators(found, places())
    drawn = {key: sparks(each.series, each.figure.definition.breaks.all()) for key, each in cards.items()}
    rows = [(each, cards.get(each.pk), *drawn.get(each.pk, (None, ""))) for each in found]
    context = {"rows": rows, "standings": Standing, "asks_to_cross": asks_to_cross}
    return render_to_string("observatory/of_measure.html", context, request)


@fills("measure", position=71)
def parenthood_of_measure(request: HttpRequest, measure: Any) -> SafeString | str:
    """On the measure that asks for it, the score of the parenthood parameter. Three queries there."""
    return _score(request) if measure.number == MEASURE else ""


@fills("indicator")
def parenthood_of_indicator(request: HttpRequest, indicator: Any) -> SafeString | str:
    """The same, on the indicator that it is."""
    return _score(request) if indicator.slug == INDICATOR else ""


def _score(request: HttpRequest) -> SafeString:
    context = {"scores": matrix().scores()}
    return render_to_string("observatory/score.html", context, request)
