"""Pages of freezes: the list, one with its hash and files, two compared, and the form of the cell."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.accounts.acting import act_or_show
from relais.apps.accounts.permissions import require
from relais.apps.accounts.vocabulary import Role
from relais.apps.freeze.actions import freeze_year
from relais.apps.freeze.comparing import as_table, compare
from relais.apps.freeze.files import FORMATS, file_of
from relais.apps.freeze.forms import FreezeForm, Pair
from relais.apps.freeze.models import Freeze
from relais.apps.freeze.permissions import can_freeze
from relais.apps.freeze.showing import shown
from relais.apps.sheets.files import csv_files, zipped


@login_not_required
def freezes(request: HttpRequest) -> HttpResponse:
    """Every freeze, newest first."""
    who = request.who  # type: ignore[attr-defined]
    context = {"freezes": Freeze.objects.newest_first(), "may_freeze": can_freeze(who)}
    return render(request, "freeze/freezes.html", context)


@login_not_required
def freeze(request: HttpRequest, name: str) -> HttpResponse:
    """One freeze: what it holds, its hash and how to compute it, its files."""
    found = get_object_or_404(Freeze.objects.named(name))
    context = {
        "freeze": found,
        "tables": [(table, len(table.rows)) for table in found.dataset().tables],
        "newer": Freeze.objects.newer_edition(found),
    }
    return render(request, "freeze/freeze.html", context)


@login_not_required
def freeze_file(_request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """A freeze as JSON, CSV or XLSX. What a hash names never changes, so caches may keep it."""
    found = get_object_or_404(Freeze.objects.named(name))
    if kind not in FORMATS:
        raise Http404
    form = FORMATS[kind]
    response = HttpResponse(file_of(found, kind), content_type=form.media_type)
    response["Content-Disposition"] = f'attachment; filename="relais-{found.name}.{form.extension}"'
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@login_not_required
def comparison(request: HttpRequest) -> HttpResponse:
    """Two freezes side by side: what came, what went, what changed."""
    pair = Pair(request.GET, list(Freeze.objects.newest_first()))
    found = compare(pair.old.dataset(), pair.new.dataset()) if pair.old and pair.new else []
    return render(request, "freeze/comparison.html", {"pair": pair, "differences": shown(found)})


@login_not_required
def comparison_file(request: HttpRequest) -> HttpResponse:
    """The same as CSV, every difference a line."""
    pair = Pair(request.GET, list(Freeze.objects.newest_first()))
    if not (pair.old and pair.new):
        raise Http404
    about = f"What differs between the data of {pair.old} and of {pair.new}."
    lines = as_table(compare(pair.old.dataset(), pair.new.dataset()))
    response = HttpResponse(zipped(csv_files(about, [lines])), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="relais-{pair.old}-{pair.new}.zip"'
    return response


def new_freeze(request: HttpRequest) -> HttpResponse:
    """The cell freezes a year."""
    who = request.who  # type: ignore[attr-defined]
    require(can_freeze(who))
    form = FreezeForm(request.POST or None, who=who, organisations=who.organisations_as(Role.CELL))
    return act_or_show(
        request, form, lambda: freeze_year(by=form.by, **form.given).get_absolute_url(),
        template="freeze/new.html",
    )  # fmt: skip
