"""A chart in a page and as a file: told in words, escaped, without style, and light."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from django.template import Context, Template
from django.utils.translation import override

from relais.apps.ui import pictures
from relais.apps.ui.charting import wording
from relais.apps.ui.drawing import drawn
from relais.core.figures.charts import About, Chart, Kind, Point, Series, dots, line, multiples, places, tiles
from relais.core.figures.charts.tests.make import BORDERS, CODES

SVG = "{http://www.w3.org/2000/svg}"
EVIL = "<script>alert('&')</script>"
ABOUT = About("What is shown", "It rises from 20 to 25.", "in %", "Made up, 2026")


def percent(value: float) -> str:
    return f"{value:.1f} %"


def words():
    return wording(percent)


def year(number: int, value: float) -> Point:
    return Point(str(number), value, dt.date(number, 1, 1), value - 2, value + 2)


def make_line(name: str = "one") -> Chart:
    points = (
        year(2019, 20),
        Point.hidden("2020", dt.date(2020, 1, 1)),
        Point.missing("2021", dt.date(2021, 1, 1)),
    )
    return line([Series(name, (*points, year(2022, 25)))], ABOUT, words(), kind=Kind.SHARE)


def in_page(chart: Chart, files: str = "") -> str:
    return Template(f'{{% chart chart "key" {files} %}}').render(Context({"chart": chart}))


def parsed(chart: Chart) -> ET.Element:
    return ET.fromstring(pictures.svg(chart))


def test_a_chart_has_a_title_and_a_description_of_its_own_in_each_width():
    page = in_page(make_line())
    found = re.findall(r'role="img" aria-labelledby="(\S+) (\S+)"', page)
    assert len(found) == 2
    for title, description in found:
        assert f'<title id="{title}">What is shown</title>' in page
        assert f'<desc id="{description}">It rises from 20 to 25.' in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_every_hatch_of_a_page_is_the_one_of_its_own_drawing():
    page = in_page(make_line())
    used, made = set(re.findall(r"url\(#([^)]+)\)", page)), set(re.findall(r'<pattern id="([^"]+)"', page))
    assert (
        used
        == made
        == {f"key-{width}-{why}" for width in ("wide", "narrow") for why in ("hidden", "missing")}
    )


def test_a_chart_has_no_style_and_no_script_of_its_own():
    for text in (in_page(make_line()), pictures.svg(make_line())):
        assert " style=" not in text
        assert "<style" not in text
        assert "<script" not in text


def test_names_are_escaped():
    chart = make_line(EVIL)
    chart = replace(chart, about=About(EVIL, EVIL, EVIL, EVIL))
    for text in (in_page(chart), pictures.svg(chart)):
        assert "<script" not in text
        assert "&lt;script&gt;" in text
    ET.fromstring(pictures.svg(chart))


def test_the_table_says_each_value_and_why_there_is_none():
    with override("en"):
        page = in_page(make_line())
    assert re.search(r'<td>2019</td><td class="number">20.0 %</td><td class="number">18.0 %</td>', page)
    assert '<td>2020</td><td class="number">hidden to protect persons</td>' in page
    assert '<td>2021</td><td class="number">no data</td>' in page


def test_only_files_with_an_address_are_offered():
    page = in_page(make_line(), 'csv="/a.csv"')
    assert '<a href="/a.csv">CSV</a>' in page
    assert ">PNG</a>" not in page


def test_marks_say_their_value_on_their_own():
    with override("en"):
        titles = {each.text for each in ET.fromstring(pictures.svg(make_line())).iter(f"{SVG}title")}
    assert "one, 2019: 20.0 %, interval (95 %): 18.0 % to 22.0 %" in titles
    assert "2020: hidden to protect persons" in titles


def test_a_chart_that_stands_alone_says_its_title_unit_and_source():
    said = {each.text for each in parsed(make_line()).iter(f"{SVG}text")}
    assert {"What is shown", "in %", "Made up, 2026"} <= said


def test_a_chart_that_stands_alone_needs_no_stylesheet():
    for group in parsed(make_line()).iter(f"{SVG}g"):
        assert group.get("fill") or group.get("stroke") or group.get("transform")


def test_a_long_title_stands_on_several_lines_within_the_picture():
    chart = make_line()
    long = replace(chart, about=replace(ABOUT, title="A title of many words that " * 6))
    root = parsed(long)
    titles = [
        t for g in root.findall(f"{SVG}g") if g.get("font-weight") == "700" for t in g.findall(f"{SVG}text")
    ]
    assert len(titles) > 1
    assert float(root.get("height", 0)) > float(parsed(chart).get("height", 0))


def many_lines() -> Chart:
    months = [dt.date(2018 + n // 12, n % 12 + 1, 1) for n in range(72)]
    series = [
        Series(f"Group {n}", tuple(Point(f"{d:%m.%Y}", 20 + n * 9 + d.month % 5, d) for d in months))
        for n in range(6)
    ]
    return line(series, ABOUT, words(), kind=Kind.SHARE)


def many_panels() -> Chart:
    panels = [
        Series(f"Municipality {n}", tuple(year(y, 20 + (y * n) % 17) for y in range(2010, 2025)))
        for n in range(19)
    ]
    return multiples(panels, ABOUT, words(), kind=Kind.SHARE)


def municipalities() -> Series:
    return Series("", tuple(Point(f"Sint-Genesius {n}", 7.3 + n, code=code) for n, code in enumerate(CODES)))


def many_rows() -> Chart:
    rows = tuple(Point(f"Municipality {n}", 20 + n, low=18 + n, high=23 + n) for n in range(19))
    return dots([Series("women", rows), Series("men", rows[::1])], ABOUT, words(), kind=Kind.SHARE)


@pytest.mark.parametrize(
    "make",
    [
        make_line, many_lines, many_panels, many_rows,
        lambda: tiles(municipalities(), ABOUT, words(), kind=Kind.SHARE),
        lambda: places(municipalities(), BORDERS, ABOUT, words(), kind=Kind.SHARE),
    ],
)  # fmt: skip
def test_a_chart_weighs_less_than_12_kb(make):
    chart = make()
    assert len(pictures.svg(chart).encode()) < 12_000
    assert len(pictures.svg(chart, is_narrow=True).encode()) < 12_000


def test_the_same_chart_is_the_same_bytes():
    assert pictures.svg(make_line()) == pictures.svg(make_line())
    assert drawn(make_line().wide, "a") == drawn(make_line().wide, "a")


def test_a_picture_has_pixels_for_its_words():
    picture = pictures.svg(make_line())
    image = pictures.png(picture)
    assert image.startswith(b"\x89PNG")
    assert image != pictures.png(re.sub(r"<text.*?</text>", "", picture))


def test_a_machine_without_fonts_says_so(monkeypatch):
    monkeypatch.setattr(pictures, "_has_font", lambda: False)
    with pytest.raises(pictures.NoFont, match="fonts-dejavu-core"):
        pictures.png(pictures.svg(make_line()))


def test_a_csv_has_the_status_of_every_value_and_none_where_it_is_hidden():
    rows = list(csv.DictReader(io.StringIO(pictures.csv(make_line()))))
    assert [row["status"] for row in rows] == ["shown", "hidden", "missing", "shown"]
    assert [row["value"] for row in rows] == ["20", "", "", "25"]
    assert rows[0] | {"name": "one", "date": "2019-01-01", "low": "18", "high": "22"} == rows[0]
