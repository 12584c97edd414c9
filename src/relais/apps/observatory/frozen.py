"""The observatory as plain rows: what a freeze of the plan keeps of it, and a yearly publication too.

A figure that some release hides has no value here, whatever an earlier release said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from relais.apps.observatory import models as m
from relais.apps.observatory.vocabulary import Secrecy
from relais.apps.sheets.plain import day
from relais.apps.sheets.tables import Table, table

INDICATOR = (
    "slug number theme standing name* meaning* body* ask[] refresh* every_months month breakdowns[] "
    "measures[]"
)
DEFINITION = (
    "slug indicator position name* kind unit* unit_code family family_name* family_meaning* family_cut "
    "universe* child_age numerator denominator decimals direction"
)
SOURCE = "slug title* publisher* producer kind url licence"
RELEASE = "source edition published available_date is_whole sha256 note"
FIGURE = (
    "definition place period cut source edition value decimals low high answers quality secrecy printed note"
)
VALUES = ("value", "low", "high", "answers", "printed")  # what a hidden figure does not have
COVERAGE = "producer year parameter answer name* url note*"


def tables(on: dt.date) -> list[Table]:
    """Ten tables. Figures and releases are those that were current, or out, on the day `on`."""
    return [
        table("indicators", "questions that figures answer", "slug", INDICATOR,
              m.Indicator.objects.values(*_names(INDICATOR))),
        table("indicator_limits", "what an indicator cannot tell", "indicator line", "indicator line words*",
              _limits()),
        table("figure_definitions", "ways of counting an indicator", "slug", DEFINITION, _definitions()),
        table("figure_breaks", "from when on figures of a definition do not compare with earlier ones",
              "definition place date", "definition place date kind words*", _breaks()),
        table("figure_codes", "the codes by which figures are cut, places included", "dimension code",
              "dimension code parent name* dimension_name*", _codes()),
        table("figure_notes", "remarks on figures", "slug", "slug words*",
              m.Note.objects.values("slug", "words")),
        table("figure_sources", "who says figures", "slug", SOURCE, m.Source.objects.values(*_names(SOURCE))),
        table("figure_releases", "editions of sources that were out on the reference date", "source edition",
              RELEASE, _releases(on)),
        table("figures", "figures that were current on the reference date; a hidden one has no value",
              "definition place period cut source", FIGURE, _figures(on)),
        table("figure_coverage", "by which parameters a producer’s figures can be cut, as far as told",
              "producer year parameter", COVERAGE, _coverage()),
    ]  # fmt: skip


def _names(columns: str) -> list[str]:
    return [name.removesuffix("*").removesuffix("[]") for name in columns.split()]


def _limits() -> Iterator[dict[str, Any]]:
    for slug, limits in m.Indicator.objects.values_list("slug", "limits"):
        for line, words in enumerate(limits, start=1):
            yield {"indicator": slug, "line": line, "words": words}


def _definitions() -> Iterator[dict[str, Any]]:
    for each in m.Definition.objects.select_related("indicator", "family"):
        family = each.family
        yield {
            "slug": each.slug, "indicator": each.indicator.slug, "position": each.position, "name": each.name,
            "kind": each.kind, "unit": each.unit, "unit_code": each.unit_code,
            "family": family and family.slug, "family_name": family and family.name,
            "family_meaning": family and family.meaning, "family_cut": each.family_cut,
            "universe": each.universe, "child_age": each.child_age, "numerator": each.numerator,
            "denominator": each.denominator, "decimals": each.decimals, "direction": each.direction,
        }  # fmt: skip


def _breaks() -> Iterator[dict[str, Any]]:
    for each in m.BreakMark.objects.select_related("definition"):
        yield {
            "definition": each.definition.slug, "place": each.place, "date": day(each.date),
            "kind": each.kind, "words": each.words,
        }  # fmt: skip


def _codes() -> Iterator[dict[str, Any]]:
    for each in m.Code.objects.select_related("dimension"):
        yield {
            "dimension": each.dimension.slug, "code": each.code, "parent": each.parent, "name": each.name,
            "dimension_name": each.dimension.name,
        }  # fmt: skip


def _releases(on: dt.date) -> Iterator[dict[str, Any]]:
    for each in m.Release.objects.accepted().filter(available_date__lte=on).select_related("source"):
        yield {
            "source": each.source.slug, "edition": each.edition, "published": each.published,
            "available_date": day(each.available_date), "is_whole": each.is_whole, "sha256": each.sha256,
            "note": each.note or None,
        }  # fmt: skip


def _figures(on: dt.date) -> Iterator[dict[str, Any]]:
    hidden = m.Observation.objects.hidden_cells()
    columns = ("place", "period", "cut", "decimals", "quality", "note", "secrecy", *VALUES)
    found = m.Observation.objects.as_of(on).values_list(
        "release__source_id", "definition_id", "definition__slug", "release__source__slug",
        "release__edition",
        *columns,
    )  # fmt: skip
    for source_key, definition_key, definition, source, edition, *told in found.iterator():
        row = dict(zip(columns, told, strict=True))
        if (source_key, definition_key, row["place"], row["period"], row["cut"]) in hidden:
            row |= {**dict.fromkeys(VALUES), "secrecy": Secrecy.HIDDEN}
        yield {"definition": definition, "source": source, "edition": edition, **row}


def _coverage() -> Iterator[dict[str, Any]]:
    for each in m.Coverage.objects.all():
        yield {
            "producer": each.producer, "year": each.year, "parameter": each.parameter, "answer": each.answer,
            "name": each.producer_name, "url": each.url, "note": each.note,
        }  # fmt: skip
