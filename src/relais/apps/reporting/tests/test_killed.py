"""Killed in the middle of opening or closing a round, the database is as before: never between."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import machine
from tests.postgresql import throw_away_cluster

from relais.apps.reporting.tests.killing import ACTIONS

ROOT = Path(__file__).parents[5]
OPENED = {"rounds": 1, "reports": ACTIONS, "locked": 0, "closed": 0, "events": ["round-opened"]}
NOTHING: dict[str, Any] = {"rounds": 0, "reports": 0, "locked": 0, "closed": 0, "events": []}
CLOSED = {**OPENED, "locked": ACTIONS, "closed": 1, "events": ["round-opened", "round-closed"]}


class House:
    """A database of its own, used by processes of their own."""

    def __init__(self, folder: Path, url: str) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "SECRET_KEY")}
        self.environment = {
            **kept, "RELAIS_VAR": str(folder), "DATABASE_URL": url,
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        }  # fmt: skip

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "relais.apps.reporting.tests.killing", *arguments], cwd=ROOT,
            env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, *arguments: str) -> str:
        process = self.start(*arguments)
        said, _ = process.communicate()
        assert process.returncode == 0
        return said

    def run_and_kill(self, *arguments: str) -> None:
        with self.start(*arguments) as process:
            assert process.stdout
            assert process.stdout.readline() == "here\n"
            process.kill()
            assert process.wait() == -signal.SIGKILL

    def holds(self) -> Any:
        return json.loads(self.run("tell"))


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("killed")
    if request.param == "sqlite":
        made = House(folder, "")
        made.run("prepare")
        yield made
        return
    with throw_away_cluster(machine.needed("postgresql")) as url:
        made = House(folder, url.replace("/relais", "/postgres"))
        made.run("prepare")
        yield made


def test_killed_in_the_middle_the_database_is_as_before_and_the_next_try_succeeds(house: House) -> None:
    """One walk over a whole round, killed at each point of each act: then the act is done again, whole."""
    for point in ("the event of opening is written", "the reports are made"):
        house.run_and_kill("open", point)
        assert house.holds() == NOTHING, point
    house.run("open")
    assert house.holds() == OPENED
    for point in ("the reports are locked", "the round is marked as closed"):
        house.run_and_kill("close", point)
        assert house.holds() == OPENED, point
    house.run("close")
    assert house.holds() == CLOSED
