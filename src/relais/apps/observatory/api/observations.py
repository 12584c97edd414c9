"""Figures, filtered, as of any day, a page at a time, in four formats."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from ninja import Field, Query, Router, Schema
from pydantic import AfterValidator

from relais.apps.observatory.api import records as r
from relais.apps.observatory.api.lists import several
from relais.apps.observatory.exports import FORMATS
from relais.apps.observatory.exports.figures import About, Figure
from relais.apps.observatory.exports.selecting import Used, about, known, page
from relais.apps.observatory.models.observations import ObservationQuerySet
from relais.apps.sheets.plain import day, possible
from relais.core.figures.cube import PLACE, TOTAL, period_of

router = Router(tags=["Figures"])

DEFAULT, MOST = 1000, 10_000


def _real(day: str) -> str:
    dt.date.fromisoformat(day)
    return day


Day = Annotated[
    str,
    AfterValidator(_real),
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date"}),
]
Period = Annotated[str, Field(pattern=r"^[12][0-9]{3}(-(0[1-9]|1[0-2]|Q[1-4]))?$")]


class ObservationQuery(Schema):
    """Every filter of words may be repeated: values of one are alternatives, filters narrow one another."""

    indicator: list[str] = several("slug of an indicator", "poverty-risk")
    definition: list[str] = several("slug of a definition", "arop_rate")
    place: list[str] = several("code of a place", "04000")
    cut: list[str] = several(
        "dimension:code; `_T` as the code is all together, `_T` alone that of every dimension. Codes of one "
        "dimension are alternatives", "household_type:single_parent",
    )  # fmt: skip
    source: list[str] = several("slug of a source", "statbel-households-2019")
    obs_status: list[str] = several("code of CL_OBS_STATUS", "A")
    conf_status: list[str] = several("code of CL_CONF_STATUS", "F")
    period_from: Period | None = Field(
        None,
        description="figures of this year, quarter or month, or later",
        json_schema_extra={"example": "2018"},
    )
    period_to: Period | None = Field(
        None,
        description="figures of this year, quarter or month, or earlier",
        json_schema_extra={"example": "2023"},
    )
    as_of: Day | None = Field(
        None,
        description="as they were known on this day; else as now",
        json_schema_extra={"example": "2024-01-01"},
    )
    language: Literal["nl", "fr", "en"] | None = Field(None, description="adds names in this language")
    format: Literal["json", "csv", "json-stat", "sdmx-csv"] = Field(
        "json", description="a page is as long in every format: those of the site have all figures at once"
    )
    limit: int = Field(DEFAULT, ge=1, le=MOST, description="figures on a page")
    cursor: int | None = Field(None, ge=0, le=2**62, description="`next` of the page before")


TEXTS = {
    FORMATS[each].media_type.partition(";")[0]: {"schema": {"type": "string"}} for each in ("csv", "sdmx-csv")
}


@router.get(
    "/observations", response=r.Observations | dict[str, Any], operation_id="list_observations",
    summary="Figures, all or filtered, as of any day", openapi_extra={"responses": {200: {"content": TEXTS}}},
)  # fmt: skip
def list_observations(request: HttpRequest, filters: Query[ObservationQuery]) -> Any:
    """A value that no figure has gives an empty list. What is hidden has `value` null and `conf_status` C.

    With `format=json-stat` the answer is a dataset of JSON-stat 2.0. Where another page follows, the header
    `Link` has its address too.
    """
    with override(filters.language or "en"):
        date = dt.date.fromisoformat(filters.as_of) if filters.as_of else None
        figures, following = page(
            _filtered(known(date), filters), after=filters.cursor or 0, limit=filters.limit
        )
        told = about(Used.by_rows(figures), date)
        if filters.format == "json":
            named = filters.language is not None
            content: Any = {"items": list(_items(figures, told, named)), "next": following}
            return content
        form = FORMATS[filters.format]
        response = HttpResponse(b"".join(form.write(figures, told)), content_type=form.media_type)
    if following is not None:
        query = request.GET.copy()
        query["cursor"] = str(following)
        response["Link"] = f'<{request.path}?{query.urlencode()}>; rel="next"'
    return response


def _filtered(rows: ObservationQuerySet, filters: ObservationQuery) -> ObservationQuerySet:
    exact = {
        "definition__indicator__slug__in": filters.indicator, "definition__slug__in": filters.definition,
        "place__in": filters.place, "release__source__slug__in": filters.source,
        "quality__in": filters.obs_status, "secrecy__in": filters.conf_status,
    }  # fmt: skip
    rows = rows.filter(**{name: possible(wanted) for name, wanted in exact.items() if wanted})
    if filters.period_from:
        rows = rows.filter(start__gte=period_of(filters.period_from).start)
    if filters.period_to:
        rows = rows.filter(end__lte=period_of(filters.period_to).end)
    for alternatives in _cuts(filters.cut).values():
        rows = rows.filter(alternatives)
    return rows


def _cuts(wanted: list[str]) -> dict[str, Q]:
    """Dimension to any of the codes that are wanted of it."""
    found: dict[str, Q] = {}
    for each in wanted:
        dimension, _, code = each.partition(":")
        found.setdefault(dimension, Q(pk=None))
        if possible([each]):
            found[dimension] |= _has(dimension, code)
    return found


def _has(dimension: str, code: str) -> Q:
    if dimension == TOTAL:
        return Q(cut="")
    if code == TOTAL:
        return ~(Q(cut__startswith=f"{dimension}=") | Q(cut__contains=f"&{dimension}="))
    part = f"{dimension}={code}"
    return (
        Q(cut=part)
        | Q(cut__startswith=f"{part}&")
        | Q(cut__endswith=f"&{part}")
        | Q(cut__contains=f"&{part}&")
    )


def _items(figures: list[Figure], told: About, is_named: bool) -> Iterator[dict[str, Any]]:
    names = {(slug, each.code): told.said(each.name) for slug, codes in told.codes.items() for each in codes}
    for each in figures:
        definition = told.definitions[each.definition]
        yield {
            **each._asdict(), "indicator": definition.indicator.slug, "cut": each.codes,
            "unit": definition.unit_code, "obs_status": each.quality, "conf_status": each.secrecy,
            "known_since": day(each.since), "known_until": day(each.until), "address": told.address_of(each),
            "labels": _labels(each, told, names) if is_named else None,
        }  # fmt: skip


def _labels(figure: Figure, told: About, names: dict[tuple[str, str], str]) -> dict[str, Any]:
    definition = told.definitions[figure.definition]
    return {
        "definition": told.said(definition.name), "unit": told.said(definition.unit),
        "place": names.get((PLACE, figure.place), figure.place),
        "cut": {part[0]: names.get(part, part[1]) for part in figure.codes.items()},
    }  # fmt: skip
