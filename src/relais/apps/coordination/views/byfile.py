"""Work by file: a workbook of one's own actions, and taking it back."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import AlreadyDone
from relais.apps.coordination import byfile as sheet
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination.actions.byfile import take_actions
from relais.apps.coordination.forms.byfile import FileOfActions
from relais.apps.languages.addresses import address
from relais.apps.sheets.incoming import UnreadableSheet
from relais.apps.sheets.verdicts import Judgement
from relais.apps.sheets.working import working_copy

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _own(who: Who) -> list[m.Action]:
    """The actions that this person may change."""
    readable = m.Action.objects.readable_by(who).in_order().whole()
    return [action for action in readable if may.can_edit_action(who, action)]


def byfile(request: HttpRequest) -> HttpResponse:
    """Explain, check a workbook, or take it."""
    who: Who = request.who  # type: ignore[attr-defined]
    require(may.can_propose_action(who))
    form = FileOfActions(request.POST or None, request.FILES or None, who=who)
    judgement = _judged(form) if request.method == "POST" and form.is_valid() else None
    if judgement and judgement.is_sound and not form.cleaned_data["only_check"]:
        counts = judgement.counts
        said = _("Taken: %(new)s new, %(changed)s changed, %(same)s as they were.")
        messages.success(
            request,
            said % {"new": counts["new"], "changed": counts["changed"], "same": counts["unchanged"]},  # type: ignore[index]
        )
        return HttpResponseRedirect(address("coordination:actions"), status=HTTPStatus.SEE_OTHER)
    is_refused = bool(form.errors) or (judgement is not None and not judgement.is_sound)
    return render(
        request,
        "coordination/byfile.html",
        {"form": form, "judgement": judgement, "count": len(_own(who))},
        status=HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK,
    )


def _judged(form: FileOfActions) -> Judgement | None:
    try:
        return take_actions(rows=form.rows, by=form.by, only_check=form.cleaned_data["only_check"])
    except UnreadableSheet as error:
        form.add_error("file", str(error))
    except AlreadyDone:
        form.add_error(None, _("This file was taken already. Nothing was done twice."))
    return None


def workbook(request: HttpRequest) -> HttpResponse:
    """The workbook of the actions that this person may change."""
    who: Who = request.who  # type: ignore[attr-defined]
    require(may.can_propose_action(who))
    content = working_copy(sheet.SHEET, sheet.COLUMNS, sheet.rows(_own(who)))
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="actions.xlsx"'
    return response
