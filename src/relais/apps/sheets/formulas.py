"""Words of strangers in a file that a spreadsheet opens: what begins like a formula is not calculated."""

from __future__ import annotations

from relais.apps.sheets.files import LIKE_A_FORMULA

MARK = "'"  # spreadsheets take what follows it for text


def guarded(value: str) -> str:
    """`value` with a mark before what begins like a formula. `unguarded` gives it back exactly."""
    return MARK + value if value.lstrip(MARK).startswith(LIKE_A_FORMULA) else value


def unguarded(value: str) -> str:
    """What `guarded` was given; anything else as it is."""
    is_guarded = value.startswith(MARK) and value.lstrip(MARK).startswith(LIKE_A_FORMULA)
    return value[1:] if is_guarded else value
