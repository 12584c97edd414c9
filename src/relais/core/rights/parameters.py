"""Amounts of the law by date, each with its source: a number, or a table of bands."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from relais.core.rights.reading import Record, records_of
from relais.core.rights.units import UNITS
from relais.core.texts.text import Text

# How well it is known: from the law itself down to derived by us.
TAGS = ("LAW", "ADM", "FUND", "SEC", "3P", "DER")
SUPPOSED = "SUP"  # in no source: what a reform supposes


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers by bands. Of each dimension a key is where a band begins; below the first is the first.

    `bounds` has the beginnings, one tuple a dimension; `numbers` the values, row by row.
    """

    bounds: tuple[tuple[float, ...], ...]
    numbers: tuple[float, ...]

    def __getitem__(self, keys: Any) -> float:
        at = 0
        for bounds, key in zip(self.bounds, keys if isinstance(keys, tuple) else (keys,), strict=True):
            at = at * len(bounds) + max(bisect_right(bounds, key) - 1, 0)
        return self.numbers[at]

    def cells(self) -> Iterator[tuple[tuple[float, ...], float]]:
        """Every number with where its band begins in each dimension."""
        return zip(product(*self.bounds), self.numbers, strict=True)

    def __iter__(self) -> Iterator[tuple[float, float]]:
        """Of a table of one dimension, where each band begins and its number."""
        (bounds,) = self.bounds
        return iter(zip(bounds, self.numbers, strict=True))


Value = float | Table


@dataclass(frozen=True, slots=True)
class Amount:
    """What a parameter is from a day on, and where that was read; when SUPPOSED, which reform says so."""

    since: dt.date
    value: Value
    source: str
    tag: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of one amount, both ends included. `to` None is until it is changed, or found; `amount` None: none
    of these days was found.
    """

    since: dt.date
    to: dt.date | None
    amount: Amount | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """An amount through time. Past `known_to` the last one may be outdated; None is until it is changed.

    `gaps` are the days from which no amount was found, until the next one that was.
    """

    name: str
    label: Text
    unit: str
    by: tuple[str, ...]
    known_to: dt.date | None
    amounts: tuple[Amount, ...]
    gaps: tuple[dt.date, ...] = ()

    @property
    def stretches(self) -> list[Stretch]:
        """All days from the first of which anything is said, in order; past `known_to` nothing is."""
        begun: dict[dt.date, Amount | None] = {
            **dict.fromkeys(self.gaps),
            **{a.since: a for a in self.amounts},
        }
        days = sorted(begun)
        ends = [day - dt.timedelta(days=1) for day in days[1:]]
        last = self.known_to if begun[days[-1]] else None
        return [Stretch(day, to, begun[day]) for day, to in zip(days, [*ends, last], strict=True)]

    def on(self, date: dt.date) -> Amount | None:
        """The last amount that began by `date`; None before the first."""
        found = [amount for amount in self.amounts if amount.since <= date]
        return found[-1] if found else None

    def known_on(self, date: dt.date) -> dt.date | None:
        """The last day to which the amount of that day was seen to hold; None is until it is changed."""
        amount = self.on(date)
        begins = [gap for gap in self.gaps if amount and amount.since < gap]
        next_one = next((a.since for a in self.amounts if a.since > date), None)
        if begins and (next_one is None or begins[0] < next_one):
            return begins[0] - dt.timedelta(days=1)
        return self.known_to if next_one is None else None

    def is_known_on(self, date: dt.date) -> bool:
        """Whether the amount of that day was really seen, rather than the last one before it."""
        known = self.known_on(date)
        return self.on(date) is not None and (known is None or date <= known)

    def is_missing_on(self, date: dt.date) -> bool:
        """Whether it is known that no amount of that day was found, not even an earlier one."""
        return self.on(date) is None and any(gap <= date for gap in self.gaps)


def read_parameters(path: Path) -> dict[str, Parameter]:
    """Every parameter of a right. Raises FileProblems with the line."""
    return {name: _parameter(name, record) for name, record in records_of(path)}


def _parameter(name: str, record: Record) -> Parameter:
    record.only("label", "unit", "by", "known_to", "amounts")
    by = tuple(record.get("by", list, []))
    known = record.get("known_to", str)
    unit = record.one_of("unit", UNITS)
    items = list(record.items("amounts"))
    gaps = tuple(_gap(item) for item in items if _is_gap(item))
    amounts = tuple(_amount(item, len(by)) for item in items if not _is_gap(item))
    days = [_since(item) for item in items]
    if days != sorted(set(days)) or not amounts:
        raise record.wrong("are needed, from the earliest day to the latest, one a day", "amounts")
    return Parameter(
        name, record.text("label"), unit, by,
        None if known == "changed" else record.date("known_to"), amounts, gaps,
    )  # fmt: skip


def _is_gap(record: Record) -> bool:
    return isinstance(record.value, dict) and record.value.get("value") == "unknown"


def _since(record: Record) -> dt.date:
    since: dt.date = record.date("from")
    return since


def _gap(record: Record) -> dt.date:
    return _since(record.only("from", "value"))


def _amount(record: Record, dimensions: int) -> Amount:
    record.only("from", "value", "source", "tag")
    source = record.get("source", str)
    if not source.startswith("https://"):
        raise record.wrong("is where it was read: an address, https://…", "source")
    value = read_value(record, dimensions)
    return Amount(_since(record), value, source, record.one_of("tag", TAGS))


def read_value(record: Record, dimensions: int) -> Value:
    """The `value` of a record: a number, or a table of so many dimensions. Raises FileProblems."""
    value = record.get("value", (int, float, dict))
    if isinstance(value, dict) != bool(dimensions):
        raise record.wrong("has bands where “by” names them, and only there", "value")
    try:
        return _table(value, dimensions) if dimensions else value
    except (ValueError, TypeError, AttributeError):
        raise record.wrong("every row of a table has the same bands, and a number in each", "value") from None


def _table(value: Mapping[Any, Any], dimensions: int) -> Table:
    keys = tuple(sorted(float(key) for key in value))
    rows = [value[key] for key in sorted(value, key=float)]
    if dimensions == 1:
        return Table((keys,), tuple(float(row) for row in rows))
    tables = [_table(row, dimensions - 1) for row in rows]
    if len({table.bounds for table in tables}) != 1:
        raise ValueError("uneven")
    return Table((keys, *tables[0].bounds), tuple(n for table in tables for n in table.numbers))
