"""Values as cells of a working copy say them, so that what comes back unedited compares as the same."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]  # as a Belgian spreadsheet may write them

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RETURN = re.compile(r"\r\n?")
_RETURN_IN_A_SHEET = re.compile(r"(_x000D_)+\n")


def writable(text: str) -> str:
    """`text` without the characters that no workbook can hold."""
    return _NOT_XML.sub("", text)


def plain(text: str) -> str:
    """`text` as it comes back from a workbook: line ends are \\n, nothing around it."""
    return _RETURN_IN_A_SHEET.sub("\n", _RETURN.sub("\n", writable(text))).strip()


def word(value: Any) -> str:
    """A value in a cell: days as 2026-11-24, numbers without superfluous zeros, what is not known as ""."""
    match value:
        case None:
            return ""
        case dt.date():
            return value.isoformat()
        case Decimal():
            return f"{value.normalize():f}"
    return plain(str(value))
