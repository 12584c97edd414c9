"""The publication calendar: which editions came, which one is expected next, and which is late."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from relais.apps.observatory import models as m
from relais.core.figures.cube import Period, period_of

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Expected:
    """The next edition of an indicator. `date` is the last day on which it is still in time; None: unknown.

    `last` is the day on which a release with figures of it came out; None where no day is known.
    """

    indicator: m.Indicator
    last: dt.date | None
    date: dt.date | None

    def is_late(self, today: dt.date) -> bool:
        return self.date is not None and self.date < today


@dataclass(frozen=True, slots=True)
class Month:
    """Releases that came out in one month, newest first; or in a year of which the month is not known."""

    period: Period
    releases: tuple[m.Release, ...]


def expected() -> list[Expected]:
    """The next edition of each indicator of which there are figures: the earliest first, unknown last.

    Two queries.
    """
    last = _last_published()
    with_figures = m.Indicator.objects.filter(definitions__observations__since__isnull=False).distinct()
    found = [
        Expected(each, last.get(each.pk), next_edition(last.get(each.pk), each.every_months, each.month))
        for each in with_figures.order_by("number")
    ]
    return sorted(found, key=lambda each: (each.date is None, each.date))


def next_edition(last: dt.date | None, every: int | None, month: int | None) -> dt.date | None:
    """The last day of the month in which the edition after `last` should come; None when nobody can say.

    `every` is in months. With `month`, the edition comes in that month of a year.
    """
    if last is None or every is None:
        return None
    if month is None:
        return _end(last.year, last.month + every)
    years = max(1, every // MONTHS)
    behind = last.month < month  # the edition of this year was still to come
    return _end(last.year + (years - 1 if behind else years), month)


def past() -> list[Month]:
    """Releases whose day of publication is known, by month, newest first. One query."""
    known = m.Release.objects.accepted().filter(published__isnull=False).select_related("source")
    newest_first = sorted(known.newest_first(), key=_month, reverse=True)
    return [Month(period_of(code), tuple(each)) for code, each in groupby(newest_first, _month)]


def undated() -> int:
    """Releases that were copied here without their day of publication. One query."""
    return m.Release.objects.accepted().filter(published__isnull=True).count()


def _month(release: m.Release) -> str:
    """2021-03 of 2021-03-14; 2021 of 2021."""
    return (release.published or "")[:7]


def _end(year: int, month: int) -> dt.date:
    year, month = year + (month - 1) // MONTHS, (month - 1) % MONTHS + 1
    return dt.date(year, month, monthrange(year, month)[1])


def _last_published() -> Mapping[int, dt.date]:
    """By key of the indicator, the newest known day on which a source published a figure of it.

    Not the day from which it counts here: what people bring in counts from the day of its acceptance.
    """
    said = m.Observation.objects.filter(since__isnull=False, release__published__isnull=False).order_by()
    found: dict[int, dt.date] = {}
    for indicator, published in said.values_list("definition__indicator", "release__published").distinct():
        day = period_of(published or "").end
        found[indicator] = max(day, found.get(indicator, day))
    return found
