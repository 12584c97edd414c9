"""Acts on the day on which they are said to have happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone


@contextmanager
def on(day: dt.date) -> Iterator[None]:
    """It is ten in the morning of `day` in this process. Only for one that tells a fiction."""
    real = timezone.now
    moment = dt.datetime.combine(day, dt.time(10), tzinfo=timezone.get_default_timezone())
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real
