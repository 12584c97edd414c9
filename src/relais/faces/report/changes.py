"""What changed since the freeze before, in words: actions that came, went and moved, and what stops them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from relais.apps.freeze.comparing import Difference, compare
from relais.apps.languages.fields import LocalText
from relais.apps.sheets.dataset import Row
from relais.faces.report.reading import Year, day, text
from relais.faces.report.words import ASK, AXES, CAUSE, Label, label


@dataclass(frozen=True, slots=True)
class Move:
    """Something stood in one way and now stands in another."""

    name: LocalText | str | None
    what: Label | None
    old: Label
    new: Label


@dataclass(frozen=True, slots=True)
class Stop:
    """What stops the action `name`, or did until `lifted`."""

    name: LocalText | None
    cause: Label
    words: LocalText | None
    since: dt.date | None
    lifted: dt.date | None


@dataclass(frozen=True, slots=True)
class Changes:
    """`others` are the tables in which something else differs, with all that differs in them."""

    came: list[LocalText | None]
    went: list[LocalText | None]
    moves: list[Move]
    answers: list[tuple[LocalText | None, Row, Move]]
    stopped: list[Stop]
    lifted: list[Stop]
    others: list[Difference]


def changes(old: Year, new: Year) -> Changes:
    """From two frozen years, and nothing else."""
    found = {difference.name: difference for difference in compare(old.dataset, new.dataset)}
    actions = found.pop("actions", Difference("actions", ("code",)))
    asks = found.pop("asks", Difference("asks", ()))
    found.pop("blockers", None)
    titles = {action.code: action.title for action in new.actions}
    states = {tuple(row[name] for name in asks.key): row for row in new.rows("asks")}
    return Changes(
        came=[text(row, "title") for row in actions.added],
        went=[text(row, "title") for row in actions.removed],
        moves=[
            Move(titles[change.key[0]], AXES[column][0], label(AXES[column][1], was),
                 label(AXES[column][1], now))
            for change in actions.changed for column, was, now in change.cells if column in AXES
        ],
        answers=[
            (new.names.get(states[change.key]["actor"]), states[change.key],
             Move(None, None, label(ASK, was), label(ASK, now)))
            for change in asks.changed for column, was, now in change.cells if column == "state"
        ],
        stopped=_stops(new, _beyond(_blockers(new, is_lifted=False), _blockers(old, is_lifted=False))),
        lifted=_stops(new, _beyond(_blockers(new, is_lifted=True), _blockers(old, is_lifted=True))),
        others=list(found.values()),
    )  # fmt: skip


def _blockers(year: Year, *, is_lifted: bool) -> list[Row]:
    return [row for row in year.rows("blockers") if bool(row["lifted_date"]) is is_lifted]


def _beyond(now: Iterable[Row], before: Iterable[Row]) -> list[Row]:
    """Rows of `now` that were not there before: known by action, cause and day, for their places shift."""
    known = Counter(map(_same, before))
    found = []
    for row in now:
        if known[_same(row)]:
            known[_same(row)] -= 1
        else:
            found.append(row)
    return found


def _same(row: Row) -> tuple[object, ...]:
    return (row["action"], row["cause"], row["since_date"])


def _stops(year: Year, rows: list[Row]) -> list[Stop]:
    titles = {action.code: action.title for action in year.actions}
    return [
        Stop(titles[row["action"]], label(CAUSE, row["cause"]), text(row, "words"), day(row["since_date"]),
             day(row["lifted_date"]))
        for row in rows
    ]  # fmt: skip
