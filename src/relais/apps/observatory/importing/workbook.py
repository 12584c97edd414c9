"""XLSX: one sheet as words, with merged cells filled, whatever it was made with."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any
from xml.etree import ElementTree

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.table import Row, Table

LARGEST = 256 * 1024 * 1024  # bytes of the workbook unpacked
MOST_ROWS, MOST_COLUMNS, MOST_MERGED = 200_000, 1_000, 100_000
_MERGED = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"


def read_xlsx(content: bytes, recipe: Recipe, mending: Mending) -> Table:
    """The sheet of the recipe, or the first. Formulas count as the value they last had; empty rows are none.

    Raises FileProblems for what is no workbook, is too large, or lacks the sheet.
    """
    sheet = _sheet(content, recipe.sheet, mending)
    try:
        merged = _merged(sheet)
        rows = list(islice(_words(sheet), MOST_ROWS + 1))
        _fill(rows, merged)
    except Exception:  # whatever a broken sheet makes openpyxl stumble over
        mending.refuse(0, recipe.sheet or "", _("this sheet cannot be read: save it again as XLSX"))
    if len(rows) > MOST_ROWS:
        mending.refuse(0, "", _("has more than %(most)s rows: save it as CSV") % {"most": MOST_ROWS})
    first, last = recipe.header[0], recipe.header[-1]
    heads = [rows[line - 1] if line <= len(rows) else [] for line in recipe.header]
    width = max((n for head in heads for n, word in enumerate(head, 1) if word), default=0)
    if not width:
        mending.refuse(first, "", _("the head is empty: the recipe says in which row it stands"))
    body = _body(rows, last, recipe, width, mending)
    return Table([_filled(head, width) for head in heads], body, first)


def _sheet(content: bytes, name: str | None, mending: Mending) -> Any:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        book = None if unpacked > LARGEST else load_workbook(BytesIO(content), read_only=True, data_only=True)
    except Exception:  # whatever a broken file makes openpyxl stumble over
        mending.refuse(0, "", _("is not an XLSX workbook: save it as “Excel workbook (.xlsx)”"))
    if book is None:
        mending.refuse(0, "", _("is too large once unpacked: save it as CSV"))
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    if not sheets or (name is not None and name not in sheets):
        why = _("there is no such sheet: the workbook has %(names)s")
        mending.refuse(0, name or "", why % {"names": ", ".join(sheets)[:300]})
    return sheets[name] if name else book.worksheets[0]


def _merged(sheet: Any) -> list[tuple[int, int, int, int]]:
    """First column, first row, last column, last row of merged cells: read-only openpyxl passes over them."""
    with sheet._get_source() as source:
        events = ElementTree.iterparse(source)
        found = []
        for _event, element in events:
            if element.tag == _MERGED:
                found.append(range_boundaries(element.get("ref", "")))
            element.clear()
    return [bounds for bounds in found if None not in bounds]  # type: ignore[misc]


def _words(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    for cells in sheet.iter_rows():
        yield [_said(cell) for cell in cells[:MOST_COLUMNS]]


def _said(cell: Any) -> str:
    match cell.value:
        case None:
            return ""
        case dt.datetime() as moment:
            return moment.date().isoformat() if moment.time() == dt.time() else moment.isoformat(" ")
        case bool() as truth:
            return str(truth)
        case int() | float() as number:
            shown = number * 100 if "%" in (cell.number_format or "") else number
            return f"{shown:.15g}"
        case words:
            return str(words).strip()


def _fill(rows: list[list[str]], merged: Sequence[tuple[int, int, int, int]]) -> None:
    """Raises ValueError for more merged cells than a table has: they may stretch over the whole sheet."""
    if sum((right - left + 1) * (bottom - top + 1) for left, top, right, bottom in merged) > MOST_MERGED:
        raise ValueError
    for left, top, right, bottom in merged:
        word = rows[top - 1][left - 1] if top <= len(rows) and left <= len(rows[top - 1]) else ""
        for row in rows[top - 1 : bottom] if word else ():
            row.extend([""] * (right - len(row)))
            row[left - 1 : right] = [word] * (right - left + 1)


def _body(rows: list[list[str]], after: int, recipe: Recipe, width: int, mending: Mending) -> Iterator[Row]:
    for line, row in enumerate(rows[after:], after + 1):
        if recipe.until and row and row[0].startswith(recipe.until):
            return
        if any(row[width:]):
            mending.add(line, "", _("has words in a column without a head: give it one, or empty it"))
        if any(row):
            yield line, _filled(row, width)


def _filled(row: list[str], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]
