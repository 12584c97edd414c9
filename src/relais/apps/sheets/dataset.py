"""A frozen dataset: tables of plain rows, and the one way in which they are written, hashed and kept.

The bytes are JSON in UTF-8 with sorted keys, one row a line, rows in the order of their keys: the same rows
are the same bytes, whatever the database and the order in which they were made.
"""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from math import isfinite
from typing import Any

from django.db.models import TextChoices

from relais.apps.sheets.tables import Column, Table

Row = Mapping[str, Any]
FICTION = "is_fictional"  # the column that marks a row of a demonstration


class NotPlain(ValueError):
    """What a room offers cannot be frozen: a value that is not plain, or two rows with one key."""


class Damaged(Exception):
    """What is kept is not what its hash says: it must not be shown as if it were."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """All tables of a year. `reference_date` is the day for which late and silent were computed."""

    year: int
    reference_date: dt.date
    schema_version: int
    tables: tuple[Table, ...]

    def __getitem__(self, name: str) -> Table:
        return next(table for table in self.tables if table.name == name)

    def __contains__(self, name: str) -> bool:
        return any(table.name == name for table in self.tables)

    def rows(self, name: str) -> list[Row]:
        """The rows of a table; none when this dataset does not know it."""
        return list(self[name].rows) if name in self else []

    @property
    def counts(self) -> dict[str, int]:
        return {table.name: len(table.rows) for table in self.tables}

    @property
    def is_fictional(self) -> bool:
        return any(row.get(FICTION) for table in self.tables for row in table.rows)


def flat(table: Table) -> Table:
    """The same table with plain rows: one value or one list a column, in the order of their key.

    Raises NotPlain when a value cannot be written down, or when two rows share a key.
    """
    columns = tuple(
        Column(name, "many" if column.kind == "many" else "one")
        for column in table.columns
        for name in column.names
    )
    named = [dict(zip(table.header, map(_plain, cells), strict=True)) for cells in table.body()]
    by_key = {tuple(_sortable(row[name]) for name in table.key): row for row in named}
    if len(by_key) != len(named):
        raise NotPlain(f"{table.name}: two rows have the same {', '.join(table.key)}")
    return Table(table.name, table.about, table.key, columns, [by_key[key] for key in sorted(by_key)])


def _plain(value: Any) -> Any:
    match value:
        case TextChoices():
            return str(value)
        case None | bool() | int() | str():
            return value
        case float() if isfinite(value):
            return int(value) if value.is_integer() else value
        case dt.date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case list() | tuple():
            return [_plain(each) for each in value]
    raise NotPlain(f"{value!r} is not a plain value")


def _sortable(value: Any) -> tuple[bool, bool, Any]:
    """Nothing before numbers, numbers before words."""
    return (value is not None, isinstance(value, str), 0 if value is None else value)


def written(dataset: Dataset) -> bytes:
    """The bytes of `dataset`, which its hash is of."""
    head = {"reference_date": dataset.reference_date.isoformat(), "schema_version": dataset.schema_version}
    tables = ",\n".join(map(_table, dataset.tables))
    return f'{_json(head)[:-1]},"tables":[\n{tables}\n],"year":{dataset.year}}}\n'.encode()


def packed(dataset: Dataset) -> tuple[str, bytes]:
    """The SHA-256 of its bytes, and these bytes compressed: what a row keeps of it."""
    content = written(dataset)
    return sha256(content).hexdigest(), zlib.compress(content, 9)


def unpacked(sha: str, content: bytes | memoryview) -> bytes:
    """Exactly the bytes that were hashed. Raises Damaged when they no longer are."""
    whole = zlib.decompress(content)
    if sha256(whole).hexdigest() != sha:
        raise Damaged(sha)
    return whole


def _table(table: Table) -> str:
    about = {
        "about": table.about,
        "columns": [c.name for c in table.columns],
        "key": list(table.key),
        "lists": [c.name for c in table.columns if c.kind == "many"],
        "name": table.name,
    }
    rows = ",\n".join(map(_json, table.rows))
    return f'{_json(about)[:-1]},"rows":[\n{rows}\n]}}'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def read(content: bytes) -> Dataset:
    """A dataset from its bytes."""
    said = json.loads(content)
    return Dataset(
        year=said["year"],
        reference_date=dt.date.fromisoformat(said["reference_date"]),
        schema_version=said["schema_version"],
        tables=tuple(map(_read_table, said["tables"])),
    )


def _read_table(said: dict[str, Any]) -> Table:
    lists = set(said["lists"])
    columns = tuple(Column(name, "many" if name in lists else "one") for name in said["columns"])
    return Table(said["name"], said["about"], tuple(said["key"]), columns, said["rows"])


def dataset(year: int, reference_date: dt.date, version: int, tables: Iterable[Table]) -> Dataset:
    """What the rooms offer, as a dataset. Raises NotPlain, naming the table."""
    return Dataset(year, reference_date, version, tuple(map(flat, tables)))
