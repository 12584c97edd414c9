"""Indicators, sources, releases and findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from django.conf import settings
from django.db.models import Count
from django.http import Http404, HttpRequest
from django.utils.translation import override
from ninja import Field, Path, Query, Router, Schema

from relais.apps.observatory import models as m
from relais.apps.observatory.api import records as r
from relais.apps.observatory.exports.selecting import Used, about, known
from relais.apps.sheets.plain import day, possible
from relais.core.figures.cube import parts_of

router = Router(tags=["Figures"])

IndicatorSlug = Annotated[
    str, Field(json_schema_extra={"example": "poverty-risk", "description": "slug of an indicator"})
]


def several(about: str, example: str) -> Any:
    return Field(default=[], description=about, json_schema_extra={"example": [example]})


class ReleaseQuery(Schema):
    source: list[str] = several("slug of a source", "advice-2020")


class FindingQuery(Schema):
    indicator: list[str] = several("slug of an indicator", "poverty-risk")
    kind: list[str] = several("misprint, share, sum, populations, conflict, jump", "share")


@router.get("/indicators", response=list[r.FigureIndicator], operation_id="list_figure_indicators",
            summary="What is measured, and what is wanted")  # fmt: skip
def list_indicators(request: HttpRequest) -> Any:
    """In order of number, each with its definitions: which family, of whom, in which unit."""
    rows = m.Indicator.objects.prefetch_related("definitions__family").order_by("number")
    return [_indicator(each) for each in rows]


@router.get("/indicators/{slug:slug}", response=r.WholeFigureIndicator, operation_id="get_figure_indicator",
            summary="One indicator")  # fmt: skip
def get_indicator(request: HttpRequest, slug: Path[IndicatorSlug]) -> Any:
    """With what breaks its series, and the codes that its current figures use."""
    rows = m.Indicator.objects.prefetch_related("definitions__family", "definitions__breaks")
    found = rows.filter(slug=slug).first()
    if found is None:
        raise Http404(f"There is no indicator “{slug}”.")
    used = about(Used.by(known(None, [slug])), indicator=found)
    return {
        **_indicator(found),
        "breaks": [_break(each, mark) for each in found.definitions.all() for mark in each.breaks.all()],
        "codes": [
            {"dimension": dimension, "code": each.code, "name": dict(each.name)}
            for dimension, codes in used.codes.items()
            for each in codes
        ],
    }


@router.get("/sources", response=list[r.FigureSource], operation_id="list_figure_sources",
            summary="Who says figures")  # fmt: skip
def list_sources(request: HttpRequest) -> Any:
    """By slug, those of which something was accepted."""
    accepted = m.Release.objects.accepted().values("source")
    return [
        {
            "slug": each.slug, "title": dict(each.title), "publisher": dict(each.publisher),
            "kind": each.kind, "url": each.url, "licence": each.licence,
        }
        for each in m.Source.objects.filter(pk__in=accepted).order_by("slug")
    ]  # fmt: skip


@router.get("/releases", response=list[r.FigureRelease], operation_id="list_figure_releases",
            summary="Editions of sources, all or of some")  # fmt: skip
def list_releases(request: HttpRequest, filters: Query[ReleaseQuery]) -> Any:
    """Newest first, those that were accepted. A source that is not known gives an empty list."""
    rows = m.Release.objects.accepted().newest_first()
    if filters.source:
        rows = rows.filter(source__slug__in=possible(filters.source))
    told = rows.select_related("source").annotate(figures=Count("observations"))
    return [_release(each) for each in told]


@router.get("/findings", response=list[r.FigureFinding], operation_id="list_figure_findings",
            summary="What does not fit among figures, all or of some")  # fmt: skip
def list_findings(request: HttpRequest, filters: Query[FindingQuery]) -> Any:
    """What the audit sets side by side. A value that no finding has gives an empty list."""
    rows = m.Finding.objects.select_related("definition__indicator", "source").order_by("kind", "pk")
    if filters.indicator:
        rows = rows.filter(definition__indicator__slug__in=possible(filters.indicator))
    if filters.kind:
        rows = rows.filter(kind__in=possible(filters.kind))
    with override("en"):
        return [_finding(each) for each in rows]


def _indicator(row: m.Indicator) -> dict[str, Any]:
    return {
        "slug": row.slug, "number": row.number, "theme": row.theme, "standing": row.standing,
        "name": dict(row.name), "meaning": dict(row.meaning), "limits": row.limits,
        "breakdowns": row.breakdowns, "body": dict(row.body), "refresh": dict(row.refresh),
        "measures": row.measures,
        "definitions": list(map(_definition, sorted(row.definitions.all(), key=lambda each: each.position))),
    }  # fmt: skip


def _definition(row: m.Definition) -> dict[str, Any]:
    return {
        "slug": row.slug, "name": dict(row.name), "kind": row.kind, "unit": dict(row.unit),
        "unit_code": row.unit_code, "family": _family(row.family), "family_cut": row.family_cut,
        "universe": _words(row.universe), "child_age": row.child_age, "numerator": row.numerator,
        "denominator": row.denominator, "decimals": row.decimals, "direction": row.direction,
        "threshold": row.threshold,
    }  # fmt: skip


def _family(row: m.Family | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {"slug": row.slug, "name": dict(row.name), "meaning": dict(row.meaning)}


def _break(definition: m.Definition, row: m.BreakMark) -> dict[str, Any]:
    return {"definition": definition.slug, "place": row.place, "date": day(row.date), "kind": row.kind,
            "words": dict(row.words)}  # fmt: skip


def _release(row: m.Release) -> dict[str, Any]:
    return {
        "source": row.source.slug, "edition": row.edition, "published": row.published,
        "available_date": day(row.available_date), "origin": row.origin, "is_whole": row.is_whole,
        "sha256": row.public_sha256, "figures": vars(row)["figures"],
    }  # fmt: skip


def _finding(row: m.Finding) -> dict[str, Any]:
    indicator, definition = row.definition.indicator.slug, row.definition.slug
    return {
        "kind": row.kind, "indicator": indicator, "definition": definition, "source": row.source.slug,
        "place": row.place, "period": row.period, "cut": parts_of(row.cut), "said": row.said,
        "computed": row.computed, "address": f"{settings.PUBLIC_ADDRESS}{row.get_absolute_url()}",
    }  # fmt: skip


def _words(words: Mapping[str, str] | None) -> dict[str, str] | None:
    return None if words is None else dict(words)
