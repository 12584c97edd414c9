"""Changing a row whose words must not enter the trail: the same check of versions, and nothing noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import F

from relais.apps.audit.actions import Conflict
from relais.apps.audit.models import Versioned

Row = TypeVar("Row", bound=Versioned)


def change_unnoted(row: Row, *, seen: int, wanted: Mapping[str, Any] | None = None, **fields: Any) -> Row:
    """Write `fields` when the row is still as it was `seen`; the caller records the act in its own words.

    Gives the row as it is now, locked. Raises Conflict, which shows `wanted` (or `fields`).
    """
    manager = type(row)._default_manager
    now = manager.select_for_update().get(pk=row.pk)
    if now.version != seen:
        raise Conflict(now, wanted or fields)
    manager.filter(pk=row.pk).update(version=F("version") + 1, **fields)
    now.refresh_from_db()
    return now
