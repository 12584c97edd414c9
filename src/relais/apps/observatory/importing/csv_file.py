"""CSV in UTF-8, with commas, semicolons or tabs."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from django.utils.translation import gettext as _

from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.table import Table

SEPARATORS = ",;\t"


def read_csv(content: bytes, mending: Mending) -> Table:
    """The header and the rows, empty lines passed over. Raises FileProblems."""
    text = _decoded(content, mending)
    first = text[: text.find("\n")] if "\n" in text else text
    lines = csv.reader(StringIO(text, newline=""), delimiter=max(SEPARATORS, key=first.count), strict=True)
    rows = _rows(lines, mending)
    _line, header = next(rows, (1, []))
    if not header:
        mending.refuse(1, "", _("the file is empty"))
    return Table([[name.strip() for name in header]], _filled(rows, len(header), mending))


def _decoded(content: bytes, mending: Mending) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        mending.refuse(line, "", _("is not UTF-8: save the file as CSV UTF-8"))
    if "\0" in text:
        mending.refuse(0, "", _("is not a text file: save it as CSV UTF-8"))
    return text


def _rows(lines: Iterator[list[str]], mending: Mending) -> Iterator[tuple[int, Sequence[str]]]:
    while True:
        try:
            row = next(lines, None)
        except csv.Error as error:
            line: int = lines.line_num  # type: ignore[attr-defined]
            mending.add(line, "", _("is not CSV: %(error)s") % {"error": error})
            return
        if row is None:
            return
        if any(row):
            yield lines.line_num, row  # type: ignore[attr-defined]


def _filled(
    rows: Iterator[tuple[int, Sequence[str]]], width: int, mending: Mending
) -> Iterator[tuple[int, Sequence[str]]]:
    for line, row in rows:
        if len(row) == width:
            yield line, row
        else:
            why = _("has %(count)s columns where the head has %(width)s")
            mending.add(line, "", why % {"count": len(row), "width": width})
