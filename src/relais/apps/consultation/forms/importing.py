"""A file of opinions that were given elsewhere, and whether it is only to be looked at."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.consultation.sheet import COLUMNS, NEEDED
from relais.apps.sheets.incoming import Row, UnreadableSheet, read_csv

LARGEST = 5 * 1024 * 1024  # bytes


class FileForm(ActForm):
    """A CSV with the columns of `sheet.COLUMNS`."""

    may_leave_empty = True

    file = forms.FileField(label=_("File of opinions (.csv)"), help_text=_("In UTF-8, at most 5 MB."))
    only_check = forms.BooleanField(
        label=_("Only check: show what would change, and write nothing"), required=False, initial=True
    )

    rows: list[Row]

    def clean_file(self) -> Any:
        """Read whole, so that a file that cannot be read is told beside its field."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 5 MB. Send fewer rows."))
        try:
            self.rows = read_csv(file.read(), needed=NEEDED, known=COLUMNS)
        except UnreadableSheet as error:
            raise forms.ValidationError(str(error)) from None
        return file
