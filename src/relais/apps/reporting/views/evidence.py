"""Evidence: adding it, removing it, and handing a file over as a download and as nothing else."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from relais.apps.accounts.acting import act_or_show
from relais.apps.accounts.permissions import require
from relais.apps.coordination.permissions import owner_organisations
from relais.apps.languages.addresses import address
from relais.apps.reporting import actions, keeping
from relais.apps.reporting.forms import FileForm, LinkForm, ReasonForm
from relais.apps.reporting.models import Evidence, Report
from relais.apps.reporting.permissions import can_read_report, can_remove_evidence, can_write_report
from relais.apps.reporting.views.finding import the_report, who_of


def attach(request: HttpRequest, label: str, code: str) -> HttpResponse:
    """Back a report with a link or, at ?file, with a file."""
    who, found = who_of(request), the_report(request, label, code)
    require(can_write_report(who, found))
    is_file = "file" in request.GET
    kind = FileForm if is_file else LinkForm
    owners = owner_organisations(found.action)
    form = kind(request.POST or None, request.FILES or None, who=who, organisations=owners)

    def act() -> str:
        given = form.given
        if is_file:
            uploaded = given["file"]
            content = uploaded.read(settings.EVIDENCE_LARGEST + 1)
            actions.attach_file(
                report=found, title=given["title"], content=content, name=uploaded.name or "", by=form.by
            )
        else:
            actions.attach_link(report=found, by=form.by, **given)
        return address("reporting:write", label, code)

    context = {
        "report": found,
        "is_file": is_file,
        "largest": settings.EVIDENCE_LARGEST,
        "is_scanned": bool(settings.EVIDENCE_SCANNER),
        "evidence": found.evidence.kept(),
    }
    return act_or_show(request, form, act, template="reporting/attach.html", context=context)


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take evidence away, for a reason."""
    who = who_of(request)
    rows = Evidence.objects.kept().select_related("report")
    found = get_object_or_404(rows, pk=pk)
    found.report = the_report(request, found.report.round.label, found.report.action.code)
    require(can_remove_evidence(who, found))
    form = ReasonForm(request.POST or None, who=who)

    def act() -> str:
        actions.remove_evidence(evidence=found, by=form.by, **form.given)
        return found.report.get_absolute_url()

    return act_or_show(request, form, act, template="reporting/remove.html", context={"evidence": found})


@require_safe
@login_not_required
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file, for who may read its report: saved to disk by the browser, never shown inside a page."""
    found = get_object_or_404(Evidence.objects.kept().files(), pk=pk)
    report = Report.objects.whole().get(pk=found.report_id)
    path = keeping.path_of(found.sha256)
    if not can_read_report(who_of(request), report) or not path.is_file():
        raise Http404
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=found.name, content_type=found.media_type
    )
    response["Content-Security-Policy"] = "sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
