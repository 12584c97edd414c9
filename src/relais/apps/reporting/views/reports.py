"""Reports: the page that anyone reads, the form that owners fill in, and the list of one's own."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from relais.apps.accounts.acting import act_or_show
from relais.apps.accounts.permissions import require
from relais.apps.coordination.permissions import owner_organisations
from relais.apps.languages.addresses import address
from relais.apps.reporting import actions
from relais.apps.reporting.answers import answered, proposals
from relais.apps.reporting.forms import PROPOSAL, ReportForm
from relais.apps.reporting.models import Report
from relais.apps.reporting.permissions import can_judge_report, can_read_report, can_write_report
from relais.apps.reporting.views.finding import the_report, who_of


@login_not_required
def report(request: HttpRequest, label: str, code: str) -> HttpResponse:
    """How a report stands; and what it says, for those who may read it."""
    who, found = who_of(request), the_report(request, label, code)
    earlier = Report.objects.before(found).first()
    may_read = can_read_report(who, found)
    context = {
        "report": found,
        "earlier": earlier,
        "may_read": may_read,
        "may_write": can_write_report(who, found) and found.is_open,
        "may_judge": can_judge_report(who, found),
        "answers": answered(found, earlier) if may_read else [],
        "proposals": proposals(found) if may_read else [],
        "evidence": found.evidence.select_related("attached_by", "removed_by") if may_read else [],
    }
    return render(request, "reporting/report.html", context)


def mine(request: HttpRequest) -> HttpResponse:
    """The reports that this person's organisations owe: those still to write first."""
    reports = list(
        Report.objects.of(who_of(request)).whole().order_by("-round__period_to", "action__position")
    )
    to_write = [report for report in reports if report.is_open]
    context = {
        "open": to_write,
        "labels": list(dict.fromkeys(report.round.label for report in to_write)),
        "others": [report for report in reports if not report.is_open],
    }
    return render(request, "reporting/mine.html", context)


def write(request: HttpRequest, label: str, code: str) -> HttpResponse:
    """The report form: a draft is kept as often as wanted, and submitted when it is complete."""
    who, found = who_of(request), the_report(request, label, code)
    require(can_write_report(who, found))
    if request.method == "GET" and not found.is_open:
        return redirect(found.get_absolute_url())
    earlier = Report.objects.before(found).first()
    form = ReportForm(
        request.POST or None,
        who=who,
        organisations=owner_organisations(found.action),
        initial=ReportForm.initial_of(found),
    )

    def act() -> str:
        after = request.POST.get("do")
        write_it = actions.submit_report if after == "submit" else actions.save_draft
        write_it(report=found, by=form.by, seen=form.cleaned_data["seen"], **form.given)
        return address("reporting:attach", label, code) if after == "attach" else found.get_absolute_url()

    context = {
        "report": found,
        "earlier": earlier,
        "questions": form.laid_out(answered(found, earlier)),
        "proposal": [form[name] for name in PROPOSAL],
        "evidence": found.evidence.kept(),
    }
    return act_or_show(request, form, act, template="reporting/write.html", context=context)
