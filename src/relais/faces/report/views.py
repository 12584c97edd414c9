"""Pages of the yearly balance: each finds its freeze, asks it for one chapter, and renders."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.freeze.models import Freeze


@login_not_required
def balances(request: HttpRequest) -> HttpResponse:
    """The balance of every year, newest first; or what will stand here."""
    return render(request, "report/balances.html", {"freezes": Freeze.objects.latest_of_each_year()})


@login_not_required
def balance(request: HttpRequest, name: str) -> HttpResponse:
    """The balance of one freeze: in short, and its chapters."""
    found = get_object_or_404(Freeze.objects.named(name))
    return render(request, "report/balance.html", {"freeze": found})
