"""A reform is a small file: amounts that change, rules that are replaced or added, and since when.

Nothing in it is law: each of its amounts and rules is marked as supposed, wherever it shows.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from relais.core.rights.parameters import SUPPOSED, Amount, Parameter, read_value
from relais.core.rights.reading import Record
from relais.core.rights.reforms.verified import Written, verified_rules
from relais.core.rights.units import UNITS
from relais.core.texts.text import Text
from relais.core.texts.yaml import read_yaml

KEYS = ("name", "why", "measures", "from", "parameters", "new_parameters", "rules", "labels")
WAYS: Mapping[str, Callable[[float, float], float]] = {
    "value": lambda _was, said: said,
    "times": lambda was, said: was * said,
    "plus": lambda was, said: was + said,
}


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of an amount: another `value`, so many `times` it, or `plus` so much.

    `said` is a number; of a table it may be a number for all of it, or bands as the table has them, down to
    where one number is for all that is below.
    """

    way: str
    said: Any
    unit: str | None
    record: Record


@dataclass(frozen=True)
class Reform:
    """A file, read. Names are full: right.name. `since` is the first day on which it holds."""

    path: Path
    name: Text
    why: Text
    measures: tuple[int, ...]
    since: dt.date
    changes: Mapping[str, Change] = field(default_factory=dict)
    added: Mapping[str, tuple[Parameter, Record]] = field(default_factory=dict)
    labels: Mapping[str, tuple[Text, Record]] = field(default_factory=dict)
    written: Written | None = None

    @property
    def touched(self) -> dict[str, str]:
        """Everything that it changes, replaces or adds, by full name, and how."""
        rules = {full_name(each.name): "rule" for each in self.written.rules} if self.written else {}
        return (
            {name: each.way for name, each in self.changes.items()} | dict.fromkeys(self.added, "new") | rules
        )


def full_name(written: str) -> str:
    """child_benefit__base, as a file of rules has it, as child_benefit.base."""
    return written.replace("__", ".", 1)


def read_reform(path: Path) -> Reform:
    """One reform. Nothing in it is executed before it was verified. Raises FileProblems with the line."""
    source = read_yaml(path)
    record = Record(source, (), source.value).only(*KEYS)
    since = record.date("from")
    return Reform(
        path, record.text("name"), record.text("why"), _measures(record), since,
        {name: _change(each) for name, each in _each(record, "parameters")},
        {name: (_added(name, each, since), each) for name, each in _each(record, "new_parameters")},
        {name: (each.text(name), each) for name, each in _labels(record)},
        _written(record),
    )  # fmt: skip


def _measures(record: Record) -> tuple[int, ...]:
    numbers = record.get("measures", list, [])
    if not all(isinstance(n, int) and not isinstance(n, bool) for n in numbers):
        raise record.wrong("are numbers of measures of the advice", "measures")
    return tuple(numbers)


def _each(record: Record, key: str) -> Iterator[tuple[str, Record]]:
    record.get(key, dict, {})
    if key in record.value:
        yield from Record(record.source, (key,), record.value[key]).records()


def _labels(record: Record) -> Iterator[tuple[str, Record]]:
    for name in record.get("labels", dict, {}):
        yield name, Record(record.source, ("labels",), record.value["labels"])


def _change(record: Record) -> Change:
    record.only(*WAYS, "unit")
    ways = [way for way in WAYS if way in record.value]
    if len(ways) != 1:
        raise record.wrong(f"says one of {', '.join(WAYS)}, and only one")
    said = record.get(ways[0], (int, float, dict))
    _require_numbers(said, record, ways[0])
    return Change(ways[0], said, record.one_of("unit", UNITS, None), record)


def _require_numbers(said: Any, record: Record, way: str) -> None:
    match said:
        case dict() if said and all(map(_is_number, said)):
            for each in said.values():
                _require_numbers(each, record, way)
        case bool():
            raise record.wrong("has a number, or bands with a number in each", way)
        case int() | float() if math.isfinite(said):
            pass
        case _:
            raise record.wrong("has a number, or bands with a number in each", way)


def _is_number(key: str) -> bool:
    try:
        return math.isfinite(float(key))
    except ValueError:
        return False


def _added(name: str, record: Record, since: dt.date) -> Parameter:
    record.only("label", "unit", "by", "value")
    by = tuple(record.get("by", list, []))
    unit = record.one_of("unit", UNITS)
    _require_numbers(record.get("value", (int, float, dict)), record, "value")
    amount = Amount(since, read_value(record, len(by)), record.source.path.stem, SUPPOSED)
    return Parameter(name.partition(".")[2], record.text("label"), unit, by, None, (amount,))


def _written(record: Record) -> Written | None:
    """The file of rules beside this one: nowhere else."""
    name = record.get("rules", str, None)
    if name is None:
        return None
    if Path(name).name != name or not name.endswith(".py"):
        raise record.wrong("is the name of a file beside this one, that ends in .py", "rules")
    return verified_rules(record.source.path.with_name(name))
