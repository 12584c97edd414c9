from __future__ import annotations

import json
from typing import Any

import pytest

from relais.apps.observatory.importing import read
from relais.apps.observatory.importing.tests.make import KNOWN, make_recipe, refusals
from relais.core.figures.cube import Cell, Said

SQUARE = [[4.3, 50.8], [4.4, 50.8], [4.4, 50.9], [4.3, 50.9], [4.3, 50.8]]
RECIPE: dict[str, Any] = {"format": "geojson", "place": {"column": "nis5", "elsewhere": "NIS"}}


def make_place(code: str = "21001", coordinates: Any = (SQUARE,), kind: str = "Polygon", **said: Any) -> Any:
    geometry = {"type": kind, "coordinates": list(coordinates)}
    return {"type": "Feature", "properties": {"nis5": code, **said}, "geometry": geometry}


def make_map(*places: Any, **facts: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(places), **facts})


def test_outlines_are_read_by_the_code_of_their_place() -> None:
    content = make_map(make_place(), make_place("21002", [[SQUARE]], "MultiPolygon")).encode()
    found = read("map.geojson", content, make_recipe(**RECIPE), KNOWN)
    assert list(found.outlines) == ["21001", "21002"]
    assert found.outlines["21001"] == {"type": "Polygon", "coordinates": [SQUARE]}
    assert found.figures == {}


def test_figures_in_the_properties_are_read_where_the_recipe_says_so() -> None:
    facts = {"definition": {"fixed": "households"}, "period": {"fixed": "2024"}, "value": "n"}
    content = make_map(make_place(n=12)).encode()
    found = read("map.geojson", content, make_recipe(**RECIPE, **facts), KNOWN)
    assert found.figures == {Cell("households", "21001", "2024"): Said(12)}
    assert len(found.outlines) == 1


BIG = [[149000, 170000], [150000, 170000], [150000, 171000], [149000, 170000]]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{}", "0 type: is no FeatureCollection"),
        (make_map(), "0 features: there is no place in it"),
        (
            make_map(make_place(), crs={"type": "name", "properties": {"name": "EPSG:31370"}}),
            "0 crs: must be in",
        ),
        (make_map(make_place(), crs="WGS84"), "0 crs: must be in degrees"),
        (make_map({"type": "Feature"}), "1 properties: a place without properties"),
        (make_map(make_place("99999")), "1 nis5: the recipe has no code for “99999”"),
        (make_map(make_place(), make_place()), "2 nis5: “21001” has an outline already"),
        (make_map(make_place(kind="Point")), "1 geometry: an outline is a Polygon"),
        (make_map(make_place(coordinates=[])), "1 geometry: has no ring"),
        (make_map(make_place(coordinates=[SQUARE[:3]])), "1 geometry: a ring has at least four points"),
        (make_map(make_place(coordinates=[SQUARE[:-1]])), "1 geometry: a ring has at least four points"),
        (make_map(make_place(coordinates=[BIG])), "1 geometry: a point is a longitude"),
        (make_map(make_place(coordinates=[[p[::-1] for p in SQUARE]])), "1 geometry: a point is a longitude"),
        (make_map(make_place(coordinates=[SQUARE], kind="MultiPolygon")), "1 geometry: a ring has at least"),
        (make_map(make_place(coordinates=["x"])), "1 geometry: a ring has at least four points"),
    ],
)
def test_a_map_that_is_wrong_is_named(content: str, why: str) -> None:
    assert refusals(content, **RECIPE)[0].startswith(why)


def test_a_map_whose_places_have_no_code_is_refused() -> None:
    said = refusals(make_map(make_place()), **{**RECIPE, "place": {"column": "nis"}})
    assert said == ["0 nis: no place has the property with its code"]
