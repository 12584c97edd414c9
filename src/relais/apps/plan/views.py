"""Public pages of the plan: each reads its input, asks one question of the models, and renders."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.plan import models as m
from relais.apps.plan import vocabulary as v
from relais.apps.plan.chains import chain_around, overview
from relais.apps.plan.exports import FORMATS, export
from relais.apps.plan.forms import LineChoice, MeasureFilters
from relais.apps.plan.pictures import Picture, picture_around, picture_of_plan
from relais.core.chain.layout import draw_neighbourhood, draw_plan


@login_not_required
def themes(request: HttpRequest) -> HttpResponse:
    """The 16 themes."""
    listed = m.Theme.objects.order_by("number").annotate(
        measure_count=Count("measures", distinct=True),
        entry_count=Count("annex_entries", distinct=True),
    )
    return render(request, "plan/themes.html", {"themes": listed})


@login_not_required
def theme(request: HttpRequest, number: int) -> HttpResponse:
    """One theme: both its names, its measures, and whom annex 1 proposes, in its own words."""
    found = get_object_or_404(m.Theme, number=number)
    context = {
        "theme": found,
        "measures": found.measures.in_order().prefetch_related("actors"),
        "entries": found.annex_entries.order_by("position").prefetch_related("actors"),
        "previous": m.Theme.objects.filter(number=number - 1).first(),
        "next": m.Theme.objects.filter(number=number + 1).first(),
    }
    return render(request, "plan/theme.html", context)


@login_not_required
def measures(request: HttpRequest) -> HttpResponse:
    """The list of measures, narrowed by search words and facets. htmx asks for the same address."""
    filters = MeasureFilters.read(request.GET)
    everything = m.Measure.objects.whole(*filters.needs)
    narrowed = filters.apply(everything)
    context = {
        "filters": filters,
        "measures": narrowed.items,
        "total": len(everything),
        "facets": filters.facets(narrowed, everything),
        "removals": filters.removals(everything),
    }
    template = "plan/measures_results.html" if request.htmx else "plan/measures.html"  # type: ignore[attr-defined]
    response = render(request, template, context)
    response["Vary"] = "HX-Request"
    return response


@login_not_required
def measure(request: HttpRequest, number: int) -> HttpResponse:
    """One measure: our words, the advice's own, where it stands, who can act, and its links both ways."""
    found = get_object_or_404(m.Measure.objects.for_page(), number=number)
    official = {text.letter: text for text in found.official_texts.all()}
    neighbours = m.Measure.objects.filter(number__in=(number - 1, number + 1)).order_by("number")
    outgoing = found.links_out.in_order().select_related("source__theme", "target__theme")
    incoming = found.links_in.in_order().select_related("source__theme", "target__theme")
    context = {
        "measure": found,
        "outgoing": outgoing,
        "incoming": incoming,
        "picture": _around(found, [*outgoing, *incoming]),
        "official": official.get(""),
        "official_parts": [text for letter, text in official.items() if letter],
        "before": next((n for n in neighbours if n.number < number), None),
        "after": next((n for n in neighbours if n.number > number), None),
        "entries": found.theme.annex_entries.order_by("position").prefetch_related("actors"),
        "levels": [v.Level(level).label for level in found.levels],
        "means": [v.Means(means).label for means in found.means],
    }
    return render(request, "plan/measure.html", context)


def _around(measure: m.Measure, links: list[m.Link]) -> Picture | None:
    if not links:
        return None
    by_number = {end.number: end for link in links for end in (link.source, link.target)}
    drawing = draw_neighbourhood(chain_around(measure, links), measure.number)
    return picture_around(drawing, by_number)


@login_not_required
def actors(request: HttpRequest) -> HttpResponse:
    """Every actor, by kind, with how much is asked of it."""
    listed = m.Actor.objects.with_load().prefetch_related("later_names")
    by_kind = {
        v.ActorKind(kind).label: [actor for actor in listed if actor.kind == kind]
        for kind in v.ActorKind.values
    }
    context = {"listed": listed, "by_kind": {k: a for k, a in by_kind.items() if a}}
    return render(request, "plan/actors.html", context)


@login_not_required
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything asked of one actor, across themes."""
    found = get_object_or_404(m.Actor.objects.prefetch_related("later_names"), slug=slug)
    entries = (
        m.AnnexEntry.objects.filter(actors=found)
        .select_related("theme")
        .order_by("theme__number", "position")
        .prefetch_related(Prefetch("theme__measures", m.Measure.objects.in_order()))
    )
    context = {
        "actor": found,
        "measures": found.measures.in_order().select_related("theme"),
        "demands": found.demands.order_by("position"),
        "entries": entries,
    }
    return render(request, "plan/actor.html", context)


@login_not_required
def chain(request: HttpRequest) -> HttpResponse:
    """How the measures set one another in motion: a drawing, rankings, gaps, a matrix, every link."""
    measures = m.Measure.objects.whole()
    found = overview(measures)
    lines = LineChoice.read(request.GET)
    links = m.Link.objects.in_order().select_related("source", "target")
    context = {
        "overview": found,
        "links": links,
        "said_by_advice": sum(link.origin == v.Origin.ADVICE for link in links),
        "lines": lines,
        "picture": picture_of_plan(draw_plan(found.chain, width=1090, kinds=lines.kinds), measures),
    }
    return render(request, "plan/chain.html", context)


@login_not_required
def documents(request: HttpRequest) -> HttpResponse:
    """The documents that the plan rests on."""
    listed = m.Document.objects.order_by("position").annotate(citation_count=Count("citations"))
    return render(request, "plan/documents.html", {"documents": listed})


@login_not_required
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """One document: what is known of it, who cites it, the tables and actions it holds."""
    found = get_object_or_404(m.Document, slug=slug)
    answers = m.Answer.objects.select_related("measure").order_by("measure__number")
    context = {
        "document": found,
        "citations": found.citations.select_related("citing").order_by("page"),
        "statistics": found.statistics.order_by("position"),
        "actions": found.actions.order_by("position")
        .select_related("document")
        .prefetch_related(Prefetch("answers", answers)),
        "measure_count": found.measures.count(),
    }
    return render(request, "plan/document.html", context)


@login_not_required
def demands(request: HttpRequest) -> HttpResponse:
    """What the advice asks outside its numbered measures."""
    listed = m.Demand.objects.order_by("position").select_related("document").prefetch_related("actors")
    return render(request, "plan/demands.html", {"demands": listed})


@login_not_required
def glossary(request: HttpRequest) -> HttpResponse:
    """The words of this site, and the two definitions of a single-parent family."""
    listed = sorted(m.Term.objects.select_related("document"), key=lambda t: str(t.term).casefold())
    return render(request, "plan/glossary.html", {"terms": listed})


@login_not_required
def download(request: HttpRequest) -> HttpResponse:
    """The whole plan as files."""
    return render(request, "plan/download.html", {"counts": m.counts()})


@login_not_required
def plan_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The plan as one file: json, csv (a zip) or xlsx."""
    if kind not in FORMATS:
        raise Http404
    file = FORMATS[kind]
    response = HttpResponse(export(kind), content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.file_name}"'
    return response
