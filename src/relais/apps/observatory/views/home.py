"""The observatory for a reader: what is measured, and what is wanted."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """Every indicator by how it stands: with figures, to be computed, wanted."""
    every = m.Indicator.objects.annotate(figures=Count("definitions__observations")).order_by("number")
    groups = {standing: [i for i in every if i.standing == standing] for standing in v.Standing}
    context = {
        "groups": groups.items(), "count": len(every), "live": len(groups[v.Standing.LIVE]),
        "sources": m.Source.objects.count(),
    }  # fmt: skip
    return render(request, "observatory/home.html", context)
