"""What the plan offers to programs: every noun, under the same names as in the exports."""

from __future__ import annotations

from typing import Annotated, Any

from django.db.models import Q
from django.http import Http404, HttpRequest
from ninja import Field, Path, Query, Router, Schema

from relais.apps.plan import models as m
from relais.apps.plan import reading
from relais.apps.plan import records as r
from relais.apps.plan import vocabulary as v
from relais.apps.plan.forms import MeasureFilters

router = Router()

LARGEST = 9999


def _example(example: str | int, about: str) -> Any:
    return Field(json_schema_extra={"example": example, "description": about})


MeasureNumber = Annotated[int, Field(ge=1, le=LARGEST), _example(16, "number of a measure")]
ThemeNumber = Annotated[int, Field(ge=1, le=LARGEST), _example(4, "number of a theme")]
ActorSlug = Annotated[str, _example("actiris", "slug of an actor")]
DocumentSlug = Annotated[str, _example("advice-2020", "slug of a document")]


class ListedMeasure(r.Measure):
    """A measure as the list has it: links without their reasons."""

    proposed: Annotated[list[str], Field(description="actors that annex 1 proposes for its theme")]
    links: Annotated[list[r.LinkEnds], Field(description="from it and to it")]


class WholeMeasure(r.Measure):
    """A measure with all that bears on it."""

    proposed: Annotated[list[str], Field(description="actors that annex 1 proposes for its theme")]
    links: Annotated[list[r.Link], Field(description="from it and to it")]
    answers: Annotated[list[r.Answer], Field(description="actions of the 2021 plan that answer it")]


class WholeTheme(r.Theme):
    """A theme and the numbers of its measures."""

    measures: list[int]


class WholeActor(r.Actor):
    """An actor and what is asked of it."""

    measures: Annotated[list[int], Field(description="measures that name it")]
    themes: Annotated[list[int], Field(description="themes for which annex 1 names it")]
    demands: Annotated[list[str], Field(description="demands that name it")]


def _several(about: str, example: str) -> Any:
    return Field(default=[], description=about, json_schema_extra={"example": [example]})


def _known(values: list[str]) -> str:
    return ", ".join(values)


class MeasureQuery(Schema):
    """Every filter may be repeated: values of one filter are alternatives, filters narrow one another."""

    q: str = Field("", description="words that all begin a word of a title or summary, in any language; "
                   "accents and capitals do not matter", json_schema_extra={"example": "crèche"})  # fmt: skip
    theme: list[str] = _several("number of a theme", "4")
    kind: list[str] = _several(_known(v.MeasureKind.values), "priority")
    level: list[str] = _several(_known(v.Level.values), "region")
    means: list[str] = _several(_known(v.Means.values), "service")
    actor: list[str] = _several("slug of an actor that the measure names", "actiris")
    proposed: list[str] = _several("slug of an actor that annex 1 proposes for the theme", "actiris")
    linked: list[str] = _several("yes or no: whether any link touches the measure", "yes")


class LinkQuery(Schema):
    kind: list[str] = _several(_known(v.LinkKind.values), "requires")
    origin: list[str] = _several(_known(v.Origin.values), "advice")
    measure: list[str] = _several("number of a measure at either end", "16")


@router.get("/measures", response=list[ListedMeasure], operation_id="list_measures", tags=["Measures"],
            summary="The measures, all or filtered")  # fmt: skip
def list_measures(request: HttpRequest, filters: Query[MeasureQuery]) -> Any:
    """In order of number, with the filters of the site. A value that no measure has gives an empty list."""
    kept = MeasureFilters.read(request.GET).apply(m.Measure.objects.whole("parts", "official_texts")).items
    return [
        {
            **reading.measure(row),
            "proposed": [actor.slug for actor in row.proposed],
            "links": [reading.link_ends(link) for link in (*row.outgoing, *row.incoming)],
        }
        for row in kept
    ]


@router.get("/measures/{number}", response=WholeMeasure, operation_id="get_measure", tags=["Measures"],
            summary="One measure")  # fmt: skip
def get_measure(request: HttpRequest, number: Path[MeasureNumber]) -> Any:
    """With the reasons of its links and the actions of the 2021 plan that answer it."""
    found = _only(reading.measures(m.Measure.objects.filter(number=number)), f"There is no measure {number}.")
    theme = m.Theme.objects.get(number=found["theme"])
    touching = m.Link.objects.filter(Q(source__number=number) | Q(target__number=number))
    return {
        **found,
        "proposed": [actor.slug for actor in m.Actor.objects.proposed_by_theme().get(theme.pk, [])],
        "links": reading.links(touching),
        "answers": reading.answers(m.Answer.objects.filter(measure__number=number)),
    }


@router.get("/themes", response=list[r.Theme], operation_id="list_themes", tags=["Themes"],
            summary="The themes")  # fmt: skip
def list_themes(request: HttpRequest) -> Any:
    """In order of number, each with annex 1 line by line."""
    return reading.themes(m.Theme.objects.all())


@router.get("/themes/{number}", response=WholeTheme, operation_id="get_theme", tags=["Themes"],
            summary="One theme")  # fmt: skip
def get_theme(request: HttpRequest, number: Path[ThemeNumber]) -> Any:
    """With the numbers of its measures."""
    found = _only(reading.themes(m.Theme.objects.filter(number=number)), f"There is no theme {number}.")
    return {**found, "measures": _numbers(m.Measure.objects.filter(theme__number=number))}


@router.get("/actors", response=list[r.Actor], operation_id="list_actors", tags=["Actors"],
            summary="The actors")  # fmt: skip
def list_actors(request: HttpRequest) -> Any:
    """Every body or group that the advice names, with what became of it since."""
    return reading.actors(m.Actor.objects.all())


@router.get("/actors/{slug:slug}", response=WholeActor, operation_id="get_actor", tags=["Actors"],
            summary="One actor")  # fmt: skip
def get_actor(request: HttpRequest, slug: Path[ActorSlug]) -> Any:
    """With the measures, themes and demands that name it."""
    found = _only(reading.actors(m.Actor.objects.filter(slug=slug)), f"There is no actor “{slug}”.")
    themes = m.Theme.objects.filter(annex_entries__actors__slug=slug).distinct().order_by("number")
    demands = m.Demand.objects.filter(actors__slug=slug).order_by("position")
    return {
        **found,
        "measures": _numbers(m.Measure.objects.filter(actors__slug=slug)),
        "themes": list(themes.values_list("number", flat=True)),
        "demands": list(demands.values_list("slug", flat=True)),
    }


@router.get("/links", response=list[r.Link], operation_id="list_links", tags=["Links"],
            summary="The links between measures, all or filtered")  # fmt: skip
def list_links(request: HttpRequest, filters: Query[LinkQuery]) -> Any:
    """By kind, then by number. Filters may be repeated; a value that no link has gives an empty list."""
    wanted = m.Link.objects.all()
    if filters.kind:
        wanted = wanted.filter(kind__in=set(filters.kind) & set(v.LinkKind.values))
    if filters.origin:
        wanted = wanted.filter(origin__in=set(filters.origin) & set(v.Origin.values))
    if filters.measure:
        numbers = {int(number) for number in filters.measure if number.isdecimal() and len(number) < 5}
        wanted = wanted.filter(Q(source__number__in=numbers) | Q(target__number__in=numbers))
    return reading.links(wanted)


@router.get("/documents", response=list[r.Document], operation_id="list_documents", tags=["Documents"],
            summary="The documents that the plan rests on")  # fmt: skip
def list_documents(request: HttpRequest) -> Any:
    """How much of each is known, which document cites it, and the tables of figures read from it."""
    return reading.documents(m.Document.objects.all())


@router.get("/documents/{slug:slug}", response=r.Document, operation_id="get_document", tags=["Documents"],
            summary="One document")  # fmt: skip
def get_document(request: HttpRequest, slug: Path[DocumentSlug]) -> Any:
    """As in the list."""
    return _only(reading.documents(m.Document.objects.filter(slug=slug)), f"There is no document “{slug}”.")


@router.get("/demands", response=list[r.Demand], operation_id="list_demands", tags=["Demands"],
            summary="What the advice asks outside its measures")  # fmt: skip
def list_demands(request: HttpRequest) -> Any:
    """In the order of the advice."""
    return reading.demands(m.Demand.objects.all())


def _only(found: list[Any], otherwise: str) -> Any:
    if not found:
        raise Http404(otherwise)
    return found[0]


def _numbers(measures: m.MeasureQuerySet) -> list[int]:
    return list(measures.in_order().values_list("number", flat=True))
