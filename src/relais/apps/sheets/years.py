"""The years that may be frozen: from that of the advice until this one."""

from __future__ import annotations

from django.utils import timezone

FIRST_YEAR = 2020  # of the advice


def years() -> list[tuple[int, str]]:
    """As choices of a form, newest first."""
    return [(year, str(year)) for year in range(timezone.localdate().year, FIRST_YEAR - 1, -1)]
