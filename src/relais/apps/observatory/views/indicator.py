"""One indicator with its figures: what they mean, who says them, and what does not fit among them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.forms.reading import day
from relais.apps.observatory.pictures import picture
from relais.apps.observatory.reading.places import places
from relais.apps.observatory.reading.tables import told


@login_not_required
def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """One indicator; with `?on=2024-01-01`, its figures as they were known on that day."""
    found = get_object_or_404(m.Indicator, slug=slug)
    date = day(request.GET.get("on", ""))
    where = places()
    shown, editions, names = told(found, where, date)
    drawn = [(each, picture(each.definition, each.figures, each.breaks, names, where)) for each in shown]
    context = {
        "indicator": found, "limits": [LocalText(limit) for limit in found.limits], "on": date,
        "query": f"?on={date}" if date else "",
        "tables": drawn,
        "conflicts": [conflict for each in shown for conflict in each.conflicts],
        "doubts": [doubt for each in shown for doubt in each.doubts], "vintages": editions,
        "kinds": v.FindingKind, "standings": v.Standing, "breaks": v.Break,
        "has_figures": any(each.rows for each in shown),
    }  # fmt: skip
    return render(request, "observatory/indicator.html", context)
