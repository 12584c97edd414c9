"""Pages of accounts: each reads its input, does one act or asks one question, and renders."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def me(request: HttpRequest) -> HttpResponse:
    """The signed-in person: their organisations and roles, and how they sign in."""
    return render(request, "accounts/me.html")
