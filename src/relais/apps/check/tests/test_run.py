"""`relais rights run`: the command says the totals, and writes what each person and household gets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from relais.apps.check.cli.run import list_columns, run_population

ASK = ("--date", "2025-02-01")


@pytest.fixture
def persons(tmp_path: Path) -> Path:
    file = tmp_path / "persons.parquet"
    born = [dt.date(1990, 5, 1), dt.date(2015, 5, 1), dt.date(2025, 5, 1)]
    pq.write_table(pa.table({"household": [4, 4, 9], "birth_date": born}), file)
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(run_population, [str(each) for each in arguments])


def test_totals_are_said_and_results_are_written(persons: Path, tmp_path: Path) -> None:
    said = run(persons, *ASK, "--ask", "family.age", "--output", tmp_path / "out")
    assert said.exit_code == 0, said.output
    assert "On 2025-02-01: 3 persons in 2 households." in said.output
    found = pq.read_table(tmp_path / "out" / "persons" / "persons.parquet").to_pydict()
    assert found == {"household": [4, 4, 9], "family.age": [34.0, 9.0, -1.0]}
    assert not (tmp_path / "out" / "households").exists()


def test_a_folder_is_computed_file_by_file(persons: Path, tmp_path: Path) -> None:
    said = run(persons.parent, *ASK, "--ask", "family.age", "--output", tmp_path / "out")
    assert "3 persons" in said.output


def test_what_is_not_computed_is_said(persons: Path, tmp_path: Path) -> None:
    said = run(persons, *ASK, "--ask", "child_benefits", "--output", tmp_path / "out")
    assert said.exit_code == 1
    assert "nothing called “child_benefits” that is computed" in said.output


def test_a_right_is_its_verdict_and_its_amount(persons: Path, tmp_path: Path) -> None:
    said = run(persons, *ASK, "--ask", "child_benefit", "--output", tmp_path / "out")
    assert said.exit_code == 1
    assert "a file of households is needed" in said.output


def test_a_day_that_is_none_is_refused(persons: Path, tmp_path: Path) -> None:
    said = run(persons, "--date", "February", "--ask", "family.age", "--output", tmp_path / "out")
    assert "'February' is no day, write it as 2025-02-01" in said.output


def test_the_columns_that_are_needed_are_told_with_their_values() -> None:
    said = CliRunner().invoke(list_columns, [*ASK, "--ask", "legal_aid"])
    assert said.exit_code == 0, said.output
    assert "persons  role                                parent | partner | child" in said.output
    assert "true or false" in said.output
