"""Who may freeze a year. Reading is for everyone: what is frozen is public."""

from __future__ import annotations

from relais.apps.accounts.who import SCHEDULE, Who


def can_freeze(who: Who) -> bool:
    """The cell; and whoever may run commands on the server."""
    return who.is_cell or who == SCHEDULE
