"""Parquet in and out: whole households, in the memory of one block. Needs pyarrow, an optional extra.

A file of persons and, where something is asked of households, one of households; both sorted by the column
`household`, a whole number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from relais.core.rights.bulk.arrow import coded, columns_for
from relais.core.rights.bulk.extras import needed
from relais.core.rights.bulk.plans import Plan
from relais.core.rights.bulk.populations import Column, Population
from relais.core.rights.law import HOUSEHOLD, PERSON
from relais.core.rights.problems import WrongInput

BLOCK = 131_072  # rows that are in memory at a time
HOUSEHOLD_ID, PERSON_ID = "household", "person"


@dataclass(frozen=True)
class Block:
    """Whole households; and, of persons and of households, the columns by which their rows are known."""

    people: Population
    ids: dict[str, dict[str, Any]]


def blocks(made: Plan, of_persons: Path, of_households: Path | None) -> Iterator[Block]:
    """All of two files, in order. Raises WrongInput, with file, column and household; and NotInstalled."""
    inputs = [node.name.partition(".")[2] for node in made.inputs if node.entity == HOUSEHOLD]
    if inputs and not of_households:
        raise WrongInput(f"a file of households is needed, with {HOUSEHOLD_ID}, {', '.join(inputs)}")
    persons = _Rows(made, of_persons, PERSON)
    households = _Rows(made, of_households, HOUSEHOLD) if of_households else None
    for rows, is_last in persons.whole_households():
        of = persons.ids(rows)
        if households:
            theirs = households.up_to(None if is_last else int(of[-1]))
            ids = households.ids(theirs)
            answers = households.columns(theirs, ids)
            _require_one_row_each(ids, of, households.path)
        else:
            ids, answers = np.unique(of), {}
        if len(ids):
            people = Population(len(ids), np.searchsorted(ids, of), persons.columns(rows, of), answers)
            known = {name: rows[name] for name in (HOUSEHOLD_ID, PERSON_ID) if name in rows.column_names}
            yield Block(people, {PERSON: known, HOUSEHOLD: {HOUSEHOLD_ID: ids}})


def _require_one_row_each(ids: Column, of_persons: Column, path: Path) -> None:
    twice = ids[1:][np.diff(ids) == 0]
    if len(twice):
        raise WrongInput(f"{path}: household {twice[0]} has two rows")
    found = np.append(ids, ids[-1:] - 1)[np.searchsorted(ids, of_persons)] if len(ids) else of_persons - 1
    absent = of_persons[found != of_persons]
    if len(absent):
        raise WrongInput(f"{path}: has no row of household {absent[0]}, in which persons are")


class _Rows:
    """A file of persons or of households, read from its first row to its last."""

    def __init__(self, made: Plan, path: Path, entity: str) -> None:
        self.pa, pq = needed("bulk", "pyarrow", "pyarrow.parquet")
        try:
            file = pq.ParquetFile(
                path, buffer_size=1 << 20, pre_buffer=False
            )  # else: a row group, a million rows
        except (OSError, self.pa.ArrowInvalid) as error:
            raise WrongInput(f"{path}: cannot be read as Parquet: {error}") from None
        schema, self.path = file.schema_arrow, path
        at = schema.get_field_index(HOUSEHOLD_ID)
        if at < 0 or not self.pa.types.is_integer(schema.field(at).type):
            raise WrongInput(f"{path}: a column “{HOUSEHOLD_ID}” is needed, a whole number")
        inputs = [node for node in made.inputs if node.entity == entity]
        self.inputs = columns_for(made.law, inputs, schema.names, str(path))
        keys = [HOUSEHOLD_ID] + ([PERSON_ID] if entity == PERSON and PERSON_ID in schema.names else [])
        self.batches = file.iter_batches(BLOCK, columns=[*keys, *self.inputs], use_threads=False)
        self.rest = schema.empty_table().select([*keys, *self.inputs])
        self.last: int | None = None

    def whole_households(self) -> Iterator[tuple[Any, bool]]:
        """Rows cut between households, and whether they are the last; there may be none of these."""
        while self._read():
            if cut := int(np.searchsorted(self.ids(self.rest), self.last or 0)):
                yield self._give(cut), False
        yield self._give(len(self.rest)), True

    def up_to(self, household: int | None) -> Any:
        """The rows that come next, up to those of this household; None is all that are left."""
        while (household is None or self.last is None or self.last <= household) and self._read():
            pass
        ids = self.ids(self.rest)
        return self._give(
            len(ids) if household is None else int(np.searchsorted(ids, household, side="right"))
        )

    def columns(self, rows: Any, ids: Column) -> dict[str, Column]:
        """The answers, by the full name of the input."""
        return {
            node.name: coded(node, rows[name], ids, f"{self.path}, “{name}”")
            for name, node in self.inputs.items()
        }

    def ids(self, rows: Any) -> Column:
        """The household of each row."""
        if rows[HOUSEHOLD_ID].null_count:
            raise WrongInput(
                f"{self.path}: “{HOUSEHOLD_ID}” is empty in {rows[HOUSEHOLD_ID].null_count} rows"
            )
        ids: Column = rows[HOUSEHOLD_ID].to_numpy()
        return ids

    def _read(self) -> bool:
        """Whether there was more."""
        batch = next(self.batches, None)
        if batch is None:
            return False
        rows = self.pa.Table.from_batches([batch])
        ids = self.ids(rows)
        falls = np.flatnonzero(np.diff(ids, prepend=ids[0] if self.last is None else self.last) < 0)
        if len(falls):
            raise WrongInput(
                f"{self.path}: household {ids[falls[0]]} comes too late; sort by “{HOUSEHOLD_ID}”"
            )
        self.last = int(ids[-1])
        self.rest = self.pa.concat_tables([self.rest, rows])
        return True

    def _give(self, rows: int) -> Any:
        given, self.rest = self.rest.slice(0, rows), self.rest.slice(rows)
        return given


class Results:
    """A file of results, which has its name only once it is whole: a context manager."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path, self.begun = path, path.with_suffix(".begun")
        self.writer: Any = None

    def __enter__(self) -> Results:
        return self

    def write(self, columns: dict[str, Any]) -> None:
        """Rows to add."""
        pa, pq = needed("bulk", "pyarrow", "pyarrow.parquet")
        table = pa.table(columns)
        self.writer = self.writer or pq.ParquetWriter(self.begun, table.schema)
        self.writer.write_table(table)

    def __exit__(self, kind: Any, *_: object) -> None:
        if self.writer:
            self.writer.close()
            if kind is None:
                self.begun.replace(self.path)
            else:
                self.begun.unlink()
