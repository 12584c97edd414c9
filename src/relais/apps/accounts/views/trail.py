"""The trail for those who look after it, and the changes that anyone may read."""

from __future__ import annotations

import csv
from collections.abc import Iterable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from relais.apps.accounts.acting import who_is
from relais.apps.accounts.forms.trail import PageForm, TrailForm
from relais.apps.accounts.permissions import can_read_trail, require
from relais.apps.accounts.telling import COLUMNS, rows_of, with_names, with_organisations
from relais.apps.audit.models import Event, EventQuerySet, with_things
from relais.apps.audit.subjects import named

ON_A_PAGE = 50


def trail(request: HttpRequest) -> HttpResponse:
    """Every act: who, for whom, what, before and after, and why."""
    require(can_read_trail(who_is(request)))
    form = TrailForm(request.GET)
    events, more = _page(request, with_names(form.narrowed()))
    context = {"form": form, "events": events, "more": more}
    return render(request, "accounts/trail.html", context)


def trail_file(request: HttpRequest) -> StreamingHttpResponse:
    """The same as a CSV, all of it; row by row, however long."""
    require(can_read_trail(who_is(request)))
    events = with_names(TrailForm(request.GET).narrowed()).iterator(chunk_size=500)
    writer = csv.writer(_Echo())
    lines = (writer.writerow(row) for row in _with_head(rows_of(events)))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="trail.csv"'
    return response


@login_not_required
def changes(request: HttpRequest) -> HttpResponse:
    """What changed, in words: every public act, or those about one thing."""
    form = PageForm(request.GET)
    events, more = _page(request, with_organisations(form.narrowed(Event.objects.public())))
    about = form.answer("about")
    context = {"events": events, "more": more, "about": named([about])[about] if about else None}
    return render(request, "accounts/changes.html", context)


def _page(request: HttpRequest, events: EventQuerySet) -> tuple[list[Event], str]:
    """The events of one page, and the query string of the next: after the last one that is shown."""
    found = list(events[: ON_A_PAGE + 1])
    if len(found) <= ON_A_PAGE:
        return with_things(found), ""
    query = request.GET.copy()
    query["before"] = str(found[ON_A_PAGE - 1].pk)
    return with_things(found[:ON_A_PAGE]), query.urlencode()


class _Echo:
    """A file that keeps nothing: what is written is given back."""

    def write(self, line: str) -> str:
        return line


def _with_head(rows: Iterable[list[str]]) -> Iterable[list[str]]:
    yield ["\ufeff" + COLUMNS[0], *COLUMNS[1:]]
    yield from rows
