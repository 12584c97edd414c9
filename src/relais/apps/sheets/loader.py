"""Files to tables, for rooms that are loaded from files: rows by natural key, and rows that are replaced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models


def keys_by(model: type[models.Model], name: str) -> dict[Any, int]:
    """Natural key to primary key, of every row."""
    return dict(model._default_manager.values_list(name, "pk"))


def upsert(rows: Iterable[models.Model], *key: str) -> None:
    """Insert or update by natural key, so that rows keep their identity and what hangs on them."""
    rows = list(rows)
    if not rows:
        return
    model = type(rows[0])
    changed = [f.name for f in model._meta.concrete_fields if f.name not in key and not f.primary_key]
    model._default_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=list(key), update_fields=changed
    )


def replace(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """For rows that nothing hangs on."""
    model._default_manager.all().delete()
    model._default_manager.bulk_create(list(rows))
