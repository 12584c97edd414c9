"""Finding what an address speaks of, for who may know of it; else there is no such page."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.coordination.models import Action
from relais.apps.coordination.permissions import can_read_action
from relais.apps.reporting.models import Report, Round
from relais.apps.reporting.permissions import can_run_rounds


def who_of(request: HttpRequest) -> Who:
    """The person behind the request."""
    return request.who  # type: ignore[attr-defined, no-any-return]


def the_report(request: HttpRequest, label: str, code: str) -> Report:
    """The report, read or not; raises Http404 where its action is a draft that is not theirs."""
    report = get_object_or_404(Report.objects.whole(), round__label=label, action__code=code)
    if not can_read_action(who_of(request), report.action):
        raise Http404
    return report


def the_action(request: HttpRequest, code: str) -> Action:
    """The action; raises Http404 for a draft that is not theirs."""
    rows = Action.objects.prefetch_related("owners__organisation", "answered__measure")
    action = get_object_or_404(rows, code=code)
    if not can_read_action(who_of(request), action):
        raise Http404
    return action


def round_to_run(request: HttpRequest, label: str) -> Round:
    """The round, for the cell; raises Refused for anyone else."""
    require(can_run_rounds(who_of(request)))
    return get_object_or_404(Round.objects.counted(), label=label)
