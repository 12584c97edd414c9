"""What each column of the tidy CSV is: Data Package and CSVW say it, each in its own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.exports.figures import About
from relais.core.figures.cube import TOTAL


class Column(NamedTuple):
    """`kind` is string, number, integer or date. `codes` is code to name, where the list is closed."""

    name: str
    kind: str
    about: str
    codes: dict[str, str] | None = None
    is_required: bool = False


ALL = "all together"


def columns(about: About) -> list[Column]:
    """In the order of the file."""
    qualities = {each.value: str(each.label) for each in v.Quality}
    secrecies = {each.value: str(each.label) for each in v.Secrecy}
    return [
        Column("indicator", "string", "slug of the question that it answers", _indicators(about), True),
        Column("definition", "string", "slug of the way of counting it", _definitions(about), True),
        Column("place", "string", "code of the place (NIS)", _codes(about, "place"), True),
        Column("period", "string", "2019, 2019-Q1, 2019-01 or 2019-01-01", is_required=True),
        *_dimensions(about),
        Column("value", "number", "empty: missing (obs_status M) or hidden (conf_status C)"),
        Column("unit", "string", "UNIT_MEASURE of SDMX", is_required=True),
        Column("low", "number", "lower end of the 95 % interval"),
        Column("high", "number", "upper end of the 95 % interval"),
        Column("answers", "integer", "how many answered the survey, unweighted"),
        Column("obs_status", "string", "how it is known: CL_OBS_STATUS of SDMX", qualities, True),
        Column("conf_status", "string", "whether it may be shown: CL_CONF_STATUS of SDMX", secrecies, True),
        Column("printed", "string", "what stands in the source, where it is no number as one writes it"),
        Column("note", "string", "slug of a remark", _notes(about)),
        Column("source", "string", "slug of who says it", _sources(about), True),
        Column("edition", "string", "which release of the source says it", is_required=True),
        Column("published", "string", "when that release came out: 2020, 2020-11 or 2020-11-19"),
        Column("known_since", "date", "the day from which this was the current figure", is_required=True),
        Column("known_until", "date", "the day from which it no longer was; empty: it still is"),
        Column("licence", "string", "of the source; empty: the source does not say"),
        Column("address", "string", "the permanent address of the figure", is_required=True),
    ]  # fmt: skip


def _dimensions(about: About) -> Iterator[Column]:
    for each in about.dimensions:
        codes = {TOTAL: ALL, **_codes(about, each.slug)}
        yield Column(each.slug, "string", about.said(each.name), codes, True)


def _codes(about: About, dimension: str) -> dict[str, str]:
    return {each.code: about.said(each.name) for each in about.codes.get(dimension, ())}


def _indicators(about: About) -> dict[str, str]:
    return {each.slug: about.said(each.name) for each in about.indicators}


def _definitions(about: About) -> dict[str, str]:
    return {slug: about.said(each.name) for slug, each in about.definitions.items()}


def _sources(about: About) -> dict[str, str]:
    return {slug: about.said(each.title) for slug, each in about.sources.items()}


def _notes(about: About) -> dict[str, str]:
    return {slug: about.said(words) for slug, words in about.notes.items()}
