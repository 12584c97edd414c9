"""What leaves comes back the same: the exports against the importers, for any figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.exports import FORMATS
from relais.apps.observatory.exports.figures import About, Figure
from relais.apps.observatory.importing import Incoming, Known, read
from relais.apps.observatory.importing.known import Meant
from relais.apps.observatory.importing.tests.make import make_recipe
from relais.apps.observatory.tests.make import called
from relais.core.figures.cube import Cell, Said, cut_of

WORDS = LocalText({"nl": "woord", "fr": "mot", "en": "word"})
CODES = {"place": ("04000", "03000+04000"), "sex": ("F", "M"), "age": ("0-17", "18-64")}
DEFINITIONS = ("households", "rent")
EVERY = settings(derandomize=True, deadline=None, max_examples=60)


def known() -> Known:
    codes: dict[str, Mapping[str, Mapping[str, str]]] = {
        name: {code: {} for code in listed} for name, listed in CODES.items()
    }
    return Known({slug: Meant("amount", "EUR") for slug in DEFINITIONS}, codes, {"rounded"})


def told() -> About:
    """What the codes mean, without a database."""
    indicator = m.Indicator(slug="made-up", number=1, name=WORDS, meaning=WORDS)
    dimensions = {name: m.Dimension(slug=name, name=WORDS) for name in CODES}
    return About(
        indicator=indicator,
        definitions={
            slug: m.Definition(
                slug=slug, indicator=indicator, name=WORDS, unit=WORDS, unit_code="EUR", decimals=0
            )
            for slug in DEFINITIONS
        },
        dimensions=(dimensions["sex"], dimensions["age"]),
        codes={
            name: tuple(m.Code(dimension=dimensions[name], code=code, name=WORDS) for code in listed)
            for name, listed in CODES.items()
        },
        sources={"office": m.Source(slug="office", title=called("Office"), publisher=called("Office"), url="https://example.org/")},
        editions=("office/2020",), notes={"rounded": WORDS}, language="en", date=None, site="https://example.org",
    )  # fmt: skip


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    codes = {name: draw(st.sampled_from(["_T", *CODES[name]])) for name in ("sex", "age")}
    period = draw(st.sampled_from(["2019", "2019-Q2", "2019-03", "2019-03-01"]))
    return Cell(
        draw(st.sampled_from(DEFINITIONS)), draw(st.sampled_from(CODES["place"])), period, cut_of(codes)
    )


@st.composite
def sayings(draw: st.DrawFn) -> Said:
    note = draw(st.sampled_from([None, "rounded"]))
    if draw(st.booleans()):
        return Said(None, **draw(st.sampled_from([{"quality": "M"}, {"secrecy": "C"}])), note=note)
    decimals = draw(st.integers(0, 3))
    low, value, high = sorted(float(draw(st.decimals(0, 1000, places=decimals))) for _ in range(3))
    answers = draw(st.none() | st.integers(0, 10**6))
    printed = draw(st.sampled_from([None, "19.1236"]))
    return Said(value, decimals, low, high, answers, draw(st.sampled_from("ABDEFNPU")), "F", printed, note)


Figures = dict[Cell, Said]
some_figures = st.dictionaries(cells(), sayings(), min_size=1, max_size=8)


def written(figures: Figures, form: str) -> bytes:
    rows = [
        Figure(
            *cell, said.value, said.decimals, said.low, said.high, said.answers, said.quality, said.secrecy,
            said.printed, said.note, "office", "2020", None, dt.date(2020, 1, 1), None,
        )
        for cell, said in figures.items()
    ]  # fmt: skip
    return b"".join(FORMATS[form].write(rows, told()))


def read_back(content: bytes, **recipe: Any) -> Incoming:
    return read("file", content, make_recipe(**recipe), known())


@given(some_figures)
@EVERY
def test_tidy_csv_is_read_back_the_same(figures: Figures) -> None:
    assert read_back(written(figures, "csv")).figures == figures


@given(some_figures)
@EVERY
def test_sdmx_csv_is_read_back_the_same(figures: Figures) -> None:
    recipe = {
        "format": "sdmx-csv", "definition": {"column": "DEFINITION"}, "place": {"column": "REF_AREA"},
        "period": {"column": "TIME_PERIOD"}, "value": "OBS_VALUE",
        "low": "LOWER_BOUND", "high": "UPPER_BOUND",
        "dimensions": {"sex": {"column": "SEX"}, "age": {"column": "AGE"}}, "answers": "SAMPLE_SIZE",
        "quality": {"column": "OBS_STATUS"}, "secrecy": {"column": "CONF_STATUS"}, "printed": "PRINTED",
        "note": {"column": "COMMENT_OBS"},
    }  # fmt: skip
    assert read_back(written(figures, "sdmx-csv"), **recipe).figures == figures


@given(some_figures)
@EVERY
def test_json_stat_is_read_back_with_its_values_and_statuses(figures: Figures) -> None:
    """The cube has no room for more: interval, answers and decimals stand in its extension."""
    recipe = {
        "format": "json-stat", "definition": {"column": "definition"}, "place": {"column": "place"},
        "period": {"column": "period"}, "quality": {"column": "status"},
        "dimensions": {"sex": {"column": "sex"}, "age": {"column": "age"}},
    }  # fmt: skip
    back = read_back(written(figures, "json-stat"), **recipe).figures
    assert {cell: _plain(said) for cell, said in back.items()} == {
        c: _plain(said) for c, said in figures.items()
    }


def _plain(said: Said) -> tuple[Any, ...]:
    return said.value, said.quality, said.secrecy
