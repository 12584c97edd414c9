"""Killed in the middle of freezing, a year is as before: no freeze, no event, and the next one works."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import machine
from tests.postgresql import throw_away_cluster

ROOT = Path(__file__).parents[5]

# Stands still inside the transaction, with everything written and nothing committed, until it is killed.
STANDS_STILL = """
import django; django.setup()
import sys
from relais.apps.freeze import actions
save = actions.Freeze.save
def save_and_wait(freeze):
    save(freeze)
    print("written", flush=True)
    sys.stdin.read()
actions.Freeze.save = save_and_wait
from relais.apps.freeze.tests.make import make_freeze
make_freeze(2024)
"""
COUNTS = """
import django; django.setup()
from relais.apps.audit.models import Event
from relais.apps.freeze.models import Freeze
print(Freeze.objects.count(), Event.objects.filter(verb="year-frozen").count())
"""
FREEZES = (
    "import django; django.setup(); from relais.apps.freeze.tests.make import make_freeze; make_freeze(2024)"
)
LOADS = "import sys; sys.argv = ['relais', 'load']; from relais.faces.cli.main import main; main()"


@pytest.fixture
def sqlite(tmp_path: Path) -> dict[str, str]:
    return _environment(tmp_path, "")


@pytest.fixture
def postgresql(tmp_path: Path) -> Iterator[dict[str, str]]:
    with throw_away_cluster(machine.needed("postgresql")) as url:
        yield _environment(tmp_path, url.removesuffix("/relais") + "/postgres")


def test_killed_on_sqlite_leaves_it_as_before(sqlite: dict[str, str]) -> None:
    kill_in_the_middle(sqlite)


@pytest.mark.postgresql
def test_killed_on_postgresql_leaves_it_as_before(postgresql: dict[str, str]) -> None:
    kill_in_the_middle(postgresql)


def kill_in_the_middle(environment: dict[str, str]) -> None:
    run(LOADS, environment)
    with subprocess.Popen([sys.executable, "-c", STANDS_STILL], cwd=ROOT, env=environment,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # fmt: skip
        assert process.stdout
        assert process.stdout.readline() == "written\n"
        process.kill()
    assert run(COUNTS, environment) == "0 0"
    run(FREEZES, environment)
    assert run(COUNTS, environment) == "1 1"


def run(code: str, environment: dict[str, str]) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True,
                          stdout=subprocess.PIPE, text=True)  # fmt: skip
    return done.stdout.strip()


def _environment(folder: Path, database: str) -> dict[str, str]:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return {
        **os.environ, "PYTHONPATH": paths, "RELAIS_VAR": str(folder), "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "relais.config.settings",
    }  # fmt: skip
