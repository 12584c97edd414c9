"""A file of rows that someone sends: to be looked at first, then taken."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms.act import ActForm
from relais.apps.sheets.incoming import UnreadableSheet

LARGEST = 5 * 1024 * 1024  # bytes
Asked = TypeVar("Asked")


class FileOfRows(ActForm, Generic[Asked]):
    """`read` makes rows of the content. What makes the file unreadable is told beside its field."""

    may_leave_empty = True

    file = forms.FileField(label=_("Workbook (.xlsx)"), help_text=_("At most 5 MB."))
    only_check = forms.BooleanField(
        label=_("Only check: show what would change, and write nothing"), required=False, initial=True
    )

    rows: list[Asked]

    def read(self, content: bytes) -> list[Asked]:
        """What the file asks for, row by row. Raises UnreadableSheet."""
        raise NotImplementedError

    def clean_file(self) -> Any:
        """Not larger than a list of rows can be, and readable."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 5 MB. Send fewer rows."))
        try:
            self.rows = self.read(file.read())
        except UnreadableSheet as error:
            raise forms.ValidationError(str(error)) from None
        return file
