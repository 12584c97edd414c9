from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from relais.apps.observatory.cli import data
from relais.apps.observatory.exports import FORMATS
from relais.apps.observatory.loader import settle
from relais.apps.observatory.tests.make import make_definition, make_release, make_source, make_value

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures() -> None:
    source, definition = make_source(), make_definition()
    make_value(make_release(source, "2021-06-01"), definition, 100)
    make_value(make_release(source, "2022-06-01"), definition, 110)
    settle(source.pk)


def run(*words: str) -> Result:
    return CliRunner().invoke(data, ["export", *words])


@pytest.mark.usefixtures("figures")
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_to_a_file(form: str, tmp_path: Path) -> None:
    file = tmp_path / "figures"
    assert run("--format", form, "--output", str(file)).exit_code == 0
    assert file.stat().st_size > 100
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.usefixtures("figures")
def test_figures_are_those_of_the_day_that_is_asked() -> None:
    assert ",110," in run().output
    assert ",100," in run("--on", "2021-12-31").output
    assert run("--on", "2000-01-01").output.count("\n") == 1


@pytest.mark.usefixtures("figures")
def test_an_indicator_that_is_not_there_is_refused_by_name() -> None:
    found = run("--indicator", "households", "--indicator", "housholds")
    assert found.exit_code == 1
    assert "there is no indicator housholds" in found.output
    assert run("--indicator", "households").exit_code == 0


@pytest.mark.usefixtures("figures")
def test_names_are_in_the_language_that_is_asked() -> None:
    assert json.loads(run("--format", "json-stat", "--language", "fr").output)["label"].startswith("Chiffres")
    assert "/nl/cijfers/" in run("--language", "nl").output


@pytest.mark.usefixtures("figures")
def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("before")

    def breaks(*_told: object) -> object:
        yield b"half"
        raise RuntimeError

    monkeypatch.setitem(FORMATS, "csv", type(FORMATS["csv"])(breaks, "", "csv"))
    assert isinstance(run("--output", str(file)).exception, RuntimeError)
    assert file.read_text() == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_an_empty_database_says_what_to_do() -> None:
    assert "relais load" in run().output
