"""Freezes and datasets for tests, in a line each."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from relais.apps.accounts.who import SCHEDULE
from relais.apps.freeze.actions import freeze_year
from relais.apps.freeze.models import Freeze
from relais.apps.freeze.taking import take
from relais.apps.sheets.dataset import Dataset, dataset
from relais.apps.sheets.tables import table


def make_freeze(year: int = 2024, why: str = "") -> Freeze:
    """A freeze of what the database holds, as a command takes it."""
    return freeze_year(year=year, by=SCHEDULE, why=why)


def make_standing_freeze(year: int) -> Freeze:
    """A freeze for tests that read pages: it leaves nothing in the trail."""
    today = dt.date(year + 1, 2, 1)
    frozen = Freeze.holding(take(year, today), edition=1, taken_at=timezone.now())
    frozen.save()
    return frozen


def make_dataset(year: int = 2026, **rows: list[dict[str, Any]]) -> Dataset:
    """A dataset of tables whose rows have a `code`, a `title` in three languages, a `state` and `tags`."""
    tables = (
        table(name, f"{name} of a test", "code", "code title* state tags[]", each)
        for name, each in rows.items()
    )
    return dataset(year, dt.date(year, 12, 31), 1, tables)


def make_row(code: str, state: str | None = "asked", title: str = "Titel", **more: Any) -> dict[str, Any]:
    """A row of such a table."""
    return {"code": code, "title": {"nl": title}, "state": state, "tags": [], **more}
