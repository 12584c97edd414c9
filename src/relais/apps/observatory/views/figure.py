"""The permanent address of a figure: what each source says of it, then and now, and how to cite it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from relais.apps.languages.reader import reader_language
from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.exports.citing import Citation
from relais.apps.observatory.forms.reading import day
from relais.apps.observatory.models.observations import cell_address
from relais.apps.observatory.reading.cells import WholeCell, whole_cell
from relais.apps.observatory.reading.tables import Row
from relais.apps.observatory.reading.words import with_unit
from relais.core.figures.cube import TOTAL


@login_not_required
def figure(
    request: HttpRequest, slug: str, definition: str, place: str, period: str, cut: str
) -> HttpResponse:
    """One cell. It stays here when a later edition says otherwise, and when its definition moves."""
    cut = "" if cut == TOTAL else cut
    known = m.Definition.objects.select_related("indicator", "family")
    found = get_object_or_404(known, slug=definition)
    if found.indicator.slug != slug:
        moved = cell_address(found.indicator.slug, definition, place, period, cut)
        return HttpResponsePermanentRedirect(moved)
    date = day(request.GET.get("on", ""))
    cell = whole_cell(found, place, period, cut, date)
    if cell is None:
        raise Http404
    context = {
        "cell": cell, "on": date, "citations": list(_citations(cell, request.path, date)),
        "kinds": v.FindingKind, "qualities": v.Quality, "secrecies": v.Secrecy, "breaks": v.Break,
        "NORMAL": v.Quality.NORMAL, "HIDDEN": v.Secrecy.HIDDEN,
    }  # fmt: skip
    return render(request, "observatory/figure.html", context)


def _citations(cell: WholeCell, path: str, date: dt.date | None) -> Iterator[Citation]:
    """One for each source that says it; when none does any more, one for the last that did."""
    address = f"{settings.PUBLIC_ADDRESS}{path}" + (f"?on={date.isoformat()}" if date else "")
    for each in cell.current or cell.vintages[:1]:
        release, source = each.figure.release, each.figure.release.source
        yield Citation(
            title=str(cell.definition.indicator.name), definition=str(cell.definition.name), place=cell.place,
            cut=cell.cut, period=cell.period, value=_value(cell.definition, each),
            publisher=str(source.publisher), source=str(source.title), source_slug=source.slug,
            edition=release.edition, edition_in_words=release.edition_in_words, published=release.published,
            address=address, consulted=timezone.localdate(), language=reader_language(),
        )  # fmt: skip


def _value(definition: m.Definition, row: Row) -> str:
    if row.value:
        return with_unit(row.value, definition)
    figure = row.figure
    unseen = v.Secrecy(figure.secrecy) if figure.secrecy == v.Secrecy.HIDDEN else v.Quality(figure.quality)
    return str(unseen.label)
