"""Work by file: a workbook of one's own actions, and taking it back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from relais.apps.accounts.acting import who_is
from relais.apps.accounts.permissions import require
from relais.apps.accounts.taking import take_or_show
from relais.apps.accounts.who import Who
from relais.apps.coordination import byfile as sheet
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination.actions.byfile import take_actions
from relais.apps.coordination.forms.byfile import FileOfActions
from relais.apps.languages.addresses import address
from relais.apps.sheets.verdicts import Judgement
from relais.apps.sheets.working import XLSX, working_copy


def _own(who: Who) -> list[m.Action]:
    """The actions that this person may change."""
    readable = m.Action.objects.readable_by(who).in_order().whole()
    return [action for action in readable if may.can_edit_action(who, action)]


def byfile(request: HttpRequest) -> HttpResponse:
    """Explain, check a workbook, or take it."""
    who = who_is(request)
    require(may.can_propose_action(who))
    form = FileOfActions(request.POST or None, request.FILES or None, who=who)

    def take() -> Judgement:
        return take_actions(rows=form.rows, by=form.by, only_check=form.cleaned_data["only_check"])

    return take_or_show(
        request, form, take, done=address("coordination:actions"), template="coordination/byfile.html",
        context={"count": len(_own(who))},
    )  # fmt: skip


def workbook(request: HttpRequest) -> HttpResponse:
    """The workbook of the actions that this person may change."""
    who = who_is(request)
    require(may.can_propose_action(who))
    content = working_copy(sheet.SHEET, sheet.COLUMNS, sheet.rows(_own(who)))
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="actions.xlsx"'
    return response
