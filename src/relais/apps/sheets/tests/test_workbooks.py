"""A sheet comes back as the words that were in it, or is refused with what to do."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from relais.apps.sheets import workbooks
from relais.apps.sheets.files import workbook
from relais.apps.sheets.incoming import UnreadableSheet
from relais.apps.sheets.tables import table

COLUMNS = ("key", "words", "date", "count")


def make_book(*rows: tuple[Any, ...], sheet: str = "things", header: tuple[str, ...] = COLUMNS) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    page = book.create_sheet(sheet)
    for row in (header, *rows):
        page.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(content: bytes) -> list[tuple[int, dict[str, str]]]:
    rows = workbooks.read_xlsx(content, sheet="things", needed=["key"], known=COLUMNS)
    return [(row.place, row.cells) for row in rows]


def test_cells_are_the_words_that_a_person_sees() -> None:
    content = make_book(
        (1, " a\r\nb ", dt.date(2026, 11, 24), 3.0), (), ("2", None, dt.datetime(2026, 1, 2), 0.5)
    )
    assert read(content) == [
        (2, {"key": "1", "words": "a\nb", "date": "2026-11-24", "count": "3"}),
        (4, {"key": "2", "words": "", "date": "2026-01-02", "count": "0.5"}),
    ]


def test_what_we_write_is_what_we_read() -> None:
    rows = [{"key": "=1+1", "words": "één\n“twee”", "date": None, "count": 12}]
    written = workbook([table("things", "things", "key", "key words date count", rows)])
    assert read(written) == [(2, {"key": "=1+1", "words": "één\n“twee”", "date": "", "count": "12"})]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not an XLSX"),
        (b"key;words", "not an XLSX"),
        (make_book(sheet="other"), "no sheet “things”"),
        (make_book(header=("words",)), "missing: key"),
        (make_book(header=("key", "colour")), "not known here: colour"),
        (make_book((1, "a", None, None, "beside")), "Line 2 has more cells"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_why(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableSheet, match=said):
        read(content)


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("nothing.txt", "nothing")
    with pytest.raises(UnreadableSheet, match="not an XLSX"):
        read(buffer.getvalue())


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "LARGEST", 1_000)
    with pytest.raises(UnreadableSheet, match="too large"):
        read(make_book((1, "a", None, None)))
