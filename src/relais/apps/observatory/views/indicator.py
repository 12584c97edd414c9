"""One indicator with its figures: what they mean, who says them, and what does not fit among them."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.reading import said, tables


@login_not_required
def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """One indicator; with `?on=2024-01-01`, its figures as they were known on that day."""
    found = get_object_or_404(m.Indicator, slug=slug)
    date = _day(request.GET.get("on", ""))
    shown = tables(found, date)
    findings = [
        (finding, _printed(finding) or said(finding.said, decimals), said(finding.computed, decimals))
        for each in shown
        for finding, decimals in ((one, each.definition.decimals) for one in each.findings)
    ]
    context = {
        "indicator": found, "limits": [LocalText(limit) for limit in found.limits], "tables": shown,
        "on": date, "findings": findings, "kinds": v.FindingKind, "standings": v.Standing,
        "qualities": v.Quality, "breaks": v.Break, "NORMAL": v.Quality.NORMAL,
    }  # fmt: skip
    return render(request, "observatory/indicator.html", context)


def _printed(finding: m.Finding) -> str:
    """What stands in the source, of a misprint."""
    if finding.kind != v.FindingKind.MISPRINT:
        return ""
    return next((each.printed for each in finding.observations.all() if each.printed), "")


def _day(told: str) -> dt.date | None:
    """None for what is no day: then the figures of today are shown, and the page says so."""
    try:
        return dt.date.fromisoformat(told)
    except ValueError:
        return None
