"""A row of a workbook of reports, read as the acts want it; a workbook that someone sends."""

from __future__ import annotations

from typing import Any

from django import forms

from relais.apps.accounts.forms.byfile import FileOfRows
from relais.apps.reporting import byfile
from relais.apps.reporting.forms.reports import Narrative
from relais.apps.sheets.cells import DAYS
from relais.apps.sheets.incoming import Row
from relais.apps.sheets.taking import WantedRow
from relais.apps.sheets.workbooks import read_xlsx
from relais.apps.ui.fields import Day


class ReportRow(Narrative):
    """The cells of one row."""

    code = forms.SlugField()
    version = forms.IntegerField(required=False)
    result_date = Day(required=False, input_formats=DAYS)
    submit = forms.ChoiceField(required=False, choices=[(word, word) for word in ("", byfile.YES, byfile.NO)])


def wanted(row: Row) -> WantedRow:
    """What the row asks for, or what is wrong with each of its cells."""
    return WantedRow.of(row, "code", ReportRow(row.cells))


class FileOfReports(FileOfRows[WantedRow]):
    """A workbook of the reports of the round `label`."""

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label = label

    def read(self, content: bytes) -> list[WantedRow]:
        """What the file asks for, row by row. Raises UnreadableSheet."""
        sheet = byfile.sheet(self.label)
        rows = read_xlsx(content, sheet=sheet, needed=byfile.NEEDED, known=byfile.NAMES)
        return [wanted(row) for row in rows]
