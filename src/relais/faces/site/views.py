"""Pages that join the rooms: home, search, about, the accessibility statement, errors, files for machines."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_from_request, override

from relais.apps.languages.addresses import address
from relais.apps.plan import models as plan
from relais.apps.plan import vocabulary as v
from relais.apps.ui.filters import Option
from relais.faces.site import gallery
from relais.faces.site.finding import find
from relais.faces.site.site_map import every_page


@login_not_required
def front_door(request: HttpRequest) -> HttpResponse:
    """To the home page in the language the browser asks for; no cookie remembers it."""
    with override(get_language_from_request(request)):
        response = HttpResponseRedirect(address("home"))
    response["Vary"] = "Accept-Language"
    return response


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """What was asked, by whom, how far: only what can be counted."""
    counts = plan.counts()
    context = {
        "counts": counts,
        "themes": plan.Theme.objects.order_by("number"),
        "answered": plan.Answer.objects.values("measure").distinct().count(),
        **plan.EarlierAction.objects.top_level().how_much_is_known(),
    }
    return render(request, "site/home.html", context)


@login_not_required
def search(request: HttpRequest) -> HttpResponse:
    """Search the whole site: measures, themes, actors, demands, documents, glossary."""
    words = "".join(c for c in request.GET.get("q", "") if c.isprintable()).strip()[:200]
    return render(request, "site/search.html", {"words": words, "groups": find(words)})


@login_not_required
def about(request: HttpRequest) -> HttpResponse:
    """What Relais is, what it is not, how it was made, and whom to tell of a mistake."""
    return render(request, "site/about.html")


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement, dated."""
    return render(request, "site/accessibility.html")


@login_not_required
def components(request: HttpRequest) -> HttpResponse:
    """Every component of the kit, for those who build."""
    options = [Option(k, label, n, n == 3) for n, (k, label) in enumerate(v.Means.choices)]
    return render(request, "site/components.html", {"options": options, "charts": gallery.charts()})


@login_not_required
def robots(_request: HttpRequest) -> HttpResponse:
    """Everything public may be read by anyone."""
    return HttpResponse("User-agent: *\nAllow: /\n", content_type="text/plain")


@login_not_required
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in every language."""
    found = [request.build_absolute_uri(address) for address in every_page()]
    return render(request, "site/sitemap.xml", {"addresses": found}, content_type="application/xml")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page that says what happened and where to go, in the language of the address."""
    return render(request, "site/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs no database: the database may be what failed."""
    return render(request, "site/500.html", status=500)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Says that the act or the page is not theirs, and whom to ask."""
    return render(request, "site/403.html", {"why": str(exception)}, status=403)


def forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from a page of ours, or from one that was open too long."""
    return render(request, "site/403.html", {"is_stale": True}, status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too many attempts in a short time: with one address, or from one place."""
    return render(request, "site/429.html", status=429)
