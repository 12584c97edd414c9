"""What a freeze takes: the tables that every room offers, for a year and a day. Nothing is written here."""

from __future__ import annotations

import datetime as dt

from relais.apps.consultation import frozen as consultation
from relais.apps.coordination import frozen as coordination
from relais.apps.freeze.schema import SCHEMA_VERSION
from relais.apps.meeting import frozen as meeting
from relais.apps.observatory import frozen as observatory
from relais.apps.plan import frozen as plan
from relais.apps.reporting import frozen as reporting
from relais.apps.sheets.dataset import Dataset, dataset
from relais.apps.sheets.tables import Table


class NotBegun(ValueError):
    """A year that has not begun cannot be frozen."""


def reference_date(year: int, today: dt.date) -> dt.date:
    """The day for which late and silent are computed: the year's last, or today while it lasts.

    Raises NotBegun for a year to come.
    """
    if year > today.year:
        raise NotBegun(year)
    return min(dt.date(year, 12, 31), today)


def tables(on: dt.date) -> list[Table]:
    """Every table of every room. `on` is the day for which late and silent are computed.

    A room that declares something adds its line; the test of the schema shows what that adds.
    """
    return [
        *plan.tables(),
        *coordination.tables(on),
        *reporting.tables(on),
        *consultation.tables(),
        *meeting.tables(),
        *observatory.tables(on),
    ]


def take(year: int, today: dt.date) -> Dataset:
    """The dataset of `year`, as the database stands now. Raises NotBegun and NotPlain."""
    on = reference_date(year, today)
    return dataset(year, on, SCHEMA_VERSION, tables(on))
