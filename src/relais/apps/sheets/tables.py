"""Rows as tables: the same columns whatever the rows. What exports, freezes and spreadsheets are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from relais.core.texts.text import LANGUAGES

Kind = Literal["one", "words", "many"]


@dataclass(frozen=True, slots=True)
class Column:
    """`path` leads to the value in a row ("passage.page"). Words become one column for each language."""

    path: str
    kind: Kind = "one"

    @property
    def name(self) -> str:
        return self.path.replace(".", "_")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(f"{self.name}_{code}" for code in LANGUAGES) if self.kind == "words" else (self.name,)

    def of(self, row: Any) -> Any:
        """The value in `row`: None when it, or what should hold it, is not known."""
        for step in self.path.split("."):
            if row is None:
                return None
            row = row[step]
        return row

    def cells(self, row: Any) -> tuple[Any, ...]:
        """A cell for each of `names`."""
        value = self.of(row)
        return tuple((value or {}).get(code) for code in LANGUAGES) if self.kind == "words" else (value,)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one noun. `key` are the columns that identify a row; a column of lists has kind "many"."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Any]]

    @property
    def header(self) -> list[str]:
        return [name for column in self.columns for name in column.names]

    def body(self) -> Iterator[list[Any]]:
        """The cells of each row; a list is still a list."""
        for row in self.rows:
            yield [cell for column in self.columns for cell in column.cells(row)]

    def tidy(self) -> list[Table]:
        """This table without its lists, then each list as a table of its own: key, place, value."""
        keys = tuple(c for c in self.columns if c.name in self.key)
        plain = tuple(c for c in self.columns if c.kind != "many")
        return [
            Table(self.name, self.about, self.key, plain, self.rows),
            *(_list_table(self, keys, column) for column in self.columns if column.kind == "many"),
        ]


def _list_table(table: Table, keys: tuple[Column, ...], column: Column) -> Table:
    noun, value = _one_of(table.name), _one_of(column.name)
    names = [noun] if len(keys) == 1 else [key.name for key in keys]
    rows = [
        {**dict(zip(names, (key.of(row) for key in keys), strict=True)), "place": place, value: item}
        for row in table.rows
        for place, item in enumerate(column.of(row), start=1)
    ]
    columns = tuple(Column(name) for name in (*names, "place", value))
    about = f"{column.name} of each row of {table.name}, in order"
    return Table(f"{noun}_{column.name}", about, (*names, "place"), columns, rows)


def _one_of(several: str) -> str:
    return ONE_OF.get(several, several)


ONE_OF = {"measures": "measure", "demands": "demand", "actors": "actor", "levels": "level"}


def table(name: str, about: str, key: str, columns: str, rows: Iterable[Mapping[str, Any]]) -> Table:
    """In `columns`, "title*" is words in every language and "actors[]" a list."""
    return Table(name, about, tuple(key.split()), tuple(map(_column, columns.split())), list(rows))


def _column(written: str) -> Column:
    if written.endswith("*"):
        return Column(written[:-1], "words")
    return Column(written[:-2], "many") if written.endswith("[]") else Column(written)
