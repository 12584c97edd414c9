"""A period in the words of the reader."""

from __future__ import annotations

from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from relais.core.figures.cube import period_of


def period_in_words(code: str) -> str:
    """“1 January 2019”, “January 2021”, “quarter 3 of 2021”, “2019”."""
    return _period(code, get_language())


# Remembered: a page writes the same few periods several times, for every reader.
@lru_cache(maxsize=8192)
def _period(code: str, _language: str | None) -> str:
    period = period_of(code)
    if period.frequency == "D":
        return date_format(period.start)
    if period.frequency == "M":
        return date_format(period.start, "F Y")
    if period.frequency == "Q":
        return _("quarter %(n)s of %(year)s") % {"n": code[-1], "year": period.start.year}
    return code
