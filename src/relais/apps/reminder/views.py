"""Pages of this room: each reads its input, asks one question, and renders."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def desk(request: HttpRequest) -> HttpResponse:
    """What waits for the signed-in person, soonest first."""
    return render(request, "reminder/desk.html")
