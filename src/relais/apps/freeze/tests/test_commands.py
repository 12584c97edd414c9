"""`relais freeze` and `relais compare`: what they say, keep and write."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relais.apps.freeze.cli import compare_command, freeze
from relais.apps.freeze.models import Freeze
from relais.apps.freeze.tests.make import make_freeze
from relais.apps.plan.models import Measure

pytestmark = pytest.mark.django_db


def run(command: object, *arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))  # type: ignore[arg-type]


def test_check_tells_what_would_be_kept_and_keeps_nothing() -> None:
    result = run(freeze, "2024", "--check")
    assert result.exit_code == 0
    assert "100  measures" in result.output
    assert not Freeze.objects.filter(year=2024).exists()
    assert make_freeze(2024).sha256 in result.output


def test_freeze_keeps_it_and_the_file_has_the_hash_it_says(tmp_path: Path) -> None:
    result = run(freeze, "2024", "--output", str(tmp_path / "data.json"))
    assert result.exit_code == 0
    assert hashlib.sha256((tmp_path / "data.json").read_bytes()).hexdigest() in result.output


def test_freezing_again_without_a_reason_is_told_in_a_line() -> None:
    make_freeze(2024)
    Measure.objects.filter(number=1).update(page=7)
    result = run(freeze, "2024")
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert run(freeze, "2024", "--note", "A page number was wrong").exit_code == 0


def test_compare_tells_every_difference_and_a_freeze_that_is_not_there(tmp_path: Path) -> None:
    make_freeze(2024)
    Measure.objects.filter(number=1).update(page=7)
    make_freeze(2024, "again")
    result = run(compare_command, "2024", "2024-2", "--output", str(tmp_path / "all.zip"))
    assert "measures: 0 added, 0 removed, 1 changed" in result.output
    assert "passage_page" in result.output
    assert (tmp_path / "all.zip").read_bytes().startswith(b"PK")
    assert (
        "there is no freeze 1999: there is 2025, 2024-2, 2024" in run(compare_command, "1999", "2024").output
    )
