"""Figures as files, for statisticians and portals: of one indicator, or of all, as of now or of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import override

from relais.apps.observatory.exports import BY_SUFFIX
from relais.apps.observatory.exports.selecting import Used, about, figures, known
from relais.apps.observatory.models import Indicator
from relais.apps.observatory.vocabulary import Standing


@login_not_required
def downloads(request: HttpRequest) -> HttpResponse:
    """All figures as files, each with what it is for; then those of each indicator."""
    listed = Indicator.objects.filter(standing=Standing.LIVE).order_by("number")
    context = {"indicators": listed, "asked": request.GET.get("on", ""), "on": _day(request)}
    return render(request, "observatory/all_downloads.html", context)


@login_not_required
def all_figures(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """Every figure, in one file."""
    return _file(request, suffix, None)


@login_not_required
def of_indicator(request: HttpRequest, slug: str, suffix: str) -> HttpResponseBase:
    """The figures of one indicator, in one file."""
    return _file(request, suffix, get_object_or_404(Indicator, slug=slug))


def _file(request: HttpRequest, suffix: str, indicator: Indicator | None) -> HttpResponseBase:
    if suffix not in BY_SUFFIX:
        raise Http404
    date = _day(request)
    wanted = known(date, [indicator.slug] if indicator else [])
    form = BY_SUFFIX[suffix]
    if form.most is not None and wanted.count() > form.most:
        return _too_many(form.most)
    told = about(Used.by(wanted), date, indicator)
    content = _in(told.language, form.write(figures(wanted), told))
    response = StreamingHttpResponse(content, content_type=form.media_type)
    dated = f"-{date.isoformat()}" if date else ""
    response["Content-Disposition"] = f'attachment; filename="{told.name}{dated}.{suffix}"'
    return response


def _too_many(most: int) -> HttpResponse:
    said = _("More than %(most)s figures are too many for this format: take the CSV, or one indicator.")
    return HttpResponse(said % {"most": most}, status=413, content_type="text/plain; charset=utf-8")


def _in(language: str, content: Iterator[bytes]) -> Iterator[bytes]:
    """What is streamed is made when the language of the request may no longer be active."""
    with override(language):
        yield from content


def _day(request: HttpRequest) -> dt.date | None:
    """None without a day. What is no day is no file: a wrong one would give today's figures for then's."""
    told = request.GET.get("on", "")
    try:
        return dt.date.fromisoformat(told) if told else None
    except ValueError:
        raise Http404(f"“{told}” is no day: write 2024-01-01") from None
