"""Releases for a reader: who brought figures and when, and what each release changed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.accounts.acting import who_is
from relais.apps.observatory import models as m
from relais.apps.observatory.permissions import can_propose_release
from relais.apps.observatory.proposals.differences import differences
from relais.apps.observatory.proposals.words import listings

A_PAGE = 100


@login_not_required
def releases(request: HttpRequest) -> HttpResponse:
    """Every release that counts or counted, newest first."""
    found = m.Release.objects.accepted().select_related("source").newest_first()
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "may_propose": can_propose_release(who_is(request))}
    return render(request, "observatory/releases.html", context)


@login_not_required
def release(request: HttpRequest, source: str, edition: str) -> HttpResponse:
    """One release: where it comes from, and what it changed on its day."""
    accepted = m.Release.objects.accepted().select_related("source")
    found = get_object_or_404(accepted, source__slug=source, edition=edition)
    of = request.GET.get("of", "")
    shown = listings(differences(found), of, request.GET.get("page"))
    return render(request, "observatory/release.html", {"release": found, "listings": shown, "of": of})
