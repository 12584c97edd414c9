"""What the cell does with a report."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from relais.apps.accounts.acting import act_or_show
from relais.apps.accounts.permissions import require
from relais.apps.reporting import actions
from relais.apps.reporting.answers import answered, proposals
from relais.apps.reporting.forms import ReasonForm, ReviewForm
from relais.apps.reporting.models import Report
from relais.apps.reporting.permissions import can_judge_report
from relais.apps.reporting.views.finding import the_report, who_of


def review(request: HttpRequest, label: str, code: str) -> HttpResponse:
    """Read a submitted report; validate it, or return it with a note."""
    who, found = who_of(request), the_report(request, label, code)
    require(can_judge_report(who, found))
    form = ReviewForm(request.POST or None, who=who, initial={"seen": found.version})

    def act() -> str:
        seen = form.cleaned_data["seen"]
        if request.POST.get("do") == "second":
            actions.return_report(report=found, note=form.cleaned_data["note"], by=form.by, seen=seen)
        else:
            actions.validate_report(report=found, by=form.by, seen=seen)
        return found.get_absolute_url()

    earlier = Report.objects.before(found).first()
    context = {
        "report": found,
        "earlier": earlier,
        "answers": answered(found, earlier),
        "evidence": found.evidence.kept(),
        "proposals": proposals(found),
    }
    return act_or_show(request, form, act, template="reporting/review.html", context=context)


def reopen(request: HttpRequest, label: str, code: str) -> HttpResponse:
    """Let the owners write again, for a reason that everyone can read."""
    who, found = who_of(request), the_report(request, label, code)
    require(can_judge_report(who, found))
    form = ReasonForm(request.POST or None, who=who, initial={"seen": found.version})

    def act() -> str:
        actions.reopen_report(report=found, by=form.by, seen=form.cleaned_data["seen"], **form.given)
        return found.get_absolute_url()

    return act_or_show(request, form, act, template="reporting/reopen.html", context={"report": found})
