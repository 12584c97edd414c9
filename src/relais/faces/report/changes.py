"""What changed since the freeze before, in the words of a reader: actions that came and went, and moved."""

from __future__ import annotations

from dataclasses import dataclass

from relais.apps.freeze.comparing import Difference, compare
from relais.apps.freeze.dataset import Row
from relais.apps.languages.fields import LocalText
from relais.faces.report.reading import Year, text
from relais.faces.report.words import ASK, AXES, Label, label


@dataclass(frozen=True, slots=True)
class Move:
    """Something stood in one way and now stands in another."""

    name: LocalText | str | None
    what: Label | None
    old: Label
    new: Label


@dataclass(frozen=True, slots=True)
class Changes:
    """`others` are the tables in which something else differs, with all that differs in them."""

    came: list[LocalText | None]
    went: list[LocalText | None]
    moves: list[Move]
    answers: list[tuple[LocalText | None, Row, Move]]
    others: list[Difference]


def changes(old: Year, new: Year) -> Changes:
    """From two frozen years, and nothing else."""
    found = {difference.name: difference for difference in compare(old.dataset, new.dataset)}
    actions = found.pop("actions", Difference("actions", ("code",)))
    asks = found.pop("asks", Difference("asks", ()))
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
        others=list(found.values()),
    )  # fmt: skip
