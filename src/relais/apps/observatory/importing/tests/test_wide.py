from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from relais.apps.observatory.importing import Incoming, read, workbook
from relais.apps.observatory.importing.tests.make import KNOWN, make_recipe, read_words, refusals
from relais.core.figures.cube import Cell, Said

PLACES = {"column": "Gemeente", "codes": {"Anderlecht": "21001", "Oudergem": "21002"}}
WIDE: dict[str, Any] = {
    "format": "xlsx", "sheet": "Tabel", "header": [3, 4], "until": "Bron",
    "unpivot": {"keep": ["Gemeente"], "headers": ["sex", "year"]},
    "definition": {"fixed": "households"}, "place": PLACES, "period": {"column": "year", "day": "01-01"},
    "dimensions": {"sex": {"column": "sex", "codes": {"Vrouwen": "F", "Mannen": "M"}}},
    "missing": [":"], "hidden": ["x"], "marks": {"*": "P", "(e)": "E"},
}  # fmt: skip


def make_workbook(*rows: list[Any], merged: tuple[str, ...] = (), sheet: str = "Tabel") -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(row)
    for cells in merged:
        page.merge_cells(cells)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def make_wide(*body: list[Any]) -> bytes:
    """A table of two rows of merged heads, under a title."""
    return make_workbook(
        ["Eenoudergezinnen"], [], ["Gemeente", "Vrouwen", None, "Mannen", None],
        [None, 2023, 2024, 2023, 2024], *body, merged=("A3:A4", "B3:C3", "D3:E3"),
    )  # fmt: skip


def read_wide(*body: list[Any], **facts: Any) -> Incoming:
    return read("wide.xlsx", make_wide(*body), make_recipe(**{**WIDE, **facts}), KNOWN)


def test_a_wide_table_with_merged_heads_is_made_long() -> None:
    found = read_wide(
        ["Anderlecht", 10, 11.5, 12, "13*"], [], ["Oudergem", "x", ":", "9 (e)", 0], ["Bron: ik"]
    )
    said = {(c.place, c.cut, c.period): s for c, s in found.figures.items()}
    assert said == {
        ("21001", "sex=F", "2023-01-01"): Said(10),
        ("21001", "sex=F", "2024-01-01"): Said(11.5, 1),
        ("21001", "sex=M", "2023-01-01"): Said(12),
        ("21001", "sex=M", "2024-01-01"): Said(13, quality="P"),
        ("21002", "sex=F", "2023-01-01"): Said(None, secrecy="C"),
        ("21002", "sex=F", "2024-01-01"): Said(None, quality="M"),
        ("21002", "sex=M", "2023-01-01"): Said(9, quality="E"),
        ("21002", "sex=M", "2024-01-01"): Said(0),
    }
    assert found.where[Cell("households", "21002", "2023-01-01", "sex=M")] == "7 Mannen / 2023"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["Anderlecht", 10, "?", 12, 13], "5 Vrouwen / 2024: “?” is no number"),
        (["Anderlecht", 10, None, 12, 13], "5 Vrouwen / 2024: is empty"),
        (["Anderlecht", 10, -1, 12, 13], "5 Vrouwen / 2024: a count is never less than nothing"),
        (["Ukkel", 1, 2, 3, 4], "5 Gemeente: the recipe has no code for “Ukkel”"),
        (["Anderlecht", 10, 11, 12, 13, 14], "5 : has words in a column without a head"),
    ],
)
def test_a_wrong_cell_is_named_by_its_row_and_its_head(row: list[Any], why: str) -> None:
    assert refusals(make_wide(row), **WIDE)[0].startswith(why)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"sheet": "Blad"}, "0 Blad: there is no such sheet: the workbook has Tabel"),
        ({"header": [3]}, "3 : the recipe names not as many headers as the head has rows"),
        ({"header": [2, 30]}, "2 : the head is empty"),
        ({"unpivot": {"keep": ["Stad"], "headers": ["sex", "year"]}}, "3 Stad: the head lacks this column"),
    ],
)
def test_a_workbook_that_is_not_as_the_recipe_says_is_refused(facts: dict[str, Any], why: str) -> None:
    assert refusals(make_wide(["Anderlecht", 1, 2, 3, 4]), **{**WIDE, **facts})[0].startswith(why)


def test_a_percentage_counts_as_it_is_shown_and_a_date_as_a_day() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["definition", "place", "period", "value"])
    page.append(["share", "04000", 2019, 0.123])
    page["D2"].number_format = "0.0%"
    written = BytesIO()
    book.save(written)
    (said,) = read("tidy.xlsx", written.getvalue(), make_recipe(), KNOWN).figures.values()
    assert said == Said(12.3, 1)


def test_merged_labels_of_rows_are_those_of_each_row() -> None:
    content = make_workbook(
        ["definition", "place", "period", "value"], ["households", "04000", 2019, 1], [None, None, 2020, 2],
        merged=("A2:A3", "B2:B3"),
    )  # fmt: skip
    assert len(read("tidy.xlsx", content, make_recipe(), KNOWN).figures) == 2


def test_a_cell_merged_over_the_whole_sheet_is_refused() -> None:
    sound, written = make_workbook(["definition"], merged=("A1:B2",)), BytesIO()
    with ZipFile(BytesIO(sound)) as before, ZipFile(written, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"A1:B2", b"A1:XFD1048576"))
    assert refusals(written.getvalue()) == ["0 : this sheet cannot be read: save it again as XLSX"]


def test_a_workbook_that_unpacks_to_far_more_than_a_table_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "LARGEST", 999)
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 1000)
    assert refusals(written.getvalue()) == ["0 : is too large once unpacked: save it as CSV"]


def test_a_wide_csv_is_made_long_with_what_is_skipped_left_out() -> None:
    found = read_words(
        "geo,name,rent,households\n21001,Anderlecht,900.00,12\n21002,Oudergem,,13\n", format="csv",
        unpivot={"keep": ["geo"], "skip": ["name"], "headers": ["what"]}, definition={"column": "what"},
        place={"column": "geo", "elsewhere": "NIS"}, period={"fixed": "2024"}, missing=[""],
    )  # fmt: skip
    assert found.figures[Cell("rent", "21001", "2024")] == Said(900, 2)
    assert found.figures[Cell("rent", "21002", "2024")] == Said(None, quality="M")
    assert len(found.figures) == 4


def test_rows_that_the_recipe_does_not_want_are_passed_over() -> None:
    words = "definition,place,period,value\nhouseholds,04000,2019,1\nhouseholds,FR,2019,?\n"
    assert len(read_words(words, only={"place": ["04000"]}).figures) == 1
