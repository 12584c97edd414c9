"""Rounds: for anyone, how many reports came and who is silent; for the cell, the work."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.accounts.acting import act_or_show
from relais.apps.accounts.permissions import require
from relais.apps.languages.addresses import address
from relais.apps.reporting import actions
from relais.apps.reporting import vocabulary as v
from relais.apps.reporting.forms import ButtonForm, ChosenReportsForm, RoundForm
from relais.apps.reporting.models import Round
from relais.apps.reporting.permissions import can_run_rounds, can_take_reports
from relais.apps.reporting.silence import silent_by_organisation
from relais.apps.reporting.views.finding import round_to_run, who_of


@login_not_required
def rounds(request: HttpRequest) -> HttpResponse:
    """Every round, and how many of the reports it asked for came."""
    context = {
        "rounds": Round.objects.counted().newest_first(),
        "standings": v.Standing,
        "may_open": can_run_rounds(who_of(request)),
    }
    return render(request, "reporting/rounds.html", context)


@login_not_required
def round(request: HttpRequest, label: str) -> HttpResponse:
    """One round: the counts with their denominator, the silent by name, and every report that was asked."""
    found = get_object_or_404(Round.objects.counted(), label=label)
    reports = list(found.reports.whole().filter(action__is_draft=False).in_order())
    context = {
        "round": found,
        "reports": reports,
        "silent": silent_by_organisation(reports),
        "may_run": can_run_rounds(who_of(request)),
        "may_take": can_take_reports(who_of(request)),
    }
    return render(request, "reporting/round.html", context)


def open_round(request: HttpRequest) -> HttpResponse:
    """The cell asks every action for a report."""
    require(can_run_rounds(who_of(request)))
    form = RoundForm(request.POST or None, who=who_of(request))

    def act() -> str:
        opened = actions.open_round(**form.given, by=form.by)
        return address("reporting:working", opened.label)

    return act_or_show(request, form, act, template="reporting/open_round.html")


def close_round(request: HttpRequest, label: str) -> HttpResponse:
    """The cell locks every report of a round."""
    found = round_to_run(request, label)
    form = ButtonForm(request.POST or None, who=who_of(request), initial={"seen": found.version})

    def act() -> str:
        actions.close_round(round=found, by=form.by, seen=form.cleaned_data["seen"])
        return found.get_absolute_url()

    return act_or_show(request, form, act, template="reporting/close_round.html", context={"round": found})


def working(request: HttpRequest, label: str) -> HttpResponse:
    """The cell's desk for a round: reports by how they stand, and validating several at once."""
    found = round_to_run(request, label)
    chosen = request.GET.get("standing", "")
    reports = found.reports.whole().in_order()
    rows = list(reports.standing(chosen) if chosen in v.Standing.values else reports)
    submitted = [report for report in rows if report.state == v.ReportState.SUBMITTED]
    form = ChosenReportsForm(request.POST or None, who=who_of(request), reports=submitted)

    def act() -> str:
        actions.validate_reports(round=found, reports=form.chosen, by=form.by)
        return request.get_full_path()

    context = {"round": found, "reports": rows, "chosen": chosen, "can_choose": bool(submitted)}
    return act_or_show(request, form, act, template="reporting/working.html", context=context)
