"""The comparisons of this room on the pages of the measures that ask for them."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from relais.apps.check.views import alone, leaves
from relais.apps.plan.models import Measure
from relais.apps.ui.slots import fills


@fills("measure", position=80)
def comparison_for_measure(request: HttpRequest, measure: Measure) -> SafeString | str:
    """The way to what is computed here about the measure."""
    context = {"leaves": measure.number in leaves.MEASURES, "alone": measure.number in alone.MEASURES}
    return render_to_string("check/of_measure.html", context, request) if any(context.values()) else ""
