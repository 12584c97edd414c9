"""A database of its own, and processes of their own that use it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests import machine
from tests.postgresql import throw_away_cluster
from tests.processes.halting import HERE

ROOT = Path(__file__).parents[2]
ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


class House:
    """Its processes run `python -m child WHAT [POINT]` (tests.processes.halting)."""

    def __init__(self, folder: Path, url: str, child: str) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "SECRET_KEY")}
        self.child = child
        self.environment = {
            **kept, "RELAIS_VAR": str(folder), "DATABASE_URL": url, "DEBUG": "1",
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
            "DJANGO_SETTINGS_MODULE": "relais.config.settings",
        }  # fmt: skip

    @contextmanager
    def process(self, what: str, point: str = "") -> Iterator[subprocess.Popen[str]]:
        """A process at work, standing still at `point`, if one is named; it does not outlive the block."""
        command = [sys.executable, "-m", self.child, what, *([point] if point else [])]
        with subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            try:
                if point:
                    assert process.stdout
                    assert process.stdout.readline() == HERE, f"{what} never came to where {point}"
                yield process
            finally:
                process.kill()

    def run(self, what: str) -> str:
        """The work done to its end, and what it wrote."""
        with self.process(what) as process:
            return _last_words(process)

    def kill(self, what: str, point: str) -> None:
        """The work begun, and killed at `point`."""
        with self.process(what, point) as process:
            process.kill()
            assert process.wait() == -signal.SIGKILL

    def at_once(self, *works: str, point: str) -> list[str]:
        """The works begun one by one, until each stands at `point`; then let go together. What each wrote."""
        with ExitStack() as stack:
            processes = [stack.enter_context(self.process(work, point)) for work in works]
            for process in processes:
                assert process.stdin
                process.stdin.close()
            return [_last_words(process) for process in processes]

    def holds(self) -> Any:
        """What the database holds: what the work “tell” writes as JSON."""
        return json.loads(self.run("tell"))


def _last_words(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    said = process.stdout.read()
    assert process.wait() == 0
    return said


@contextmanager
def house(engine: str, folder: Path, child: str) -> Iterator[House]:
    """On one of ENGINES, after the work “prepare”; gone afterwards."""
    if engine == "sqlite":
        made = House(folder, "", child)
        made.run("prepare")
        yield made
        return
    with throw_away_cluster(machine.needed("postgresql")) as url:
        made = House(folder, url.replace("/relais", "/postgres"), child)
        made.run("prepare")
        yield made
