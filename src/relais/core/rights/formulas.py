"""Formulas of leave, as data: for what reason, in which form, which rules say how long and how much; and what
else a leave does, as far as a source tells.

A right of leave says so in `formulas.yaml`. Its rules are not written twice: a formula gives answers
(“half-time”) with which the same household is computed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from relais.core.rights.reading import Record
from relais.core.texts.text import Text
from relais.core.texts.yaml import read_yaml

REASONS = ("child", "illness", "dying", "arrival", "urgency", "training")
EFFECTS = ("dismissal", "notice", "pension", "holidays", "maximum", "afterwards")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a leave does to something else, where it was read and on which day. `short` fits a table."""

    words: Text
    short: Text | None
    source: str
    read: dt.date


@dataclass(frozen=True, slots=True)
class Formula:
    """One way to take leave. `given`: input to answer. `name` where the right has several leaves.

    `open`, `length`, `paid`, `gross` and `net` are full names of rules: whether it is open, how much is left,
    how much of that with an allowance, and the allowance. `pay` says in words who pays, where no rule says
    how much; `note` for whom the net holds.
    """

    right: str
    reason: str
    given: Mapping[str, str]
    name: Text | None
    open: tuple[str, ...]
    length: str
    paid: str | None
    gross: str | None
    net: str | None
    pay: Text | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Leave:
    """The formulas of one right. `taken` are the inputs that ask what was taken already.

    `effects` and, for months without an allowance, `unpaid`: kind of effect to what it is; what is not in
    them was found in no source. `as_of` names the right whose effects these are.
    """

    right: str
    formulas: tuple[Formula, ...]
    taken: tuple[str, ...]
    effects: Mapping[str, Effect]
    unpaid: Mapping[str, Effect]
    as_of: str | None


def read_leave(path: Path) -> Leave:
    """The file formulas.yaml of a right. Raises FileProblems with the line."""
    source, right = read_yaml(path), path.parent.name
    record = Record(source, (), source.value).only(
        "formulas", "each", "taken", "effects", "unpaid", "effects_as"
    )
    varied = list(_varied(record))
    formulas = tuple(each for one in record.items("formulas") for each in _formulas(right, one, varied))
    return Leave(
        right, formulas, tuple(record.get("taken", list, [])), _effects(record, "effects"),
        _effects(record, "unpaid"), record.get("effects_as", str, None),
    )  # fmt: skip


def _effects(record: Record, key: str) -> dict[str, Effect]:
    found = Record(record.source, (key,), record.get(key, dict, {})).only(*EFFECTS)
    return {
        kind: Effect(each.text("words"), each.text("short", None), each.get("source", str), each.date("read"))
        for kind, one in found.records()
        for each in [one.only("words", "short", "source", "read")]
    }


def _varied(record: Record) -> Iterator[tuple[dict[str, str], str]]:
    """Under `each`: the answers to an input with which every formula is given, and the reason of each."""
    for name, answers in record.get("each", dict, {}).items():
        at = Record(record.source, ("each", name), answers)
        yield from (({name: answer}, at.one_of(answer, REASONS)) for answer in answers)


def _formulas(right: str, record: Record, varied: list[tuple[dict[str, str], str]]) -> Iterator[Formula]:
    record.only("given", "for", "name", "open", "length", "paid", "gross", "net", "pay", "note")
    for more, reason in varied or [({}, record.one_of("for", REASONS))]:
        yield Formula(
            right, reason, {**record.get("given", dict, {}), **more}, record.text("name", None),
            tuple(_full(right, name) for name in record.get("open", list)),
            _full(right, record.get("length", str)), _maybe(right, record, "paid"),
            _maybe(right, record, "gross"), _maybe(right, record, "net"), record.text("pay", None),
            record.text("note", None),
        )  # fmt: skip


def _maybe(right: str, record: Record, key: str) -> str | None:
    name = record.get(key, str, None)
    return _full(right, name) if name else None


def _full(right: str, name: str) -> str:
    return name if "." in name else f"{right}.{name}"
