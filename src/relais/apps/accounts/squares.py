"""A QR code as one SVG path: drawn in the page, because no picture may come as data."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from qrcode.main import QRCode

QUIET = 4  # modules of margin that readers need


@dataclass(frozen=True, slots=True)
class Squares:
    """`side` in modules, margin included; `path` fills the dark ones."""

    side: int
    path: str


def squares(text: str) -> Squares:
    """The QR code of `text`."""
    code = QRCode(border=0)
    code.add_data(text)
    code.make(fit=True)
    rows: list[list[bool]] = code.get_matrix()
    return Squares(len(rows) + 2 * QUIET, "".join(_row(y, row) for y, row in enumerate(rows, QUIET)))


def _row(y: int, row: list[bool]) -> str:
    found, x = "", QUIET
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            found += f"M{x} {y}h{width}v1h-{width}z"
        x += width
    return found
