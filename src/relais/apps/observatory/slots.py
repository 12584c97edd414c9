"""The indicators of a measure, on the page of the measure."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from relais.apps.observatory.models import Indicator
from relais.apps.observatory.parenthood import INDICATOR, MEASURE, matrix
from relais.apps.observatory.vocabulary import Standing
from relais.apps.ui.slots import fills


@fills("measure", position=70)
def indicators_of_measure(request: HttpRequest, measure: Any) -> SafeString | str:
    """What is measured about the measure, or is wanted. One query."""
    found = [each for each in Indicator.objects.order_by("number") if measure.number in each.measures]
    context = {"indicators": found, "standings": Standing}
    return render_to_string("observatory/of_measure.html", context, request) if found else ""


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
