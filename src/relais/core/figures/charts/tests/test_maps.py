"""Maps: five shades for rates, never colour for counts, and borders as light as their size allows."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relais.core.figures.charts import Borders, Kind, Point, Series, WrongSeries, places, tiles
from relais.core.figures.charts.brussels import COLUMNS, PLACES, ROWS
from relais.core.figures.charts.classes import classes
from relais.core.figures.charts.projecting import fitted, outlines
from relais.core.figures.charts.tests.make import (
    ABOUT,
    BORDERS,
    CODES,
    WORDS,
    drawings,
    few,
    municipalities,
    square,
)
from relais.core.figures.charts.tiles import LARGE
from relais.core.figures.shapes import Area, Box, Dot, Words, breadth

VALUES = some.lists(some.floats(0, 1e6, allow_subnormal=False), min_size=1, max_size=40)


def maps(series: Series, kind: Kind | str):
    yield from drawings(tiles(series, ABOUT, WORDS, kind=kind))
    yield from drawings(places(series, BORDERS, ABOUT, WORDS, kind=kind))


@pytest.mark.parametrize("kind", [Kind.COUNT, "count"])
@few
@given(series=municipalities())
def test_counts_have_no_colour_and_a_disc_as_large_as_they_are(kind: str, series: Series) -> None:
    for drawing in maps(series, kind):
        tones = {
            s.tone if isinstance(s, Box) else s.kind for s in drawing.shapes if isinstance(s, Box | Area)
        }
        assert not any(tone.startswith("shade") for tone in tones)
        areas = [s.radius**2 for s in drawing.shapes if isinstance(s, Dot) and s.radius]
        counts = [point.value for point in series.points if point.value]
        assert sum(areas) * max(counts, default=0) == pytest.approx(max(areas, default=0) * sum(counts))


@pytest.mark.parametrize("most", [19, 999, 9_999])
def test_no_disc_lies_on_a_number_of_four_digits_or_fewer(most: int) -> None:
    points = tuple(Point(f"town {n}", float(most - n), code=code) for n, code in enumerate(CODES))
    words = replace(WORDS, said="{:,.0f}".format)
    for drawing in drawings(tiles(Series("", points), ABOUT, words, kind=Kind.COUNT)):
        discs = [shape for shape in drawing.shapes if isinstance(shape, Dot)]
        numbers = [s for s in drawing.shapes if isinstance(s, Words) and s.kind.startswith("figure")]
        assert len(discs) == len(numbers) == len(CODES)
        for disc, number in zip(discs, numbers, strict=True):
            assert disc.x - disc.radius >= number.x + breadth(number.text, LARGE)


@pytest.mark.parametrize("kind", [Kind.COUNT, "count"])
def test_colours_for_counts_are_refused(kind: str) -> None:
    with pytest.raises(WrongSeries):
        classes([1, 2, 3], kind)


def test_what_a_value_is_must_be_known() -> None:
    with pytest.raises(ValueError, match="counts"):
        classes([1, 2, 3], "counts")


@few
@given(VALUES)
def test_classes_are_five_at_most_and_each_holds_a_value(values: list[float]) -> None:
    found = classes(values, Kind.SHARE)
    assert {found.of(value) for value in values} == set(range(found.count))
    assert found.count <= min(5, len(set(values)))
    shades = [found.shade(n) for n in range(found.count)]
    assert shades == sorted(set(shades))
    assert set(shades) <= set(range(1, 6))


def test_bounds_of_classes_are_round() -> None:
    assert classes([9.71, 11.24, 12.9, 16.02, 21.7], Kind.SHARE).bounds == (10, 12, 15, 20)


def test_each_municipality_has_a_tile_of_its_own() -> None:
    assert len(set(PLACES.values())) == len(PLACES) == 19
    assert all(column < COLUMNS and row < ROWS for column, row in PLACES.values())


def test_a_place_without_tile_or_border_is_refused() -> None:
    for code in ("21004", "11002"):
        twice = Series("", (Point("a", 1, code=code), Point("b", 1, code=code)))
        with pytest.raises(WrongSeries):
            tiles(twice, ABOUT, WORDS, kind=Kind.SHARE)
    with pytest.raises(WrongSeries):
        places(Series("", (Point("a", 1, code="11002"),)), BORDERS, ABOUT, WORDS, kind=Kind.SHARE)


def test_a_place_is_as_high_as_it_is_on_the_ground() -> None:
    project, height = fitted([(4.0, 50.0), (5.0, 51.0)], 100)
    assert project((4.0, 51.0)) == (0, 0)
    assert height == pytest.approx(100 / cos(radians(50.5)))


def test_corners_that_do_not_show_are_left_out_and_none_that_matters() -> None:
    outline = outlines({"a": square(0, 0)}, 300, 100)
    [ring] = outline.rings["a"]
    assert len(ring) == 5
    assert ring[0] == ring[-1]
    x, y, wide = outline.hearts["a"]
    assert 100 < x < 200 and 0 < y < outline.height and wide == pytest.approx(298)


def test_a_hole_stays_a_hole() -> None:
    inner = [[4.02, 50.97], [4.03, 50.97], [4.03, 50.98], [4.02, 50.98], [4.02, 50.97]]
    geometry = square(0, 0)
    geometry["coordinates"].append(inner)
    assert len(outlines({"a": geometry}, 300, 100).rings["a"]) == 2


@pytest.mark.parametrize(
    "geometry",
    [{"type": "Point", "coordinates": [4, 50]}, {"type": "Polygon", "coordinates": [[[149000, 170000]]]}],
)
def test_geometry_that_is_no_area_in_degrees_is_refused(geometry: dict[str, object]) -> None:
    with pytest.raises(WrongSeries):
        Borders.of({"21004": geometry})


def test_a_border_without_point_stays_empty() -> None:
    drawing = places(Series("", (Point("a", 1, code=CODES[0]),)), BORDERS, ABOUT, WORDS, kind=Kind.SHARE).wide
    assert sum(shape.kind == "plain" for shape in drawing.shapes if isinstance(shape, Area)) == 18
