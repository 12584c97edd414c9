"""A population in Parquet gives what columns give, through any engine; wrong files are refused by name."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import dask
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from relais.core.rights.book import read_book
from relais.core.rights.bulk import parquet
from relais.core.rights.bulk.batch import run
from relais.core.rights.bulk.extras import NotInstalled
from relais.core.rights.bulk.parts import Job, Part, run_part, run_parts, with_dask
from relais.core.rights.bulk.plans import Plan, plan
from relais.core.rights.bulk.populations import Population
from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON
from relais.core.rights.laws import Node, law_on
from relais.core.rights.problems import WrongInput
from relais.core.rights.tests import make

ASKED = ("child_benefit.monthly", "child_benefit.amount", "child_benefit.gives_right")
JOB = Job(dt.date(2025, 2, 1), ASKED)
MADE = plan(law_on(read_book(["child_benefit"]), JOB.date), ASKED)


def table(made: Plan, people: Population, entity: str, first: int = 0) -> pa.Table:
    """A population as a statistician has it: words, days, and a number of the household."""
    of = people.household_of if entity == PERSON else np.arange(people.households)
    columns = {
        node.name.partition(".")[2]: _told(node, people.column(node))
        for node in made.inputs
        if node.entity == entity
    }
    return pa.table({"household": of + first, **columns})


def _told(node: Node, column: Any) -> Any:
    assert isinstance(node.what, Input)
    match node.what.kind:
        case "choice":
            return pa.DictionaryArray.from_arrays(pa.array(column, pa.int8()), list(node.what.options))
        case "date":
            return [dt.date(day // 10000, day // 100 % 100, day % 100) for day in column.tolist()]
    return column


def part(folder: Path, people: Population, name: str = "1.parquet", first: int = 0, **kept: Any) -> Part:
    for entity in ("person", "household"):
        path = folder / "in" / f"{entity}s" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        written = table(MADE, people, entity, first)
        for column, values in kept.items():
            if column in written.column_names:
                at = written.column_names.index(column)
                written = (
                    written.remove_column(at) if values is None else written.set_column(at, column, values)
                )
        pq.write_table(written, path, row_group_size=100)
    return Part(folder / "in" / "persons" / name, folder / "in" / "households" / name, folder / "out")


def read(folder: Path, entity: str) -> pa.Table:
    return pa.concat_tables(pq.read_table(path) for path in sorted((folder / "out" / entity).iterdir()))


@pytest.mark.parametrize("rows", [1, 7, 1000])
def test_parquet_gives_what_columns_give(tmp_path: Path, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "BLOCK", rows)
    people = make.drawn(MADE, 1, 200)
    expected = run(MADE, people)
    done = run_part(JOB, part(tmp_path, people))
    persons, households = read(tmp_path, "persons"), read(tmp_path, "households")
    assert persons["household"].to_pylist() == people.household_of.tolist()
    assert households["household"].to_pylist() == list(range(200))
    assert persons[ASKED[1]].to_pylist() == expected[ASKED[1]].tolist()
    assert persons[ASKED[2]].to_pylist() == expected[ASKED[2]].tolist()
    assert households[ASKED[0]].to_pylist() == expected[ASKED[0]].tolist()
    assert (done.persons, done.households) == (len(people.household_of), 200)
    assert done.totals == pytest.approx({name: expected[name].sum() for name in ASKED})


def processes(work: Any, parts: Any) -> Iterable[Any]:
    with dask.config.set(scheduler="processes", num_workers=2):
        return with_dask(work, parts)


def test_dask_in_other_processes_gives_the_same_totals(tmp_path: Path) -> None:
    parts = [part(tmp_path, make.drawn(MADE, n, 50), f"{n}.parquet", first=n * 50) for n in range(3)]
    here = run_parts(JOB, parts)
    before = read(tmp_path, "persons")
    assert run_parts(JOB, parts, processes) == here
    assert read(tmp_path, "persons") == before
    assert here.households == 150


def test_a_household_in_two_parts_is_refused(tmp_path: Path) -> None:
    people = make.drawn(MADE, 1, 50)
    parts = [part(tmp_path, people, "1.parquet"), part(tmp_path, people, "2.parquet", first=49)]
    with pytest.raises(WrongInput, match=r"1\.parquet, .*2\.parquet: household 49 is in both"):
        run_parts(JOB, parts)


def refused(folder: Path, **kept: Any) -> str:
    with pytest.raises(WrongInput) as found:
        run_part(JOB, part(folder, make.drawn(MADE, 3, 40), **kept))
    assert not list((folder / "out").rglob("*.*"))
    return str(found.value)


def count() -> int:
    return len(make.drawn(MADE, 3, 40).household_of)


def test_a_column_that_is_absent_is_named(tmp_path: Path) -> None:
    assert "there is no column “income”" in refused(tmp_path, income=None)


def test_words_that_are_no_option_are_named_with_the_options(tmp_path: Path) -> None:
    said = refused(tmp_path, role=pa.array(["mother"] * count()))
    assert "“role”: “mother” is none of parent" in said


def test_a_column_of_another_type_says_what_it_must_hold(tmp_path: Path) -> None:
    assert "must hold a day (date)" in refused(tmp_path, birth_date=pa.array([2010] * count()))


def test_an_answer_that_is_absent_or_too_low_names_the_household(tmp_path: Path) -> None:
    first = make.drawn(MADE, 3, 40).household_of[0]
    assert f"“income”: is empty; an answer is needed of everyone: 1 rows, the first of household {first}" in (
        refused(tmp_path, income=pa.array([None, *[1.0] * (count() - 1)]))
    )
    assert f"below 0 EUR/year: 1 rows, the first of household {first}" in (
        refused(tmp_path, income=pa.array([-1.0, *[1.0] * (count() - 1)]))
    )


def test_rows_that_are_not_sorted_are_refused(tmp_path: Path) -> None:
    one = part(tmp_path, make.drawn(MADE, 3, 40))
    rows = pq.read_table(one.persons)
    pq.write_table(rows.take(list(reversed(range(len(rows))))), one.persons)
    with pytest.raises(WrongInput, match=r"household 3\d comes too late; sort by “household”"):
        run_part(JOB, one)


def test_persons_of_no_household_are_refused(tmp_path: Path) -> None:
    people = make.drawn(MADE, 3, 40)
    one = part(tmp_path, people)
    rows = pq.read_table(one.households)
    pq.write_table(rows.slice(0, len(rows) - 5), one.households)
    with pytest.raises(WrongInput, match=r"has no row of household 3\d, in which persons are"):
        run_part(JOB, one)


def test_without_a_file_of_households_it_says_what_would_be_in_it(tmp_path: Path) -> None:
    one = part(tmp_path, make.drawn(MADE, 3, 40))
    with pytest.raises(
        WrongInput, match=r"a file of households is needed, with household, .*cadastral_income"
    ):
        run_part(JOB, Part(one.persons, None, one.output))


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = part(tmp_path, make.drawn(MADE, 3, 4))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NotInstalled, match=r"pip install 'relais\[bulk\]'"):
        run_part(JOB, one)
