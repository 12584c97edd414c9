"""Work by file: a workbook of one's reports for a round, and taking it back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from relais.apps.accounts.permissions import require
from relais.apps.accounts.taking import take_or_show
from relais.apps.languages.addresses import address
from relais.apps.reporting import byfile as sheet
from relais.apps.reporting.actions.byfile import take_reports
from relais.apps.reporting.forms.byfile import FileOfReports
from relais.apps.reporting.models import Round
from relais.apps.reporting.permissions import can_take_reports, can_write_report
from relais.apps.reporting.views.finding import who_of
from relais.apps.sheets.verdicts import Judgement
from relais.apps.sheets.working import XLSX, working_copy


def byfile(request: HttpRequest, label: str) -> HttpResponse:
    """Explain, check a workbook, or take it."""
    who = who_of(request)
    require(can_take_reports(who))
    found = get_object_or_404(Round, label=label)
    form = FileOfReports(request.POST or None, request.FILES or None, who=who, label=label)
    reports = list(found.reports.taken_by(who).whole())

    def take() -> Judgement:
        only_check = form.cleaned_data["only_check"]
        return take_reports(round=found, rows=form.rows, by=form.by, only_check=only_check)

    to_write = [report for report in reports if report.is_open and can_write_report(who, report)]
    context = {"round": found, "count": len(reports), "to_write": len(to_write)}
    done = address("reporting:mine")
    return take_or_show(request, form, take, done=done, template="reporting/byfile.html", context=context)


def workbook(request: HttpRequest, label: str) -> HttpResponse:
    """The workbook of the reports that this person may take: of a round, in the order of the plan."""
    who = who_of(request)
    require(can_take_reports(who))
    found = get_object_or_404(Round, label=label)
    rows = sheet.rows(found.reports.taken_by(who).whole().in_order())
    response = HttpResponse(working_copy(sheet.sheet(label), sheet.COLUMNS, rows), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="reports-{label}.xlsx"'
    return response
