"""A file of rows as someone sends it: read whole, or refused with the line and what to do."""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext as _

SEPARATORS = ",;\t"  # a Belgian spreadsheet writes semicolons


class UnreadableSheet(ValueError):
    """The file as a whole cannot be read; the message says why, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Row:
    """`place` is the line of the file on which the row ends; an empty cell is ""."""

    place: int
    cells: dict[str, str]


def read_csv(content: bytes, *, needed: Collection[str], known: Collection[str]) -> list[Row]:
    """The rows of a CSV in UTF-8, with commas, semicolons or tabs between cells; empty lines are skipped.

    Every column of `needed` must be there, none beyond `known`. Line ends within a cell become \\n.
    Raises UnreadableSheet.
    """
    lines = StringIO(_decoded(content), newline="")
    separator = _separator(lines.readline())
    lines.seek(0)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        check_header(header, needed, known)
        return [
            Row(reader.line_num, _cells(reader.line_num, header, row))
            for row in reader
            if any(cell.strip() for cell in row)
        ]
    except csv.Error as error:
        raise UnreadableSheet(
            _("Line %(line)s is not CSV: %(error)s.") % {"line": reader.line_num, "error": error}
        ) from None


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableSheet(
            _("Line %(line)s is not UTF-8: save the file as CSV UTF-8.") % {"line": line}
        ) from None
    if "\0" in text:
        raise UnreadableSheet(_("This is not a text file: save the sheet as CSV UTF-8."))
    return text


def _separator(first_line: str) -> str:
    return max(SEPARATORS, key=first_line.count)


def check_header(header: list[str], needed: Collection[str], known: Collection[str]) -> None:
    """Every needed column once, none that is not known. Raises UnreadableSheet, naming them."""
    for names, message in (
        ([n for n in needed if n not in header], _("Columns are missing: %(names)s.")),
        ([n for n in header if n not in known], _("These columns are not known here: %(names)s.")),
        (
            [n for n in dict.fromkeys(header) if header.count(n) > 1],
            _("Columns stand there twice: %(names)s."),
        ),
    ):
        if names:
            raise UnreadableSheet(message % {"names": ", ".join(name or "“”" for name in names)})


def _cells(place: int, header: list[str], row: list[str]) -> dict[str, str]:
    if len(row) > len(header):
        raise UnreadableSheet(_("Line %(line)s has more cells than there are columns.") % {"line": place})
    filled = [*row, *[""] * (len(header) - len(row))]
    return {
        name: cell.replace("\r\n", "\n").replace("\r", "\n").strip()
        for name, cell in zip(header, filled, strict=True)
    }
