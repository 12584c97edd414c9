"""A row of a workbook of actions, read as the acts want it; a workbook that someone sends."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms.byfile import FileOfRows
from relais.apps.coordination import byfile
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.forms.fields import LONG, SHORT, figure, line, web_address
from relais.apps.plan.vocabulary import Level
from relais.apps.sheets.cells import DAYS
from relais.apps.sheets.incoming import Row
from relais.apps.sheets.taking import WantedRow
from relais.apps.sheets.workbooks import read_xlsx
from relais.core.texts.text import LANGUAGES


def _day() -> forms.DateField:
    return forms.DateField(required=False, input_formats=DAYS)


def _one_of(vocabulary: Any, otherwise: str = "") -> forms.TypedChoiceField:
    choices = [("", ""), *vocabulary.choices]
    return forms.TypedChoiceField(choices=choices, required=False, empty_value=otherwise)


class ActionRow(forms.Form):
    """The cells of one row."""

    code = forms.SlugField(required=False)
    version = forms.IntegerField(required=False)
    owner = line("")
    measures = line("")
    decision = _one_of(v.Decision, v.Decision.UNKNOWN)
    decision_date = _day()
    decision_source = web_address("")
    phase = _one_of(v.Phase, v.Phase.UNKNOWN)
    finished_date = _day()
    start_date = _day()
    due_date = _day()
    level = _one_of(Level)
    contact_point = line("", most=300)
    indicator = line("")
    aim = _one_of(v.Aim, v.Aim.AT_LEAST)
    target_value = figure("")
    result_value = figure("")
    result_date = _day()
    result_source = web_address("")
    reason = forms.CharField(required=False, max_length=LONG)
    for _code in LANGUAGES:
        locals()[f"title_{_code}"] = forms.CharField(required=False, max_length=SHORT)
        locals()[f"description_{_code}"] = forms.CharField(required=False, max_length=LONG)
        locals()[f"expected_result_{_code}"] = forms.CharField(required=False, max_length=LONG)

    def clean_measures(self) -> list[tuple[int, str]]:
        """ "16, 17a" as [(16, ""), (17, "a")]."""
        found = []
        for part in filter(None, re.split(r"[,;\s]+", self.cleaned_data["measures"] or "")):
            if not (match := re.fullmatch(r"(\d{1,4})([a-z]?)", part)):
                raise forms.ValidationError(
                    _("“%(part)s” is not the number of a measure: write 16 or 17a.") % {"part": part}
                )
            found.append((int(match[1]), match[2]))
        return found


def wanted(row: Row) -> WantedRow:
    """What the row asks for, or what is wrong with each of its cells."""
    return WantedRow.of(row, "code", ActionRow(row.cells))


class FileOfActions(FileOfRows[WantedRow]):
    """A workbook of actions."""

    def read(self, content: bytes) -> list[WantedRow]:
        """What the file asks for, row by row. Raises UnreadableSheet."""
        rows = read_xlsx(content, sheet=byfile.SHEET, needed=byfile.NEEDED, known=byfile.NAMES)
        return [wanted(row) for row in rows]
