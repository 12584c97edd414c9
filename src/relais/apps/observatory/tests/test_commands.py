"""`relais data import`, `audit`, `diff` and `releases`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relais.apps.observatory import models as m
from relais.apps.observatory.actions import accept_release
from relais.apps.observatory.cli import data
from relais.apps.observatory.tests.make import accept, make_file, make_who, propose

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]

ALL, WOMEN, MEN = "04000 2024 _T _T 60", "04000 2024 _T F 50", "04000 2024 _T M 11"


def run(*words: str) -> Result:
    return CliRunner().invoke(data, words)


def bring(path: Path, *rows: str, more: tuple[str, ...] = (), edition: str = "2024") -> Result:
    path.write_bytes(make_file(*rows))
    return run("import", str(path), "--recipe", "statbel-households", "--edition", edition, *more)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.csv"


def test_a_dry_run_tells_all_and_stores_nothing(path: Path) -> None:
    told = bring(path, ALL, WOMEN, MEN, more=("--dry-run",))
    assert told.exit_code == 0
    assert "3 new" in told.output and "+ Private households, 2024" in told.output
    assert "60 beside 61" in told.output and "Nothing was stored" in told.output
    assert not m.Release.objects.brought_in().exists()


def test_what_is_brought_in_waits_for_a_person(path: Path) -> None:
    assert "Proposed: statbel-households-2019/2024" in bring(path, ALL).output
    release = m.Release.objects.brought_in().get()
    assert release.proposer is None
    accept_release(release=release, by=make_who(person=1))


def test_the_same_file_again_is_no_error(path: Path) -> None:
    bring(path, ALL)
    again = bring(path, ALL, edition="again")
    assert again.exit_code == 0 and "is here already" in again.output


@pytest.mark.parametrize("row", ["04000 2024 _T _T many", "09999 2024 _T _T 1"])
def test_a_file_that_is_refused_says_where_and_why(path: Path, row: str) -> None:
    told = bring(path, ALL, row)
    assert told.exit_code == 1 and "1 problem:" in told.output and "file.csv:3" in told.output


def test_an_unknown_recipe_is_refused(path: Path) -> None:
    path.write_bytes(make_file(ALL))
    told = run("import", str(path), "--recipe", "nowhere", "--edition", "2024")
    assert told.exit_code == 1 and "no recipe" in told.output


def test_editions_are_set_beside_each_other() -> None:
    propose(ALL, WOMEN, edition="one")
    propose(ALL.replace("60", "62"), MEN, edition="two")
    told = run("diff", "statbel-households-2019", "one", "two").output
    assert "1 new" in told and "60 → 62" in told and "1 gone" in told
    missing = run("diff", "statbel-households-2019", "one", "three")
    assert missing.exit_code == 1 and "there is 2020-02-12, one, two" in missing.output


def test_the_audit_prints_both_values_of_what_does_not_fit() -> None:
    accept(propose(ALL, WOMEN, MEN))
    assert "60 beside 61" in run("audit").output
    table = run("audit", "--format", "csv").output.splitlines()
    assert table[0].startswith("definition,period,place") and "60.0,61.0" in table[1]


def test_releases_are_listed_and_the_hash_of_a_raw_file_is_not() -> None:
    raw = propose("04000 2024 _T _T 171", "04000 2024 _T F 168", "04000 2024 _T M 3", recipe="statbel-raw")
    told = run("releases").output
    assert "statbel-households-2019/2024" in told and raw.sha256[:12] not in told


def test_the_schema_of_our_columns_knows_every_code_and_checks_a_file(path: Path, tmp_path: Path) -> None:
    schema = tmp_path / "tidy.json"
    schema.write_text(run("schema").output, encoding="utf-8")
    assert '"single_parent"' in schema.read_text(encoding="utf-8")
    strict = json.loads(schema.read_text(encoding="utf-8"))
    next(field for field in strict["fields"] if field["name"] == "value")["constraints"] = {"maximum": 50}
    schema.write_text(json.dumps(strict), encoding="utf-8")
    told = bring(path, ALL, more=("--schema", str(schema), "--dry-run"))
    assert told.exit_code == 1 and "file.csv:2" in told.output and "50" in told.output
