"""Whether this whole site is a trial with a fictional year: then every page says so."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def marked(_request: HttpRequest) -> dict[str, bool]:
    """For every template: `is_trial`, from the setting FICTION."""
    return {"is_trial": settings.FICTION}
