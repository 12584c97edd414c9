"""The yearly publication: the list, one with all that it holds, and its files."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.models import Publication
from relais.apps.observatory.published import Issue
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
    return render(
        request, "observatory/publications.html", {"publications": Publication.objects.newest_first()}
    )


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
