"""Who may publish. Reading is for everyone: what is published is public."""

from __future__ import annotations

from relais.apps.accounts.who import SCHEDULE, Who


def can_publish_figures(who: Who) -> bool:
    """The cell; and whoever may run commands on the server."""
    return who.is_cell or who == SCHEDULE
