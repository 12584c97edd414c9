"""The chart of a definition as a file: SVG, PNG, or its values as CSV."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from relais.apps.observatory import models as m
from relais.apps.observatory.forms.reading import day
from relais.apps.observatory.pictures import picture
from relais.apps.observatory.reading.figures import figures_of
from relais.apps.observatory.reading.places import places
from relais.apps.observatory.reading.vintages import said_by, vintages
from relais.apps.observatory.reading.words import names_of_codes
from relais.apps.ui.pictures import csv, png, svg
from relais.core.figures.charts import Chart

_KINDS: dict[str, tuple[str, Callable[[Chart], str | bytes]]] = {
    "svg": ("image/svg+xml", svg),
    "png": ("image/png", lambda chart: png(svg(chart))),
    "csv": ("text/csv; charset=utf-8", csv),
}


@login_not_required
def chart(request: HttpRequest, slug: str, definition: str, kind: str) -> HttpResponse:
    """Of the figures of today, or of `?on=`. 404 where there is nothing to see beside one another."""
    counted = m.Definition.objects.select_related("indicator").annotate(how_many=Count("observations"))
    found = get_object_or_404(counted, slug=definition, indicator__slug=slug)
    where = places()
    figures = figures_of([found], where, day(request.GET.get("on", "")))
    figures = list(said_by(vintages(found.indicator), figures))
    drawn = picture(found, figures, list(found.breaks.all()), names_of_codes(), where)
    if drawn is None or kind not in _KINDS:
        raise Http404
    content_type, made = _KINDS[kind]
    response = HttpResponse(made(drawn), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{definition}.{kind}"'
    return response
