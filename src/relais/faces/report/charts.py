"""The charts of a balance: counts, amounts and dates of a frozen year, with the same figures as tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from relais.core.figures import Amount, Bar, Figure, Mark, Part, amounts, stacked, timeline
from relais.faces.report.reading import Action, Ask, Year, day
from relais.faces.report.words import ASK, AXES, REPORT, Label, label, tone

MONEY = {"planned": "plain", "committed": "waiting", "paid": "good"}  # and how each is drawn


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure with its title, its description, and its numbers: `headings` over `rows`."""

    key: str
    title: str
    description: str
    figure: Figure
    headings: Sequence[str]
    rows: Sequence[Sequence[str | int]]


def _counted(
    name: str, values: Iterable[str | None], vocabulary: dict[str, tuple[Label, str]]
) -> tuple[Bar, list[list[str | int]]]:
    count = Counter(value or "unknown" for value in values)
    known = [*vocabulary, *sorted(set(count) - set(vocabulary))]
    parts = [Part(str(label(vocabulary, v)), count[v], tone(vocabulary, v)) for v in known if count[v]]
    bar = Bar(name, tuple(parts))
    return bar, [[name, part.name, part.count, bar.total] for part in parts]


def axes(key: str, actions: Sequence[Action]) -> Chart:
    """How actions stand on each of the four axes, which are never merged."""
    bars, rows = [], []
    for axis, (name, vocabulary) in AXES.items():
        bar, lines = _counted(str(name), (action.row[axis] for action in actions), vocabulary)
        bars.append(bar)
        rows += lines
    return Chart(
        key=f"{key}-axes", title=_("How the actions stand"),
        description=_("Each bar counts every action once. Unknown is counted too."),
        figure=stacked(bars), rows=rows,
        headings=(_("Axis"), _("State"), _("Actions"), _("Of how many")),
    )  # fmt: skip


def asks(key: str, found: Sequence[Ask]) -> Chart:
    """What became of what was asked of actors."""
    bar, rows = _counted(_("Asked of actors"), (ask.row["state"] for ask in found), ASK)
    return Chart(
        key=f"{key}-asks", title=_("What actors answered"),
        description=_("Every request, by what the actor answered. No answer by the due date is silence."),
        figure=stacked([bar]), rows=rows, headings=(_("What"), _("State"), _("Requests"), _("Of how many")),
    )  # fmt: skip


def reports(key: str, actions: Sequence[Action]) -> Chart:
    """How the reports of the year's round stand."""
    standings = [action.report["standing"] for action in actions if action.report]
    bar, rows = _counted(_("Reports asked for"), standings, REPORT)
    return Chart(
        key=f"{key}-reports", title=_("What came in"),
        description=_("Every report that the round asked for. A draft after the due date is silence."),
        figure=stacked([bar]), rows=rows, headings=(_("What"), _("State"), _("Reports"), _("Of how many")),
    )  # fmt: skip


def money(key: str, actions: Sequence[Action], year: int) -> Chart:
    """Planned, committed and paid in the year, over the actions of which each is known."""
    budgets = [row for action in actions for row in action.budgets if row["year"] == year]
    names = {"planned": _("planned"), "committed": _("committed"), "paid": _("paid")}
    bars: list[Amount] = []
    rows: list[list[str | int]] = []
    for kind, drawn in MONEY.items():
        known = [row[kind] for row in budgets if row[kind] is not None]
        total = sum(known) if known else None
        bars.append(Amount(names[kind], total, drawn))
        said = _("not known") if total is None else euro(total)
        rows.append([names[kind], said, len(known), len(actions)])
    return Chart(
        key=f"{key}-money", title=_("Money of %(year)s") % {"year": year},
        description=_("Sums over the actions of which the amount is known; the others count as unknown."),
        figure=amounts(bars, said=euro, unknown=_("not known")), rows=rows,
        headings=(_("What"), _("Sum"), _("Actions with a figure"), _("Of how many")),
    )  # fmt: skip


def the_round(key: str, year: Year) -> Chart | None:
    """The round of reports as a line of dates; None when there was none."""
    found = year.round
    if found is None:
        return None
    dates = [
        (found["opened_date"], _("opened"), "plain"),
        (found["due_date"], _("reports due"), "late"),
        (found["closed_date"], _("closed"), "good"),
        (year.dataset.reference_date.isoformat(), _("reference date of this balance"), "waiting"),
    ]
    marks = [Mark(date, name, kind) for said, name, kind in dates if (date := day(said))]
    start = min([mark.date for mark in marks] + [dt.date(year.dataset.year, 1, 1)])
    end = max([mark.date for mark in marks] + [dt.date(year.dataset.year, 12, 31)])
    return Chart(
        key=f"{key}-round", title=_("The round of reports"),
        description=_("When the round was opened, when reports were due and when it was closed."),
        figure=timeline(marks, start, end, said=_day),
        rows=[[mark.label, _day(mark.date)] for mark in sorted(marks, key=lambda m: m.date)],
        headings=(_("What"), _("When")),
    )  # fmt: skip


def _day(date: dt.date) -> str:
    return date_format(date)


def euro(amount: int) -> str:
    """Whole euros as the reader's language writes them."""
    return _("€ %(amount)s") % {"amount": number_format(amount, force_grouping=True)}
