"""The plan twice as large: every row of every table once more, joined as the first ones are."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models


def double() -> None:
    """Copy every row of the plan; keys that must be unique get new values, references lead to the copies."""
    copies: dict[tuple[type[models.Model], Any], Any] = {}
    for model in apps.get_app_config("plan").get_models(include_auto_created=True):
        rows = list(model._default_manager.order_by("pk"))
        for row in rows:
            old = row.pk
            for field in model._meta.concrete_fields:
                setattr(row, field.attname, _value(field, row, copies))
            row.save(force_insert=True)
            copies[model, old] = row.pk


def _value(field: Any, row: models.Model, copies: dict[tuple[type[models.Model], Any], Any]) -> Any:
    value = getattr(row, field.attname)
    if field.primary_key:
        return None
    if field.is_relation:
        return copies.get((field.related_model, value), value)
    if field.unique:
        return value + 1000 if isinstance(value, int) else f"{value}-twice"
    return value
