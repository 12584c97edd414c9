"""The indicators of a measure, on the page of the measure."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from relais.apps.observatory.crossing import ASKED_BY
from relais.apps.observatory.models import Indicator
from relais.apps.observatory.vocabulary import Standing
from relais.apps.ui.slots import fills


@fills("measure", position=70)
def indicators_of_measure(request: HttpRequest, measure: Any) -> SafeString | str:
    """What is measured about the measure, or is wanted. One query."""
    found = [each for each in Indicator.objects.order_by("number") if measure.number in each.measures]
    asks_to_cross = measure.number == ASKED_BY
    context = {"indicators": found, "standings": Standing, "asks_to_cross": asks_to_cross}
    is_shown = found or asks_to_cross
    return render_to_string("observatory/of_measure.html", context, request) if is_shown else ""
