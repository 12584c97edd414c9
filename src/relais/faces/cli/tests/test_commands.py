import shutil
import socket

import pytest
from click.testing import CliRunner
from django.conf import settings
from tests.emptying import remove

from relais.apps.plan import models as m
from relais.faces.cli.data import check, load
from relais.faces.cli.server import serve


def run(command, *arguments: str):
    return CliRunner().invoke(command, list(arguments))


def test_check_says_that_the_data_is_sound_and_how_much_there_is():
    result = run(check)
    assert result.exit_code == 0
    assert "16 themes, 100 measures" in result.output


@pytest.fixture
def broken(tmp_path):
    folder = shutil.copytree(settings.DATA, tmp_path / "data")
    path = folder / "plan" / "measures" / "3.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("kind: ", "kind: not-"), encoding="utf-8")
    return folder


def test_check_fails_with_file_and_line(broken):
    result = run(check, "--data", str(broken))
    assert result.exit_code == 1
    assert "measures/3.yaml:3: kind: " in result.output


@pytest.mark.django_db
def test_load_of_broken_data_changes_nothing(broken):
    m.Term.objects.all().delete()
    result = run(load, "--data", str(broken))
    assert result.exit_code == 1
    assert m.Term.objects.count() == 0


@pytest.mark.django_db
def test_load_check_writes_nothing_and_load_writes():
    m.Term.objects.all().delete()
    assert run(load, "--check").exit_code == 0
    assert m.Term.objects.count() == 0
    assert run(load).exit_code == 0
    assert m.Term.objects.count() > 0


def test_a_port_in_use_is_told_in_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run(serve, "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert "choose another port" in result.output


@pytest.mark.django_db
def test_nothing_is_served_before_something_is_loaded():
    remove(m.Measure.objects.all())
    result = run(serve, "--port", str(free_port()))
    assert result.exit_code == 1
    assert "run `relais load` first" in result.output


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("command", [check, load, serve])
def test_every_command_explains_itself_with_examples(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Examples:" in result.output
