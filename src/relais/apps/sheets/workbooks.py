"""A workbook as someone sends it back: one sheet read as plain words, whatever it was made with."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from relais.apps.sheets.cells import plain
from relais.apps.sheets.incoming import Row, UnreadableSheet, check_header

LARGEST = 64 * 1024 * 1024  # bytes of the workbook unpacked: a larger one is no list of ours
MOST_ROWS = 20_000


def read_xlsx(content: bytes, *, sheet: str, needed: Collection[str], known: Collection[str]) -> list[Row]:
    """The rows of one sheet of an XLSX, as words: dates are 2026-11-24, whole numbers have no decimals.

    Formulas count as the value they last had. Empty rows are skipped; columns without a header that are empty
    throughout are passed over. Raises UnreadableSheet.
    """
    rows = _rows(content, sheet)
    header = [str(name or "").strip().lower() for name in next(rows, ())]
    while header and not header[-1]:
        header.pop()
    check_header(header, needed, known)
    found = []
    for place, cells in enumerate(rows, 2):
        said = [_said(cell) for cell in cells]
        if any(said[len(header) :]):
            raise UnreadableSheet(_("Line %(line)s has more cells than there are columns.") % {"line": place})
        if any(said):
            filled = [*said, *[""] * len(header)][: len(header)]
            found.append(Row(place, dict(zip(header, filled, strict=True))))
        if place > MOST_ROWS:
            raise UnreadableSheet(
                _("This sheet has more than %(most)s rows: send it in parts.") % {"most": MOST_ROWS}
            )
    return found


def _rows(content: bytes, sheet: str) -> Iterator[tuple[Any, ...]]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise UnreadableSheet(_("This workbook is too large once unpacked. Send fewer rows."))
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except UnreadableSheet:
        raise
    except Exception:  # whatever a broken file makes openpyxl stumble over
        raise UnreadableSheet(
            _("This is not an XLSX workbook: save it as “Excel workbook (.xlsx)”.")
        ) from None
    if sheet not in book.sheetnames:
        raise UnreadableSheet(
            _("There is no sheet “%(sheet)s” in this workbook: keep the name it had.") % {"sheet": sheet}
        )
    return book[sheet].iter_rows(values_only=True)


def _said(cell: Any) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case dt.datetime():
            return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
        case float() if cell.is_integer():
            return str(int(cell))
    return plain(str(cell))
