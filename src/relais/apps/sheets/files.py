"""Tables as files: CSV for statisticians, a workbook for everyone. No clock goes into the bytes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from relais.apps.sheets.cells import writable
from relais.apps.sheets.tables import Table

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can write down
WIDEST, NARROWEST = 60, 8  # characters
LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # tells a spreadsheet that the text is UTF-8

_CLOCK = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of `files` in their order, with fixed dates."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, content)
    return buffer.getvalue()


def csv_files(about: str, tables: Iterable[Table]) -> dict[str, bytes]:
    """File name to content: README.txt, which begins with `about`, then one file per tidy table."""
    tidy = [small for table in tables for small in table.tidy()]
    return {"README.txt": _readme(about, tidy).encode(), **{f"{t.name}.csv": csv_file(t) for t in tidy}}


def csv_file(table: Table) -> bytes:
    """One table without lists, in UTF-8 with a byte order mark."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(table.header)
    writer.writerows([_said(cell) for cell in row] for row in table.body())
    return (BOM + buffer.getvalue()).encode()


def _said(cell: Any) -> Any:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _readme(about: str, tables: list[Table]) -> str:
    lines = [
        about,
        "",
        "Each file is UTF-8 with a byte order mark; commas between values; the first row names the columns.",
        "An empty cell is something that is not known. Texts stand in columns _nl, _fr and _en.",
        "Values are exactly as kept: nothing is added to a value that begins with = + - or @.",
        "",
    ]
    for table in tables:
        lines += [f"{table.name}.csv: {table.about}.", f"    a row is identified by: {', '.join(table.key)}"]
    return "\r\n".join(lines) + "\r\n"


def workbook(tables: Iterable[Table]) -> bytes:
    """An XLSX with a sheet per table that reads well as it opens."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Relais"
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    buffer = BytesIO()
    book.save(buffer)
    return without_clock(buffer.getvalue())


def _fill(sheet: Worksheet, table: Table) -> None:
    rows = [table.header, *([_in_one_cell(cell) for cell in row] for row in table.body())]
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at, column)
            put(cell, value)
            cell.alignment = wrapped
            if at == 1:
                cell.font = bold
    for column in range(len(table.header)):
        longest = max(len(str(row[column] or "")) for row in rows)
        width = max(NARROWEST, min(WIDEST, longest + 2))
        sheet.column_dimensions[get_column_letter(column + 1)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.header))}{len(rows)}"


def _in_one_cell(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def put(cell: Any, value: Any) -> None:
    """Text stays text: what begins like a formula is marked so, and is never calculated."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = writable(value)
    if value.startswith(LIKE_A_FORMULA):
        cell.data_type = "s"
        cell.quotePrefix = True


def without_clock(content: bytes) -> bytes:
    """openpyxl writes the time of saving in the properties and in the zip itself."""
    first = "[Content_Types].xml"  # what tells a workbook from any other zip
    with ZipFile(BytesIO(content)) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != first, name))
        files = {name: archive.read(name) for name in names}
    core = "docProps/core.xml"
    files[core] = _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z", files[core])
    return zipped(files)
