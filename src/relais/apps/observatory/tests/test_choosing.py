"""Which chart suits which figures. Rows are made and not stored."""

from __future__ import annotations

import datetime as dt

import pytest

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.pictures import Across, Groups, Lines, Map, Pairs, choose, picture
from relais.apps.observatory.reading.places import Places
from relais.apps.observatory.tests.make import called, make_release, make_source
from relais.core.figures.charts import Chart
from relais.core.figures.shapes import Area, Line, Rule

NAMES = {
    code: LocalText({"en": code}) for code in ("01000", "02000", "04000", *map(str, range(21001, 21020)))
}
PARENTS = {code: "04000" if code.startswith("21") else None if code == "01000" else "01000" for code in NAMES}
PLACES = Places(NAMES, PARENTS)
FAMILY = "type=one"


def definition(kind: v.Kind = v.Kind.RATE, family_cut: str = FAMILY) -> m.Definition:
    words = LocalText({"en": "rate"})
    return m.Definition(pk=1, slug="rate", kind=kind, unit=words, unit_code="PT", name=words, decimals=1,
                        family_cut=family_cut)  # fmt: skip


def figure(
    value: float | None, year: int, cut: str = FAMILY, place: str = "01000", by: str = "A", **facts: object
) -> m.Observation:
    release = m.Release(pk=1, source=m.Source(publisher=called(by), kind=v.SourceKind.STATISTICS))
    return m.Observation(
        definition=definition(), place=place, period=str(year), start=dt.date(year, 1, 1),
        end=dt.date(year, 12, 31), cut=cut, value=value, release=release, **{"decimals": 1, **facts},
    )  # fmt: skip


def test_three_periods_of_one_publisher_are_a_line_and_two_are_not() -> None:
    three = [figure(10, 2018), figure(11, 2019), figure(12, 2020)]
    assert isinstance(choose(definition(), three, PLACES), Lines)
    assert choose(definition(), three[:2], PLACES) is None
    assert choose(definition(), [*three[:2], figure(12, 2020, by="B")], PLACES) is None


def test_the_line_of_single_parent_families_comes_first_and_others_cut_alike_beside_it() -> None:
    every = [figure(n, 2015 + n, cut) for cut in (FAMILY, "", "type=two", "education=low") for n in range(4)]
    found = choose(definition(), every, PLACES)
    assert isinstance(found, Lines)
    assert [each.cut for each in found.series] == [FAMILY, "", "type=two"]


def test_what_is_missing_does_not_make_a_line() -> None:
    assert choose(definition(), [figure(1, 2018), figure(None, 2019), figure(2, 2020)], PLACES) is None


@pytest.mark.parametrize("kind", [v.Kind.RATE, v.Kind.COUNT])
def test_most_municipalities_are_a_map_and_half_of_them_are_not(kind: v.Kind) -> None:
    local = [figure(n, 2018, "", place) for n, place in enumerate(PLACES.municipalities[:10])]
    assert isinstance(choose(definition(kind), local, PLACES), Map)
    assert isinstance(choose(definition(kind), local[:9], PLACES), Across)


def test_groups_of_the_newest_period_stand_beside_one_another() -> None:
    every = [figure(1, year, f"sex={sex}") for year, sexes in ((2018, "FX"), (2020, "FM")) for sex in sexes]
    found = choose(definition(family_cut=""), every, PLACES)
    assert isinstance(found, Groups) and {each.period for each in found.figures} == {"2020"}


def test_groups_that_stand_in_two_periods_are_seen_then_and_now() -> None:
    every = [figure(n, year, cut) for year in (2018, 2020) for n, cut in enumerate((FAMILY, "type=two"))]
    found = choose(definition(), every, PLACES)
    assert isinstance(found, Pairs)
    assert [[each.period for each in pair] for pair in found.pairs] == [["2018", "2020"]] * 2
    drawn = picture(definition(), every, (), {}, PLACES)
    assert drawn is not None and len([s for s in drawn.wide.shapes if isinstance(s, Line)]) == 2


@pytest.mark.parametrize(
    "earlier",
    [
        [figure(1, 2018)],
        [figure(1, 2018), figure(2, 2018, "type=two", by="B")],
        [figure(1, 2018), figure(None, 2018, "type=two", secrecy=v.Secrecy.HIDDEN)],
        [figure(1, 2018), figure(2, 2018, "type=two", low=1.0, high=3.0)],
        [figure(1, 2018), figure(2, 2018, "type=two", decimals=0)],
    ],
)
def test_then_and_now_needs_every_group_by_the_same_publisher_as_precise_and_without_intervals(
    earlier: list[m.Observation],
) -> None:
    now = [figure(n, 2020, cut) for n, cut in enumerate((FAMILY, "type=two"))]
    assert isinstance(choose(definition(), [*now, *earlier], PLACES), Groups)


def test_then_and_now_is_not_seen_across_a_break() -> None:
    every = [figure(n, year, cut) for year in (2018, 2020) for n, cut in enumerate((FAMILY, "type=two"))]
    assert isinstance(choose(definition(), every, PLACES, [m.BreakMark(date=dt.date(2019, 1, 1))]), Groups)


def test_more_than_five_lines_have_a_small_plot_each() -> None:
    def plots(of: int) -> int:
        """Each plot has a rule at zero."""
        every = [figure(n, 2018 + n, place=place) for place in [*NAMES][:of] for n in range(3)]
        found = picture(definition(), every, (), {}, PLACES)
        assert found is not None and len({row.name for row in found.rows}) == of
        return sum(isinstance(shape, Rule) and shape.kind == "zero" for shape in found.wide.shapes)

    assert [plots(5), plots(6)] == [1, 6]


def test_a_line_of_elsewhere_gives_way_to_places_with_the_region() -> None:
    line = [figure(n, 2015 + n) for n in range(4)]
    places = [figure(n, 2018, place=place) for n, place in enumerate(("04000", "02000"))]
    assert isinstance(choose(definition(), [*line, *places], PLACES), Across)


def test_beside_a_municipality_the_count_of_a_country_is_left_out() -> None:
    every = [figure(n, 2018, "", place) for n, place in enumerate(("01000", "04000", "21001", "21002"))]
    found = choose(definition(v.Kind.COUNT, ""), every, PLACES)
    assert isinstance(found, Across) and {each.place for each in found.figures} == {"21001", "21002"}


@pytest.mark.parametrize(
    "every",
    [
        [figure(10, 2018), figure(None, 2019, secrecy=v.Secrecy.HIDDEN), figure(11, 2020), figure(12, 2021)],
        [
            figure(1, 2018, "sex=F", secrecy=v.Secrecy.FREE),
            figure(None, 2018, "sex=M", secrecy=v.Secrecy.HIDDEN),
        ],
        [figure(5, 2018, "sex=F", low=6.0, high=7.0), figure(6, 2018, "sex=M", low=5.0)],
        [figure(n, 2018, "", f"2100{n}") for n in (1, 2, 3)],
        [figure(1, 2018), figure(2, 2019), figure(3, 2020), figure(4, 2020, by="B")],
    ],
)
def test_a_chart_is_drawn_of_what_is_hidden_missing_or_wrong(every: list[m.Observation]) -> None:
    found = picture(definition(), every, (), {}, PLACES)
    assert isinstance(found, Chart)
    assert len(found.rows) >= 2


@pytest.mark.django_db
def test_a_map_stands_on_borders_once_somebody_brought_them_in_and_on_tiles_before() -> None:
    local = [figure(n, 2018, "", place) for n, place in enumerate(PLACES.municipalities)]
    tiles = picture(definition(), local, [], {}, PLACES)
    release = make_release(make_source("outlines"), "2024-01-01")
    m.Outline.objects.bulk_create(
        m.Outline(release=release, place=place, geometry=square(4 + n / 100))
        for n, place in enumerate(PLACES.municipalities)
    )
    borders = picture(definition(), local, [], {}, PLACES)
    assert isinstance(tiles, Chart) and isinstance(borders, Chart)
    assert any(isinstance(shape, Area) for shape in borders.wide.shapes)
    assert not any(isinstance(shape, Area) for shape in tiles.wide.shapes)


def square(west: float) -> dict[str, object]:
    ring = [[west, 50], [west + 0.01, 50], [west + 0.01, 50.01], [west, 50.01], [west, 50]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.mark.django_db
def test_a_city_without_tiles_or_borders_has_rows() -> None:
    names = {code: LocalText({"en": code}) for code in ("9", *map(str, range(90, 96)))}
    elsewhere = Places(names, {code: "9" if code != "9" else None for code in names})
    local = [figure(n, 2018, "", place) for n, place in enumerate(elsewhere.municipalities)]
    assert isinstance(picture(definition(), local, [], {}, elsewhere), Chart)
