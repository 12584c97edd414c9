"""An amount through time as a chart: a line of steps, hatched where no amount was found."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from relais.apps.check.amounts import bands, bare, dimensions, is_part, numbers, unit
from relais.core.figures import Figure, Step, Steps, steps
from relais.core.rights.parameters import Parameter, Stretch
from relais.core.rights.units import DATE
from relais.core.rights.words.wording import number

MOST_LINES = 6  # more cannot be told apart; the table has them all
DAY, YEAR = dt.timedelta(days=1), dt.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure with its title and description, and a `key` that no other figure of the page has."""

    key: str
    title: str
    description: str
    figure: Figure


def chart(parameter: Parameter, today: dt.date, language: str) -> Chart | None:
    """None where a chart would say nothing: one amount alone, days of the law, or too many lines."""
    amounts = parameter.amounts
    if parameter.unit == DATE or len(amounts) < 2 or len(numbers(amounts[-1])) > MOST_LINES:
        return None
    if len({numbers(amount) for amount in amounts}) < 2 or len({len(numbers(a)) for a in amounts}) > 1:
        return None
    title = parameter.label.said(language).words
    what = " · ".join(part for part in (unit(parameter, language), dimensions(parameter)) if part)
    until = parameter.stretches[-1].to
    times = 100 if is_part(parameter) else 1
    figure = steps(
        _lines(parameter, today, times), unit=what,
        said=lambda value: bare(parameter, value / times, language),
        marked=lambda mark: number(mark, language),
        known_to=_("known up to %(day)s") % {"day": date_format(until)} if until else "",
    )  # fmt: skip
    return Chart(parameter.name.replace("_", "-"), title, _description(parameter, what), figure)


def _description(parameter: Parameter, what: str) -> str:
    return _("%(what)s, since %(day)s. Hatched: days of which no amount was found.") % {
        "what": what, "day": date_format(parameter.stretches[0].since),
    }  # fmt: skip


def _lines(parameter: Parameter, today: dt.date, times: int) -> list[Steps]:
    """A line for each number of a table, one for a plain amount. The figure ends today, or a year after the
    last amount begins.
    """
    stretches = parameter.stretches
    end = max(today, stretches[-1].since + YEAR, stretches[-1].to or today)
    names = [" · ".join(each) for each in bands(parameter, parameter.amounts[-1])] if parameter.by else [""]
    return [
        Steps(name, tuple(_step(s, n, end, times) for s in [*stretches, *_rest(stretches[-1], end)]))
        for n, name in enumerate(names)
    ]


def _step(stretch: Stretch, n: int, end: dt.date, times: int) -> Step:
    value = numbers(stretch.amount)[n] * times if stretch.amount else None
    return Step(stretch.since, stretch.to or end, value)


def _rest(last: Stretch, end: dt.date) -> list[Stretch]:
    """The days after the last that is known."""
    return [Stretch(last.to + DAY, None, None)] if last.amount and last.to and last.to < end else []
