"""What a freeze keeps of coordination: every row as plain data with natural keys, no person named.

What depends on the day (silent, late) is computed for the day `on` and kept as a value.
"""

from __future__ import annotations

import datetime as dt

from relais.apps.coordination.frozen import actions, asks, blocking, parts
from relais.apps.sheets.tables import Table

__all__ = ["tables"]


def tables(on: dt.date) -> list[Table]:
    """The tables of this room. Drafts, and what hangs on them, are left out."""
    rows = parts.published()
    return [
        asks.organisations(), asks.mandates(), asks.asks(on), asks.ask_answers(),
        actions.actions(rows, on), *parts.tables(rows, on), *blocking.tables(rows, on),
    ]  # fmt: skip
