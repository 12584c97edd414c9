"""Data wanted: what no figure says, whom to ask, and a letter that asks for it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from relais.apps.observatory.models import Dimension, Indicator
from relais.apps.observatory.reading.words import names_of_codes
from relais.apps.observatory.registers.wanted import gaps, requests
from relais.apps.observatory.registers.words import asked, missing


@login_not_required
def wanted(request: HttpRequest) -> HttpResponse:
    """Every indicator of which something is wanted, and all that each body should give."""
    found, codes = gaps(), names_of_codes()
    dimensions = dict(Dimension.objects.values_list("slug", "name"))
    told = [(gap, missing(gap, dimensions, codes)) for gap in found]
    groups = {
        _("No figure at all"): [each for each in told if each[0].is_whole and each[0].indicator.ask],
        _("Some figures, not all that is needed"): [each for each in told if not each[0].is_whole],
        _("Waiting for data to compute with"): [each for each in told if each[0].is_ours],
    }
    context = {
        "groups": groups.items(), "counts": list(map(len, groups.values())),
        "asked": asked(requests(found), dimensions, codes), "indicators": Indicator.objects.count(),
    }  # fmt: skip
    return render(request, "observatory/wanted.html", context)
