"""The chapters of a balance, in their order: what each reads of the frozen year, and how it is shown.

A web page shows one of them; the paper shows all, from the same templates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from relais.apps.freeze.models import Freeze
from relais.apps.languages.addresses import address
from relais.faces.report import charts
from relais.faces.report.changes import changes
from relais.faces.report.reading import Action, Theme, Year, text
from relais.faces.report.telling import Told, told, voice_of
from relais.faces.report.words import AFTERMATH, GAP, Label, label, tone

ENOUGH_TO_COMPARE = 3  # actions: fewer are told, not drawn


class Balance:
    """A freeze and, to tell what changed, the last one of an earlier year (None: there was none)."""

    def __init__(self, freeze: Freeze, before: Freeze | None) -> None:
        self.freeze, self.before = freeze, before
        self.year = Year(freeze.dataset())

    @cached_property
    def year_before(self) -> Year | None:
        return Year(self.before.dataset()) if self.before else None


@dataclass(frozen=True, slots=True)
class Chapter:
    """`slug` names its page and its place in the paper. `number` is that of a theme."""

    slug: str
    title: Label
    template: str
    read: Callable[[Balance], dict[str, Any]]
    number: int | None = None

    @property
    def key(self) -> str:
        return f"{self.slug}-{self.number}" if self.number else self.slug

    def address(self, freeze: Freeze) -> str:
        """Of its page, in the current language."""
        if self.number:
            return address("report:theme", freeze.name, self.number)
        return address(f"report:{'balance' if self.slug == 'overview' else self.slug}", freeze.name)

    def html(self, balance: Balance) -> SafeString:
        """The chapter without its title, in the current language. The same for the page and for the paper."""
        context = {"freeze": balance.freeze, "unknown": gettext("not known"), **self.read(balance)}
        return render_to_string(self.template, context)


def chapters(balance: Balance) -> list[Chapter]:
    """All of them, with a chapter for each theme."""
    themes = balance.year.themes
    home = {action.code: theme.number for theme in reversed(themes) for action in theme.actions}
    return [
        Chapter("overview", _("In short"), "report/overview.html", _overview),
        *(_theme(theme, home) for theme in themes),
        Chapter("silent", _("Who is silent"), "report/silent.html", _silent),
        Chapter("blocked", _("What is blocked"), "report/blocked.html", _blocked),
        Chapter("changes", _("What changed since the last balance"), "report/changes.html", _changes),
        Chapter("wanted", _("Data wanted"), "report/wanted.html", _wanted),
        Chapter("since-2016", _("Since 2016"), "report/since_2016.html", _since_2016),
        Chapter("method", _("How this was made"), "report/method.html", _method),
    ]


def _overview(balance: Balance) -> dict[str, Any]:
    year = balance.year
    answered = {number for action in year.actions for number in action.measures}
    shown = [charts.axes("overview", year.actions)] if year.actions else []
    if year.asks:
        shown.append(charts.asks("overview", year.asks))
    if line := charts.the_round("overview", year):
        shown += [line, charts.reports("overview", year.actions)]
    if year.actions:
        shown.append(charts.money("overview", year.actions, year.dataset.year))
    return {
        "measures": len(year.measures), "answered": len(answered), "asked": len(year.asks),
        "actions": len(year.actions), "charts": shown,
        "silent": sum(ask.row["state"] == "silent" for ask in year.asks),
        "late": sum(action.row["timeliness"] == "late" for action in year.actions),
        "blocked": sum(action.row["is_blocked"] for action in year.actions),
        "lines": [(theme, len({n for a in theme.actions for n in a.measures} & _numbers(theme)))
                  for theme in year.themes],
    }  # fmt: skip


def _numbers(theme: Theme) -> set[int]:
    return {measure["number"] for measure in theme.measures}


def _theme(theme: Theme, home: dict[str, int]) -> Chapter:
    """`home` is the theme under which an action is told: an action of several is told once."""
    title = gettext("Theme %(number)s: %(name)s") % {"number": theme.number, "name": theme.name}

    def read(balance: Balance) -> dict[str, Any]:
        answered = {number for action in theme.actions for number in action.measures}
        return {
            "theme": theme, "summary": text(theme.row, "summary"), "answered": answered,
            "measures": [(row, text(row, "title"), row["number"] in answered) for row in theme.measures],
            "theme_voices": [voice_of(row, balance.year) for row in theme.statements],
            "charts": [charts.axes(f"theme-{theme.number}", theme.actions)]
            if len(theme.actions) >= ENOUGH_TO_COMPARE else [],
            "actions": [told(a, balance.year) for a in theme.actions if home[a.code] == theme.number],
            "elsewhere": [(a, n) for a in theme.actions if (n := home[a.code]) != theme.number],
            "silent": [ask for ask in theme.asks if ask.row["state"] == "silent"],
        }  # fmt: skip

    return Chapter("theme", title, "report/theme.html", read, theme.number)


def _silent(balance: Balance) -> dict[str, Any]:
    year = balance.year
    return {
        "asks": [ask for ask in year.asks if ask.row["state"] == "silent"], "asked": len(year.asks),
        "round": year.round, "actions": [a for a in year.actions if _is_silent(a)],
        "reports": sum(action.report is not None for action in year.actions),
    }  # fmt: skip


def _is_silent(action: Action) -> bool:
    return action.report is not None and action.report["standing"] == "silent"


def _blocked(balance: Balance) -> dict[str, Any]:
    stopped: list[Told] = [told(a, balance.year) for a in balance.year.actions if a.row["is_blocked"]]
    return {"actions": stopped, "total": len(balance.year.actions)}


def _changes(balance: Balance) -> dict[str, Any]:
    before = balance.year_before
    return {"before": balance.before, "found": changes(before, balance.year) if before else None}


def _wanted(balance: Balance) -> dict[str, Any]:
    year = balance.year
    titles = {action.code: action.title for action in year.actions}
    return {
        "gaps": [
            (row, text(row, "wanted"), text(row, "outcome"),
             label(GAP, row["state"]), tone(GAP, row["state"]),
             titles.get(row["action"]), year.names.get(row["owner"]))
            for row in year.rows("data_gaps")
        ]
    }  # fmt: skip


def _since_2016(balance: Balance) -> dict[str, Any]:
    rows = sorted(balance.year.rows("since_2016"), key=lambda row: row["place"])
    return {
        "entries": [
            (row, text(row, "title"), text(row, "summary"), label(AFTERMATH, row["outcome"]),
             tone(AFTERMATH, row["outcome"]))
            for row in rows
        ]
    }  # fmt: skip


def _method(balance: Balance) -> dict[str, Any]:
    return {"tables": [(table, len(table.rows)) for table in balance.year.dataset.tables]}
