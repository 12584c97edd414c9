"""A frozen year, joined for reading: themes with their measures, actions with all that hangs on them.

Only rows of the freeze are used. A table that a freeze does not know is empty here.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from relais.apps.languages.fields import LocalText
from relais.apps.sheets.dataset import Dataset, Row
from relais.core.texts.text import LANGUAGES


def text(row: Row, name: str) -> LocalText | None:
    """The words in columns `name`_nl, _fr and _en; None when they were not written."""
    said = {code: words for code in LANGUAGES if (words := row.get(f"{name}_{code}"))}
    return LocalText(said) if said else None


def day(value: str | None) -> dt.date | None:
    """A date of a row."""
    return dt.date.fromisoformat(value) if value else None


@dataclass(frozen=True, slots=True)
class Ask:
    """A request to an actor, with the last thing it said."""

    row: Row
    actor: LocalText | None
    measure: Row
    last: Row | None


@dataclass(slots=True)
class Action:
    """An action with the rows that hang on it. `report` is that of the year's round, if it was asked for."""

    row: Row
    title: LocalText | None
    measures: list[int] = field(default_factory=list)
    owners: list[tuple[LocalText | None, Row]] = field(default_factory=list)
    budgets: list[Row] = field(default_factory=list)
    blockers: list[Row] = field(default_factory=list)
    absorptions: list[Row] = field(default_factory=list)
    facts: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    report: Row | None = None

    @property
    def code(self) -> str:
        return str(self.row["code"])


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its measures and the actions that answer them, each once."""

    row: Row
    name: LocalText | None
    measures: list[Row]
    actions: list[Action]
    asks: list[Ask]
    statements: list[Row]

    @property
    def number(self) -> int:
        return int(self.row["number"])


class Year:
    """All that a balance reads of one dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    def rows(self, name: str) -> list[Row]:
        return self.dataset.rows(name)

    @cached_property
    def names(self) -> dict[str, LocalText | None]:
        """Slug of an organisation or an actor to its name."""
        return {row["slug"]: text(row, "name") for kind in ("actors", "organisations")
                for row in self.rows(kind)}  # fmt: skip

    @cached_property
    def measures(self) -> dict[int, Row]:
        return {row["number"]: row for row in self.rows("measures")}

    @cached_property
    def round(self) -> Row | None:
        """The round of reports on the year: the last one whose period touches it."""
        first, last = f"{self.dataset.year}-01-01", f"{self.dataset.year}-12-31"
        rows = self.rows("rounds")
        touching = [row for row in rows if row["period_from"] <= last and row["period_to"] >= first]
        return max(touching, key=lambda row: row["period_to"], default=None)

    @property
    def statements(self) -> list[Row]:
        """The last word of each voice, the owner before the observer."""
        current = [row for row in self.rows("statements") if not row["is_superseded"]]
        return sorted(current, key=lambda row: row["voice"] != "owner")

    @cached_property
    def actions(self) -> list[Action]:
        found = {row["code"]: Action(row, text(row, "title")) for row in self.rows("actions")}
        for table in ("budgets", "blockers", "absorptions", "facts"):
            for row in self.rows(table):
                if action := found.get(row["action"]):
                    getattr(action, table).append(row)
        for row in self.statements:
            if action := found.get(row["action"]):
                action.statements.append(row)
        for row in self.rows("answered_measures"):
            measures = found[row["action"]].measures
            if row["measure"] not in measures:
                measures.append(row["measure"])
        for row in self.rows("owners"):
            found[row["action"]].owners.append((self.names.get(row["organisation"]), row))
        for row in self.rows("reports"):
            if self.round and row["round"] == self.round["label"] and row["action"] in found:
                found[row["action"]].report = row
        return sorted(found.values(), key=lambda action: (action.row.get("position") or 0, action.code))

    @cached_property
    def asks(self) -> list[Ask]:
        """In the order of the plan."""
        last = {_ask_key(row): row for row in sorted(self.rows("ask_answers"), key=_place)}
        rows = sorted(self.rows("asks"), key=lambda row: (row["measure"], row["letter"], row["actor"]))
        return [
            Ask(row, self.names.get(row["actor"]), self.measures[row["measure"]], last.get(_ask_key(row)))
            for row in rows
        ]

    @cached_property
    def themes(self) -> list[Theme]:
        measures = _grouped(self.measures.values(), "theme")
        asks: dict[int, list[Ask]] = defaultdict(list)
        actions: dict[int, dict[str, Action]] = defaultdict(dict)
        for ask in self.asks:
            asks[ask.measure["theme"]].append(ask)
        for action in self.actions:
            for number in action.measures:
                actions[self.measures[number]["theme"]][action.code] = action
        statements = _grouped((row for row in self.statements if row["theme"]), "theme")
        return [
            Theme(row, text(row, "name"), measures[n], list(actions[n].values()), asks[n], statements[n])
            for row in self.rows("themes")
            if (n := row["number"])
        ]


def _grouped(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


def _ask_key(row: Row) -> tuple[Any, ...]:
    return (row["actor"], row["measure"], row["letter"], row["kind"])


def _place(row: Row) -> int:
    return int(row["place"])
