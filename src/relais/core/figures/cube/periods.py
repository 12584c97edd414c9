"""When a figure is about: a day, a month, a quarter, a year, as SDMX and ISO 8601 write them."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)


class WrongPeriod(ValueError):
    """What was read is no period; says how one is written."""


@dataclass(frozen=True, slots=True)
class Period:
    """`code` as it is written; `frequency` is D, M, Q or A; both days are included."""

    code: str
    frequency: str
    start: dt.date
    end: dt.date


def period_of(code: str) -> Period:
    """2019-01-01, 2021-01, 2021-Q3 or 2019. Raises WrongPeriod."""
    code = code.strip()
    try:
        if found := _DAY.fullmatch(code):
            day = dt.date(*map(int, found.groups()))
            return Period(code, "D", day, day)
        if found := _MONTH.fullmatch(code):
            return _months(code, "M", int(found[1]), int(found[2]), int(found[2]))
        if found := _QUARTER.fullmatch(code):
            last = int(found[2]) * 3
            return _months(code, "Q", int(found[1]), last - 2, last)
        if found := _YEAR.fullmatch(code):
            return _months(code, "A", int(found[1]), 1, 12)
    except ValueError:
        pass
    raise WrongPeriod(f"“{code}” is no period: write 2019, 2019-Q1, 2019-01 or 2019-01-01")


def _months(code: str, frequency: str, year: int, first: int, last: int) -> Period:
    return Period(
        code, frequency, dt.date(year, first, 1), dt.date(year, last, monthrange(year, last)[1])
    )  # fmt: skip
