"""Taking rows away with all that hangs on them, whatever room it is in: a house before anything is loaded."""

from __future__ import annotations

from django.db.models import ProtectedError, QuerySet


def remove(rows: QuerySet) -> None:
    """Delete `rows`; what protects them is deleted first."""
    while True:
        try:
            rows.delete()
            return
        except ProtectedError as error:
            for model in {type(row) for row in error.protected_objects}:
                keys = [row.pk for row in error.protected_objects if type(row) is model]
                remove(model._default_manager.filter(pk__in=keys))
