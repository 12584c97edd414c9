"""The calendar of what is coming if nothing else changes: two years day by day, then milestones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from relais.apps.check import catalogue
from relais.apps.check.beside import Beside, beside
from relais.apps.check.checking import Progress
from relais.apps.check.persons import CHILD, called
from relais.apps.languages.reader import colon, for_reader, reader_language
from relais.core.rights.changing.calendar import Because, Turn, coming, every_day
from relais.core.rights.inputs import Input
from relais.core.rights.words.values import Named
from relais.core.rights.words.wording import written

YEARS = 2  # looked at day by day
GROWN = 25  # years: no right of the catalogue begins or ends with a later birthday of a child


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day on which something changes. `because`: what the day itself changes, in words."""

    date: dt.date
    because: tuple[str, ...]
    law_turns: bool
    rights: tuple[Beside, ...]


def ahead(progress: Progress) -> tuple[list[Ahead], list[Ahead]]:
    """The days of the next two years, every one of them looked at; then, until the youngest child is 25,
    those found at birthdays and at first days of a month.
    """
    soon = _in(progress.today, YEARS)
    days = every_day(progress.today, soon) + _milestones(progress, soon)
    turns = coming(
        catalogue.laws(), progress.rights, progress.told.family(progress.law), progress.today, days,
        use_last=progress.told.use_last,
    )  # fmt: skip
    found = [_said(progress, turn) for turn in turns]
    return [each for each in found if each.date <= soon], [each for each in found if each.date > soon]


def _milestones(progress: Progress, after: dt.date) -> list[dt.date]:
    """First days of a month, and birthdays of the children, until the youngest is grown."""
    told = (
        progress.told.answers.get(person, {}) for person, role in progress.told.roles.items() if role == CHILD
    )
    born = [dt.date.fromisoformat(each["family.birth_date"]) for each in told if "family.birth_date" in each]
    if not born:
        return []
    end = _in(max(born), GROWN)
    years = range(after.year, end.year + 1)
    days = {dt.date(year, month, 1) for year in years for month in range(1, 13)}
    days |= {_in(day, year - day.year) for day in born for year in years}
    return sorted(day for day in days if after < day <= end + dt.timedelta(days=31))


def _in(day: dt.date, years: int) -> dt.date:
    """The same day so many years later; 1 March where there is no 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return dt.date(day.year + years, 3, 1)


def _said(progress: Progress, turn: Turn) -> Ahead:
    said = tuple(dict.fromkeys(_why(progress, turn.because)))
    return Ahead(turn.date, said, turn.law_turns, tuple(beside(progress, each) for each in turn.differences))


def _why(progress: Progress, because: tuple[Because, ...]) -> Iterator[str]:
    """“Age (child 1): 11 years → 12 years”."""
    language = reader_language()
    for each in because:
        node = progress.law.nodes.get(each.name)
        if node is None or node.label is None:
            continue
        options = node.what.options if isinstance(node.what, Input) else {}
        was, is_now = (
            written(Named(None, value, node.unit, options), language) for value in (each.before, each.after)
        )
        who = f" ({called(each.of)})" if each.of else ""
        yield f"{for_reader(node.label)}{who}{colon()} {was} → {is_now}"
