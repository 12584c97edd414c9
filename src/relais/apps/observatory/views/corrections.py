"""Corrections: what a later release changed, and what the audit found that nobody has mended yet."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relais.apps.observatory.reading.words import names_of_codes
from relais.apps.observatory.registers.corrections import Correction, years
from relais.apps.observatory.registers.corrections import corrections as all_corrections
from relais.apps.observatory.registers.words import corrected, open_findings
from relais.apps.observatory.vocabulary import FindingKind


@login_not_required
def corrections(request: HttpRequest) -> HttpResponse:
    """Those of a year (`?year=2026`, else the last one that has any), and the findings that are open."""
    known, codes = years(), names_of_codes()
    told = request.GET.get("year", "")
    year = next((each for each in known if str(each) == told), next(iter(known), None))
    found = corrected(_of(year), codes) if year else []
    context = {
        "year": year, "years": known, "corrections": found, "findings": open_findings(codes),
        "kinds": FindingKind,
    }  # fmt: skip
    return render(request, "observatory/corrections.html", context)


def _of(year: int) -> list[Correction]:
    return all_corrections(since=dt.date(year - 1, 12, 31), until=dt.date(year, 12, 31))
