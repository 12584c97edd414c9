"""A consultation that was also held elsewhere: its opinions as a file, and taking such a file in."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.audit.actions import AlreadyDone
from relais.apps.consultation import actions
from relais.apps.consultation import permissions as may
from relais.apps.consultation.forms.importing import FileForm
from relais.apps.consultation.models import Consultation
from relais.apps.consultation.sheet import COLUMNS, file_of
from relais.apps.consultation.views.finding import consultation_of, who
from relais.apps.languages.addresses import address
from relais.apps.sheets.verdicts import Judgement


def file(request: HttpRequest, slug: str) -> HttpResponse:
    """Check a file, or take it in; what it would do stands above the form, row by row."""
    found = consultation_of(request, slug)
    require(may.can_import_opinions(who(request), found))
    form = FileForm(request.POST or None, request.FILES or None, who=who(request))
    judgement = _taken(form, found) if request.method == "POST" and form.is_valid() else None
    if judgement and judgement.is_sound and not form.cleaned_data["only_check"]:
        messages.success(request, _in_words(judgement))
        where = address("consultation:moderation", found.slug)
        return HttpResponseRedirect(where, status=HTTPStatus.SEE_OTHER)
    is_refused = bool(form.errors) or (judgement is not None and not judgement.is_sound)
    context = {"consultation": found, "form": form, "judgement": judgement, "columns": COLUMNS}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    return render(request, "consultation/file.html", context, status=status)


def _taken(form: FileForm, found: Consultation) -> Judgement | None:
    try:
        return actions.import_opinions(
            by=form.by, consultation=found, rows=form.rows, only_check=form.cleaned_data["only_check"]
        )
    except ValidationError as error:
        form.add_error(None, error)
    except AlreadyDone:
        form.add_error(None, _("This file was taken already. Nothing was done twice."))
    return None


def _in_words(judgement: Judgement) -> str:
    counts = {str(outcome): count for outcome, count in judgement.counts.items()}
    return _("Taken in: %(new)s new, %(changed)s changed, %(unchanged)s as they were.") % counts


def opinions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every opinion as CSV, for those who moderate."""
    found = consultation_of(request, slug)
    require(may.can_import_opinions(who(request), found))
    response = HttpResponse(file_of(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{found.slug}.csv"'
    return response
