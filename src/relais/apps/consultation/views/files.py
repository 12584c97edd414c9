"""A consultation that was also held elsewhere: its opinions as a file, and taking such a file in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from relais.apps.accounts.permissions import require
from relais.apps.accounts.taking import take_or_show
from relais.apps.consultation import actions
from relais.apps.consultation import permissions as may
from relais.apps.consultation.forms.importing import FileForm
from relais.apps.consultation.sheet import COLUMNS, file_of
from relais.apps.consultation.views.finding import consultation_of, who
from relais.apps.languages.addresses import address
from relais.apps.sheets.verdicts import Judgement


def file(request: HttpRequest, slug: str) -> HttpResponse:
    """Check a file, or take it in; what it would do stands above the form, row by row."""
    found = consultation_of(request, slug)
    require(may.can_import_opinions(who(request), found))
    form = FileForm(request.POST or None, request.FILES or None, who=who(request))

    def take() -> Judgement:
        return actions.import_opinions(
            by=form.by, consultation=found, rows=form.rows, only_check=form.cleaned_data["only_check"]
        )

    return take_or_show(
        request, form, take, done=address("consultation:moderation", found.slug),
        template="consultation/file.html", context={"consultation": found, "columns": COLUMNS},
    )  # fmt: skip


def opinions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every opinion as CSV, for those who moderate."""
    found = consultation_of(request, slug)
    require(may.can_import_opinions(who(request), found))
    response = HttpResponse(file_of(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{found.slug}.csv"'
    return response
