"""The whole plan as files: nothing lost, nothing that changes by itself, nothing that is run."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import time_machine
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from tests.emptying import remove

from relais.apps.plan import models as m
from relais.apps.plan.cli import export_group
from relais.apps.plan.exports import FORMATS, export, plan_as_data

pytestmark = pytest.mark.django_db


def read_csv(name: str) -> list[dict[str, str]]:
    with ZipFile(BytesIO(export("csv"))) as archive:
        return list(csv.DictReader(StringIO(archive.read(f"{name}.csv").decode("utf-8-sig"), newline="")))


def sheet(name: str) -> Any:
    return load_workbook(BytesIO(export("xlsx")))[name]


def test_plan_has_exactly_the_nouns_of_the_reference() -> None:
    assert list(plan_as_data()) == [
        "documents", "themes", "measures", "actors", "links", "demands", "since_2016", "plan_2021",
        "glossary",
    ]  # fmt: skip


def test_every_row_of_the_database_is_exported() -> None:
    plan = plan_as_data()
    assert [row["number"] for row in plan["measures"]] == list(range(1, m.Measure.objects.count() + 1))
    assert len(plan["links"]) == m.Link.objects.count()
    assert len(plan["plan_2021"]["answers"]) == m.Answer.objects.count()
    assert sum(len(theme["annex"]) for theme in plan["themes"]) == m.AnnexEntry.objects.count()
    assert sum(len(row["parts"]) for row in plan["measures"]) == m.MeasurePart.objects.count()
    assert sum(len(row["cited_by"]) for row in plan["documents"]) == m.Citation.objects.count()


def test_actors_of_a_theme_are_those_of_its_annex_each_once_in_order() -> None:
    for theme in plan_as_data()["themes"]:
        named = [slug for line in theme["annex"] for slug in line["actors"]]
        assert theme["actors"] == list(dict.fromkeys(named))


def test_unknown_is_null_and_a_missing_language_is_absent() -> None:
    plan = plan_as_data()
    assert all("" not in (row["url"], row["number"]) for row in plan["documents"])
    assert all(set(row["annex_name"]) == {"nl"} for row in plan["themes"])


def test_official_wording_stands_apart_from_ours() -> None:
    measure = m.Measure.objects.get(number=16)
    for letter in ("", "a"):
        m.OfficialText.objects.create(
            measure=measure, letter=letter, language="nl", words=f"Tekst {letter}", page=9, line=1
        )
    row = plan_as_data()["measures"][15]
    assert row["official"] == {"nl": {"": "Tekst ", "a": "Tekst a"}}
    assert row["title"] == dict(measure.title)


def test_number_of_queries_does_not_depend_on_the_number_of_rows() -> None:
    with CaptureQueriesContext(connection) as many:
        plan_as_data()
    m.Link.objects.all().delete()
    m.Answer.objects.all().delete()
    remove(m.Measure.objects.filter(number__gt=5))
    with CaptureQueriesContext(connection) as few:
        plan_as_data()
    assert len(many) == len(few) <= 20


@pytest.mark.parametrize("kind", FORMATS)
def test_same_plan_gives_the_same_bytes_at_any_time(kind: str) -> None:
    with time_machine.travel(datetime(2026, 1, 1), tick=False):
        before = export(kind)
    with time_machine.travel(datetime(2031, 7, 5), tick=False):
        assert export(kind) == before


def test_json_is_the_plan() -> None:
    assert json.loads(export("json").decode()) == plan_as_data()


def test_zip_says_what_each_table_is() -> None:
    with ZipFile(BytesIO(export("csv"))) as archive:
        readme = archive.read("README.txt").decode()
        names = archive.namelist()
    assert names[0] == "README.txt"
    assert all(f"{name}: " in readme for name in names[1:])


def test_tables_are_tidy_and_lists_are_tables_of_their_own() -> None:
    plan = plan_as_data()
    assert [row["number"] for row in read_csv("measures")] == [str(row["number"]) for row in plan["measures"]]
    assert "levels" not in read_csv("measures")[0]
    assert read_csv("measures")[0]["title_fr"] == plan["measures"][0]["title"]["fr"]
    levels = [(int(row["measure"]), row["level"]) for row in read_csv("measure_levels")]
    assert levels == [(row["number"], level) for row in plan["measures"] for level in row["levels"]]
    assert len(read_csv("annex_actors")) == m.AnnexEntry.actors.through.objects.count()


def test_rows_of_a_table_are_told_apart_by_what_the_readme_says() -> None:
    with ZipFile(BytesIO(export("csv"))) as archive:
        lines = archive.read("README.txt").decode().splitlines()
    for table, key in pairwise(lines):
        if "identified by: " in key:
            names = key.split("identified by: ")[1].split(", ")
            rows = [tuple(row[name] for name in names) for row in read_csv(table.split(".csv")[0])]
            assert len(set(rows)) == len(rows), table


def test_csv_opens_as_utf8_in_a_spreadsheet() -> None:
    with ZipFile(BytesIO(export("csv"))) as archive:
        assert archive.read("glossary.csv").startswith(b"\xef\xbb\xbf")


def test_sheet_reads_well_as_it_opens() -> None:
    measures = sheet("measures")
    header = next(measures.iter_rows(max_row=1))
    assert measures.freeze_panes == "A2"
    assert all(cell.font.bold for cell in header)
    assert measures.auto_filter.ref == measures.dimensions
    assert measures["D2"].alignment.wrap_text
    assert all(8 <= width.width <= 62 for width in measures.column_dimensions.values())


def test_lists_of_a_sheet_are_joined_in_one_cell() -> None:
    row = {cell.value: sheet("measures")[2][at].value for at, cell in enumerate(sheet("measures")[1])}
    assert row["levels"] == ", ".join(plan_as_data()["measures"][0]["levels"])


@pytest.mark.parametrize("word", ["=1+1", "+32 2", "-1", "@SUM(A1)", "\tx"])
def test_what_begins_like_a_formula_is_text(word: str) -> None:
    m.Actor.objects.filter(slug="actiris").update(acronym=word)
    cell = next(row for row in sheet("actors").iter_rows() if row[0].value == "actiris")[4]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (word, "s", True)


def test_control_characters_do_not_break_the_spreadsheet() -> None:
    m.Actor.objects.filter(slug="actiris").update(acronym="a\x0bb")
    assert "ab" in [row[4].value for row in sheet("actors").iter_rows()]


def test_command_writes_to_standard_output_or_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    assert CliRunner().invoke(export_group, ["plan"]).stdout_bytes == export("json")
    assert CliRunner().invoke(export_group, ["plan", "--format", "csv"]).stdout_bytes == export("csv")
    done = CliRunner().invoke(export_group, ["plan", "--format", "xlsx", "--output", str(file)])
    assert (done.exit_code, file.read_bytes()) == (0, export("xlsx"))
    assert list(tmp_path.iterdir()) == [file]


def test_binary_is_not_sent_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relais.apps.plan.cli.is_terminal", lambda: True)
    done = CliRunner().invoke(export_group, ["plan", "--format", "xlsx"])
    assert done.exit_code == 1
    assert "--output plan.xlsx" in done.stderr
    assert not done.stdout_bytes


def test_place_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(export_group, ["plan", "--output", str(tmp_path / "no" / "plan.json")])
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)


def test_empty_database_is_said_and_not_exported() -> None:
    remove(m.Measure.objects.all())
    done = CliRunner().invoke(export_group, ["plan"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "relais load" in done.stderr
