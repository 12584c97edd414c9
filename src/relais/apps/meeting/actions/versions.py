"""Changing what hangs on a row: its version counts that too, so that two people at once lose nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import F

from relais.apps.audit.actions import Conflict
from relais.apps.audit.models import Versioned

Row = TypeVar("Row", bound=Versioned)


def next_version(row: Row, *, seen: int, wanted: Mapping[str, Any]) -> Row:
    """The row as it is now, locked, its version one higher.

    Raises Conflict when it is no longer as `seen`. The act that calls this changes what hangs on the row.
    """
    manager = type(row)._default_manager
    now = manager.select_for_update().get(pk=row.pk)
    if now.version != seen:
        raise Conflict(now, wanted)
    manager.filter(pk=row.pk).update(version=F("version") + 1)
    return now
