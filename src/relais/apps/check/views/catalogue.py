"""The catalogue as pages: every right, and one right with its rules, its amounts and its cases."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from relais.apps.check import catalogue
from relais.apps.check.telling import tell
from relais.apps.check.vocabulary import Tag, Theme, Way
from relais.apps.languages.reader import reader_language
from relais.apps.plan.vocabulary import Level


@login_not_required
def rights(request: HttpRequest) -> HttpResponse:
    """Every right of the catalogue, by theme."""
    every = catalogue.rights().items()
    themes = [(theme, [(name, about) for name, about in every if about.theme == theme]) for theme in Theme]
    return render(request, "check/rights.html", {"themes": themes, "theme_names": Theme, "ways": Way})


@login_not_required
def right(request: HttpRequest, name: str) -> HttpResponse:
    """One right: what it is, how to ask for it, and how it is computed."""
    today = timezone.localdate()
    told = tell(catalogue.slugs().get(name, ""), reader_language(), today)
    if told is None:
        raise Http404
    context = {
        "told": told, "about": told.about, "today": today, "ways": Way, "tags": Tag, "levels": Level,
        "programs": reverse("api-v1:get_right", args=[told.name]),
    }  # fmt: skip
    return render(request, "check/right.html", context)
