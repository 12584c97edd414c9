"""Values as files and programs read them; nothing stays nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal


def day(date: dt.date | None) -> str | None:
    """As ISO 8601 says it."""
    return date.isoformat() if date else None


def number(value: Decimal | None) -> float | None:
    """A figure; 20 rather than 20.0."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def possible(values: Iterable[str]) -> list[str]:
    """Without those that no row can have: PostgreSQL refuses to be asked for a text with a NUL in it."""
    return [value for value in values if "\0" not in value]
