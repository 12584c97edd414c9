"""What must be known of a family: each input with its kind, its limits and the question that asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relais.core.rights.law import Entity, day_number
from relais.core.rights.problems import WrongInput
from relais.core.rights.reading import Record, records_of
from relais.core.rights.units import BOOL, COUNTS, DATE, MONEY
from relais.core.texts.text import Text

KINDS = ("yes-no", "date", "number", "choice")


@dataclass(frozen=True, slots=True)
class Input:
    """One thing about a person or a household. `options` has the words of a choice, in their order.

    `grows`: a number of months that is one more a month later if nothing changes, from this number on.
    `not_before`: place in the family to another place: {child: parent}. The answer of who has the one is no
    earlier day, or number, than that of who has the other.
    """

    name: str
    entity: Entity
    kind: str
    unit: str
    label: Text
    question: Text
    help: Text | None
    lowest: float | None
    highest: float | None
    options: dict[str, Text]
    grows: int | None = None
    not_before: Mapping[str, str] = field(default_factory=dict)

    def read(self, given: Any, of: str) -> Any:
        """What a rule computes with. Raises WrongInput, which says of whom it is and what would be right."""
        said = f"{self.name} of {of}"
        match self.kind:
            case "yes-no":
                if isinstance(given, bool):
                    return given
                raise WrongInput(f"{said}: {given!r} is neither true nor false")
            case "date":
                try:
                    return day_number(given if isinstance(given, dt.date) else dt.date.fromisoformat(given))
                except (TypeError, ValueError):
                    raise WrongInput(f"{said}: {given!r} is no day, write it as 2025-02-01") from None
            case "choice":
                if isinstance(given, str) and given in self.options:
                    return given
                raise WrongInput(f"{said}: {given!r} is none of {', '.join(self.options)}")
        if isinstance(given, bool) or not isinstance(given, int | float):
            raise WrongInput(f"{said}: {given!r} is no number; give it in {self.unit}")
        # Not the other way round: what is no number (.nan) is neither below nor above.
        if self.lowest is not None and not given >= self.lowest:
            raise WrongInput(f"{said}: {given} is too low, the least is {self.lowest:g} {self.unit}")
        if self.highest is not None and not given <= self.highest:
            raise WrongInput(f"{said}: {given} is too high, the most is {self.highest:g} {self.unit}")
        return given

    def after(self, given: Any, months: int) -> Any:
        """What was answered, so many months later."""
        if self.grows is None or given < self.grows:
            return given
        return given + months if self.highest is None else min(given + months, self.highest)


def read_inputs(path: Path) -> dict[str, Input]:
    """Every input of a right. Raises FileProblems with the line."""
    return {name: _input(name, record) for name, record in records_of(path)}


def _input(name: str, record: Record) -> Input:
    record.only(
        "entity",
        "kind",
        "unit",
        "label",
        "question",
        "help",
        "lowest",
        "highest",
        "options",
        "grows",
        "not_before",
    )
    kind = record.one_of("kind", KINDS)
    options: dict[str, Text] = {}
    if kind == "choice":
        named = Record(record.source, (*record.at, "options"), record.get("options", dict))
        options = {key: named.text(key) for key, _ in named.records()}
    limit: Any = ... if kind == "number" else None  # a number without limits can be anything
    unit = {"yes-no": BOOL, "date": DATE, "choice": "choice"}.get(kind)
    return Input(
        name, Entity(record.one_of("entity", list(Entity))), kind,
        unit or record.one_of("unit", (*MONEY, *COUNTS)), record.text("label"), record.text("question"),
        record.text("help", None), record.get("lowest", (int, float), limit),
        record.get("highest", (int, float), limit), options, record.get("grows", int, None),
        record.get("not_before", dict, {}),
    )  # fmt: skip
