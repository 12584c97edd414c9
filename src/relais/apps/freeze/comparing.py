"""Two freezes side by side, row by row by their keys: what came, what went, what changed into what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from relais.apps.sheets.dataset import Dataset, Row
from relais.apps.sheets.tables import Table, table

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is in both. `cells` are column, old value, new value, of the columns that differ."""

    key: Key
    cells: tuple[tuple[str, Any, Any], ...]

    @property
    def reversed(self) -> Change:
        return Change(self.key, tuple((name, new, old) for name, old, new in self.cells))


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one table. Columns that only one side has are named once, not in every row."""

    name: str
    key: tuple[str, ...]
    added: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()
    changed: tuple[Change, ...] = ()
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.removed or self.changed or self.columns_added or self.columns_removed)

    @property
    def reversed(self) -> Difference:
        """The same difference, seen from the other side."""
        changed = tuple(change.reversed for change in self.changed)
        return Difference(self.name, self.key, self.removed, self.added, changed, self.columns_removed,
                          self.columns_added)  # fmt: skip


def compare(old: Dataset, new: Dataset) -> list[Difference]:
    """Tables that differ, in the order of their names. A freeze beside itself gives none."""
    names = sorted({each.name for each in (*old.tables, *new.tables)})
    found = (_of_table(_or_empty(old, new, name), _or_empty(new, old, name)) for name in names)
    return [difference for difference in found if not difference.is_empty]


def _or_empty(one: Dataset, other: Dataset, name: str) -> Table:
    """A table that only the other side has is empty on this side."""
    if name in one:
        return one[name]
    there = other[name]
    return Table(there.name, there.about, there.key, there.columns, [])


def _of_table(old: Table, new: Table) -> Difference:
    before, after = _columns(old), _columns(new)
    both = [name for name in after if name in before]
    if old.key != new.key:  # nothing can be recognised: all of it went, all of it came
        return Difference(new.name, new.key, tuple(new.rows), tuple(old.rows))
    olds, news = _by_key(old), _by_key(new)
    pairs = ((key, olds[key], row) for key, row in news.items() if key in olds)
    return Difference(
        new.name,
        new.key,
        added=tuple(row for key, row in news.items() if key not in olds),
        removed=tuple(row for key, row in olds.items() if key not in news),
        changed=tuple(change for pair in pairs if (change := _change(both, *pair)).cells),
        columns_added=tuple(sorted(after - before)),
        columns_removed=tuple(sorted(before - after)),
    )


def _change(columns: list[str], key: Key, old: Row, new: Row) -> Change:
    cells = ((name, old[name], new[name]) for name in sorted(columns))
    return Change(key, tuple(cell for cell in cells if cell[1] != cell[2]))


def _columns(table: Table) -> set[str]:
    return {column.name for column in table.columns}


def _by_key(table: Table) -> dict[Key, Row]:
    return {tuple(row[name] for name in table.key): row for row in table.rows}


def as_table(differences: list[Difference]) -> Table:
    """Every difference as a line: table, key, what happened, column, old and new. For CSV."""
    return table(
        "differences", "two freezes compared, one line for each cell or row that differs",
        "table row what column", "table row what column old new", _lines(differences),
    )  # fmt: skip


def _lines(differences: list[Difference]) -> Iterator[Row]:
    for d in differences:
        for what, columns in (("column added", d.columns_added), ("column removed", d.columns_removed)):
            for name in columns:
                yield _line(d.name, "", what, column=name)
        for what, rows in (("row added", d.added), ("row removed", d.removed)):
            for row in rows:
                yield _line(d.name, said_key(tuple(row[name] for name in d.key)), what)
        for change in d.changed:
            for name, old, new in change.cells:
                yield _line(d.name, said_key(change.key), "changed", name, said(old), said(new))


def _line(table: str, row: str, what: str, column: str = "", old: str = "", new: str = "") -> Row:
    return {"table": table, "row": row, "what": what, "column": column, "old": old, "new": new}


def said_key(key: Key) -> str:
    """A key in one cell: "16 a"."""
    return " ".join(str(part) for part in key if part not in (None, ""))


def said(value: Any) -> str:
    """A value in one cell; nothing for what is not known."""
    if isinstance(value, list):
        return ", ".join(map(said, value))
    return "" if value is None else str(value)
