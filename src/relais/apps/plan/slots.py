"""What the plan says on pages of figures: the theme of an indicator, and the measures that it informs."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from relais.apps.observatory.models import Indicator
from relais.apps.plan.models import Measure, Theme
from relais.apps.ui.slots import Column, adds, fills


@adds("indicators")
def themes_of_indicators(_request: HttpRequest, indicators: Sequence[Indicator]) -> list[Column]:
    """The name of the theme of each. One query."""
    names = dict(Theme.objects.values_list("slug", "name"))
    return [Column(_("Theme"), {i.pk: str(names[i.theme]) for i in indicators if i.theme in names})]


@fills("indicator")
def measures_of_indicator(request: HttpRequest, indicator: Indicator) -> SafeString | str:
    """The measures that it informs, with their titles. One query."""
    found = list(Measure.objects.filter(number__in=indicator.measures).order_by("number"))
    return render_to_string("plan/of_indicator.html", {"measures": found}, request) if found else ""
