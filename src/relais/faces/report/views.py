"""Pages of the yearly balance: each finds its freeze, asks for one chapter, and shows it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.freeze.models import Freeze
from relais.faces.report.chapters import Balance, chapters
from relais.faces.report.paper import NoPango, has_paper, render_paper


@login_not_required
def balances(request: HttpRequest) -> HttpResponse:
    """The balance of every year, newest first; or what will stand here."""
    return render(request, "report/balances.html", {"freezes": Freeze.objects.latest_of_each_year()})


@login_not_required
def chapter(request: HttpRequest, name: str, slug: str, number: int | None = None) -> HttpResponse:
    """One chapter of a balance, and the way to the others."""
    freeze = get_object_or_404(Freeze.objects.named(name))
    balance = Balance(freeze, Freeze.objects.before(freeze))
    every = chapters(balance)
    place = next((n for n, c in enumerate(every) if (c.slug, c.number) == (slug, number)), None)
    if place is None:
        raise Http404
    pages = [(each, each.address(freeze)) for each in every]
    context = {
        "freeze": freeze, "chapter": every[place], "pages": pages, "content": every[place].html(balance),
        "previous": pages[place - 1] if place else None,
        "next": pages[place + 1] if place + 1 < len(pages) else None,
        "newer": Freeze.objects.newer_edition(freeze), "has_paper": has_paper(freeze),
    }  # fmt: skip
    return render(request, "report/chapter.html", context)


@login_not_required
def paper(_request: HttpRequest, name: str) -> HttpResponse:
    """The balance as a PDF: the first who asks waits some seconds for it, everyone after finds it kept."""
    freeze = get_object_or_404(Freeze.objects.named(name))
    try:
        place = render_paper(freeze)
    except NoPango:
        raise Http404 from None
    response = HttpResponse(place.read_bytes(), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="relais-{freeze.name}.pdf"'
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
