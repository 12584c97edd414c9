"""A file of opinions that were given elsewhere, and whether it is only to be looked at."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms.byfile import FileOfRows
from relais.apps.consultation.sheet import COLUMNS, NEEDED
from relais.apps.sheets.incoming import Row, read_csv


class FileForm(FileOfRows[Row]):
    """A CSV with the columns of `sheet.COLUMNS`."""

    file = forms.FileField(label=_("File of opinions (.csv)"), help_text=_("In UTF-8, at most 5 MB."))

    def read(self, content: bytes) -> list[Row]:
        """Its rows. Raises UnreadableSheet."""
        return read_csv(content, needed=NEEDED, known=COLUMNS)
