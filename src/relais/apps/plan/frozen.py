"""What a freeze of a year takes from this room: every table of the plan."""

from __future__ import annotations

from relais.apps.plan.exports import plan_as_data
from relais.apps.plan.tables import tables as tables_of
from relais.apps.sheets.tables import Table


def tables() -> list[Table]:
    """The plan as it stands. Nothing in it depends on the day."""
    return tables_of(plan_as_data())
