"""Municipalities: what is known of each beside the region, and what nobody counts there."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.comparing.profiles import ENOUGH_FOR_A_RANK, how_many, profile
from relais.apps.observatory.reading.places import places as every_place
from relais.apps.observatory.reading.words import names_of_codes


@login_not_required
def places(request: HttpRequest) -> HttpResponse:
    """The region and its municipalities, with how many figures are known of each."""
    where = every_place()
    counts = how_many(where)
    listed = [(code, where.names[code], counts.get(code, 0)) for code in where.municipalities]
    context = {
        "region": where.region,
        "places": where,
        "listed": listed,
        "of_region": counts.get(where.region, 0),
    }
    return render(request, "observatory/places.html", context)


@login_not_required
def place(request: HttpRequest, code: str) -> HttpResponse:
    """One of them."""
    where = every_place()
    if code not in {where.region, *where.municipalities}:
        raise Http404
    found = profile(code, where, names_of_codes())
    context = {
        "code": code, "name": where.names[code], "region": where.names[where.region],
        "is_region": code == where.region, "profile": found, "qualities": v.Quality,
        "enough": ENOUGH_FOR_A_RANK,
        "all": len(where.municipalities),
        "others": [(each, where.names[each]) for each in where.municipalities],
    }  # fmt: skip
    return render(request, "observatory/place.html", context)
