"""A working copy of a list: a workbook to fill in, with what each column means and what it may hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from relais.apps.sheets.files import put, without_clock

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROOM = 200  # rows below the last one that offer the same choices
QUIET = PatternFill("solid", fgColor="E8E4DA")
WRAPPED = Alignment(wrap_text=True, vertical="top")
LONGEST_LIST = 255  # characters that a spreadsheet allows in a list of choices


@dataclass(frozen=True, slots=True)
class WorkColumn:
    """`about` is for the person who fills it in; a column that is only read is grey, and then ignored."""

    name: str
    about: str | Promise
    choices: tuple[str, ...] = ()
    is_read_only: bool = False
    width: int = 16


def working_copy(sheet: str, columns: Sequence[WorkColumn], rows: Sequence[Mapping[str, str]]) -> bytes:
    """An XLSX with the rows on the sheet named `sheet`, and a second sheet that explains every column."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Relais"
    _fill(book.create_sheet(sheet), columns, rows)
    _explain(book.create_sheet(_("explanation")[:31]), columns)
    buffer = BytesIO()
    book.save(buffer)
    return without_clock(buffer.getvalue())


def _fill(page: Worksheet, columns: Sequence[WorkColumn], rows: Sequence[Mapping[str, str]]) -> None:
    for at, column in enumerate(columns, 1):
        letter = get_column_letter(at)
        page.column_dimensions[letter].width = column.width
        head = page.cell(1, at, column.name)
        head.font = Font(bold=True)
        for place, row in enumerate(rows, 2):
            cell = page.cell(place, at)
            put(cell, row[column.name])
            cell.alignment = WRAPPED
            if column.is_read_only:
                cell.fill = QUIET
        offered = ",".join(column.choices)
        if offered and len(offered) <= LONGEST_LIST:
            choice = DataValidation("list", formula1=f'"{offered}"', allow_blank=True)
            choice.add(f"{letter}2:{letter}{len(rows) + 1 + ROOM}")
            page.add_data_validation(choice)
    page.freeze_panes = "B2"


def _explain(page: Worksheet, columns: Sequence[WorkColumn]) -> None:
    page.append([_("column"), _("what it is"), _("what it may hold")])
    for column in columns:
        held = ", ".join(column.choices) or (_("only to be read") if column.is_read_only else "")
        page.append([column.name, str(column.about), held])
    for letter, width in zip("ABC", (22, 70, 60), strict=True):
        page.column_dimensions[letter].width = width
    for row in page.iter_rows():
        for cell in row:
            cell.alignment = WRAPPED
