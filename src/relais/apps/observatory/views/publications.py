"""The yearly publication: the list, one with all that it holds, and its files."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.accounts.acting import act_or_show, try_or_show, who_is
from relais.apps.accounts.permissions import require
from relais.apps.accounts.vocabulary import Role
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.actions.publishing import draft, publish_figures
from relais.apps.observatory.forms.publishing import PublishForm
from relais.apps.observatory.models import Publication
from relais.apps.observatory.permissions import can_publish_figures
from relais.apps.observatory.yearly.words import Issue
from relais.apps.sheets.files import csv_files, zipped


def as_csv(found: Publication) -> bytes:
    """A zip with a tidy table for each table of the set."""
    about = f"Relais, figures of {found.year}, sha256 of the JSON: {found.sha256}."
    return zipped(csv_files(about, found.dataset().tables))


FILES = {  # what an address asks for, to how it is written, what browsers call it, how its name ends
    "json": (Publication.json, "application/json; charset=utf-8", "json"),
    "csv": (as_csv, "application/zip", "zip"),
}


@login_not_required
def publications(request: HttpRequest) -> HttpResponse:
    """Every publication, newest first."""
    context = {
        "publications": Publication.objects.newest_first(),
        "may_publish": can_publish_figures(who_is(request)),
    }
    return render(request, "observatory/publications.html", context)


def publish(request: HttpRequest) -> HttpResponse:
    """Publish a year; or try it, which says what would be published and keeps nothing."""
    who = who_is(request)
    require(can_publish_figures(who))
    form = PublishForm(request.POST or None, who=who, organisations=who.organisations_as(Role.CELL))

    def attempt() -> dict[str, Any]:
        held = draft(form.given["year"], form.given["as_of"])
        return {"tried": {"figures": held.counts["figures"], "checks": Issue(held).checks()}}

    def act() -> str:
        return publish_figures(by=form.by, **form.given).get_absolute_url()

    if request.method == "POST" and request.POST.get("do") != "second":
        return try_or_show(request, form, attempt, template="observatory/publish.html")
    return act_or_show(request, form, act, template="observatory/publish.html")


@login_not_required
def publication(request: HttpRequest, year: int) -> HttpResponse:
    """The figures of a year as they were frozen: nothing on this page is read from anywhere else."""
    found = get_object_or_404(Publication.objects.newest_first(), year=year)
    issue = Issue(found.dataset())
    context = {
        "publication": found, "sections": issue.sections(), "findings": issue.findings(),
        "corrections": issue.corrections(), "checks": issue.checks(), "answers": issue.answers(),
        "address": request.build_absolute_uri(found.get_absolute_url()), "kinds": v.FindingKind,
        "qualities": v.Quality, "breaks": v.Break,
        "NORMAL": v.Quality.NORMAL,
    }  # fmt: skip
    return render(request, "observatory/publication.html", context)


@login_not_required
def publication_file(_request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The set as JSON (the bytes that were hashed) or as CSV. It never changes, so caches may keep it."""
    found = get_object_or_404(Publication, year=year)
    if kind not in FILES:
        raise Http404
    write, media_type, suffix = FILES[kind]
    response = HttpResponse(write(found), content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="relais-figures-{year}.{suffix}"'
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
