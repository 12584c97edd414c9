"""What holds of every file: what is written is what is read, and nothing but problems comes of junk."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from io import BytesIO, StringIO
from itertools import product
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relais.apps.observatory.importing import Incoming, read
from relais.apps.observatory.importing.tests.make import KNOWN, make_recipe
from relais.apps.observatory.importing.tests.test_geojson import RECIPE as MAP
from relais.apps.observatory.importing.tests.test_geojson import make_map, make_place
from relais.apps.observatory.importing.tests.test_json import CUBE, FACTS, STAT, facts
from relais.apps.observatory.importing.tests.test_sdmx import CSV, GENERIC, ML, ONE, ROW, SPECIFIC
from relais.apps.observatory.importing.tests.test_wide import WIDE, make_wide
from relais.core.figures.cube import Cell, Said, cut_of, parts_of
from relais.core.texts.problem import FileProblems

DIMENSIONS = [name for name in KNOWN.codes if name != "place"]
NUMBERS = st.decimals(0, 100, places=2)


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    codes = {name: draw(st.sampled_from(["_T", *KNOWN.codes[name]])) for name in DIMENSIONS}
    place, definition = (
        draw(st.sampled_from([*KNOWN.codes["place"]])),
        draw(st.sampled_from([*KNOWN.definitions])),
    )
    period = draw(st.sampled_from(["2019", "2019-Q2", "2019-03", "2019-03-01"]))
    return Cell(definition, place, period, cut_of(codes))


@st.composite
def sayings(draw: st.DrawFn) -> Said:
    note = draw(st.sampled_from([None, *KNOWN.notes]))
    if draw(st.booleans()):
        return Said(None, **draw(st.sampled_from([{"quality": "M"}, {"secrecy": "C"}])), note=note)
    low, value, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    answers = draw(st.none() | st.integers(0, 10**6))
    quality = draw(st.sampled_from("ABDEFNPU"))
    return Said(float(value), 2, float(low), float(high), answers, quality, "F", None, note)


def tidy_csv(figures: Mapping[Cell, Said]) -> bytes:
    """As the observatory exports."""
    written = StringIO()
    out = csv.writer(written)
    numbers = ("value", "low", "high")
    out.writerow(
        [
            "definition",
            "place",
            "period",
            *DIMENSIONS,
            *numbers,
            "answers",
            "obs_status",
            "conf_status",
            "note",
        ]
    )
    for cell, said in figures.items():
        parts = parts_of(cell.cut)
        amounts = ["" if getattr(said, n) is None else f"{getattr(said, n):.2f}" for n in numbers]
        cut = [parts.get(name, "_T") for name in DIMENSIONS]
        out.writerow([*cell[:3], *cut, *amounts, said.answers, said.quality, said.secrecy, said.note])
    return written.getvalue().encode()


@given(st.dictionaries(cells(), sayings(), min_size=1, max_size=8))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_what_is_exported_is_read_back_the_same(figures: dict[Cell, Said]) -> None:
    assert read("f.csv", tidy_csv(figures), make_recipe(), KNOWN).figures == figures


@st.composite
def cubes(draw: st.DrawFn) -> tuple[dict[str, Any], dict[Cell, Said]]:
    sexes = draw(st.lists(st.sampled_from("TFM"), min_size=1, unique=True))
    times = draw(st.lists(st.sampled_from(["2018", "2019", "2020"]), min_size=1, unique=True))
    whole = st.none() | st.integers(0, 100)
    values = draw(st.lists(whole, min_size=len(sexes) * len(times), max_size=len(sexes) * len(times)))
    as_list, is_sparse = draw(st.booleans()), draw(st.booleans())
    index: Any = times if as_list else {code: n for n, code in enumerate(times)}
    told: Any = {str(n): v for n, v in enumerate(values) if v is not None} if is_sparse else values
    cube = {
        "class": "dataset", "version": "2.0", "id": ["sex", "geo", "time"], "value": told,
        "size": [len(sexes), 1, len(times)],
        "dimension": {"sex": {"category": {"index": sexes}}, "geo": {"category": {"index": ["BE1"]}},
                      "time": {"category": {"index": index}}},
    }  # fmt: skip
    figures = {
        Cell("share", "04000", time, "" if sex == "T" else f"sex={sex}"): Said(None, quality="M")
        if value is None
        else Said(value)
        for (sex, time), value in zip(product(sexes, times), values, strict=True)
        if value is not None or not is_sparse
    }
    return cube, figures


@given(cubes())
@settings(derandomize=True, deadline=None, max_examples=60)
def test_a_cube_of_json_stat_is_read_as_it_was_written(told: tuple[dict[str, Any], dict[Cell, Said]]) -> None:
    cube, figures = told
    recipe = make_recipe(**{**STAT, "quality": None})
    if figures:
        assert read("f.json", json.dumps(cube).encode(), recipe, KNOWN).figures == figures


TIDY = tidy_csv({Cell("share", "04000", "2019", "sex=F"): Said(31.7, 2)})
SOUND: dict[str, tuple[dict[str, Any], bytes]] = {
    "tidy": ({}, TIDY),
    "xlsx": (WIDE, make_wide(["Anderlecht", 1, 2, 3, 4])),
    "bestat": ({**FACTS, "period": {"fixed": "2011"}}, facts(("Anderlecht", "Vrouw", 1)).encode()),
    "json-stat": (STAT, json.dumps(CUBE).encode()),
    "sdmx-csv": (CSV, (ONE + ROW).encode()),
    "generic": (ML, GENERIC.encode()),
    "specific": (ML, SPECIFIC.encode()),
    "geojson": (MAP, make_map(make_place()).encode()),
}


def _read_or_refuse(content: bytes, told: dict[str, Any]) -> None:
    try:
        assert isinstance(read("junk", content, make_recipe(**told), KNOWN), Incoming)
    except FileProblems as error:
        assert error.problems


@pytest.mark.parametrize("name", SOUND)
@given(st.data())
@settings(derandomize=True, deadline=None, max_examples=60)
def test_of_a_spoilt_file_nothing_comes_but_problems(name: str, data: st.DataObject) -> None:
    told, sound = SOUND[name]
    if name in ("generic", "specific"):
        pytest.importorskip("sdmx")
    start = data.draw(st.integers(0, len(sound)))
    stop = data.draw(st.integers(start, min(len(sound), start + 40)))
    _read_or_refuse(sound[:start] + data.draw(st.binary(max_size=20)) + sound[stop:], told)


@given(st.data())
@settings(derandomize=True, deadline=None, max_examples=40)
def test_of_a_workbook_with_a_spoilt_part_nothing_comes_but_problems(data: st.DataObject) -> None:
    told, sound = SOUND["xlsx"]
    written = BytesIO()
    with ZipFile(BytesIO(sound)) as before, ZipFile(written, "w") as after:
        spoilt = data.draw(st.sampled_from(before.namelist()))
        for name in before.namelist():
            part = before.read(name)
            if name == spoilt:
                start = data.draw(st.integers(0, len(part)))
                stop = data.draw(st.integers(start, min(len(part), start + 12)))
                part = part[:start] + data.draw(st.binary(max_size=6)) + part[stop:]
            after.writestr(name, part)
    _read_or_refuse(written.getvalue(), told)


@pytest.mark.parametrize("name", SOUND)
@given(junk=st.binary(max_size=200))
@settings(derandomize=True, deadline=None, max_examples=30)
def test_of_junk_nothing_comes_but_problems(name: str, junk: bytes) -> None:
    if name in ("generic", "specific"):
        pytest.importorskip("sdmx")
    _read_or_refuse(junk, SOUND[name][0])
    _read_or_refuse(b"PK\x03\x04" + junk, SOUND[name][0])


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("name", ["bestat", "json-stat", "geojson"])
@given(data=st.data())
@settings(derandomize=True, deadline=None, max_examples=120)
def test_of_json_of_another_shape_nothing_comes_but_problems(name: str, data: st.DataObject) -> None:
    told, sound = SOUND[name]
    content = json.loads(sound)
    at, steps = content, data.draw(st.integers(1, 5))
    for step in range(steps):
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = data.draw(st.sampled_from(keys))
        if step == steps - 1 or not isinstance(at[key], dict | list) or not at[key]:
            at[key] = data.draw(JSON)
            break
        at = at[key]
    _read_or_refuse(json.dumps(content).encode(), told)


@given(JSON)
@settings(derandomize=True, deadline=None, max_examples=60)
def test_of_a_schema_of_another_shape_nothing_comes_but_problems(junk: Any) -> None:
    field = {"name": "value", "type": "number", "constraints": junk}
    for schema in (junk, {"fields": [junk]}, {"fields": [field]}, {"fields": [], "missingValues": junk}):
        try:
            read("f.csv", TIDY, make_recipe(), KNOWN, schema=json.dumps(schema).encode())
        except FileProblems as error:
            assert error.problems
