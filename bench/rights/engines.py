"""Which engines are measured, in which ways, and how one is run in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.rights import by_c

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / ".venv"


@dataclass(frozen=True)
class Way:
    """A line of a table. `venv` is the peer whose virtual environment it needs; `cores` 0 is all of them.

    `times` how often one process repeats it for one household; a slow engine is asked less often.
    """

    what: str
    module: str
    way: str
    venv: str = ""
    cores: int = 0
    times: int = 200
    environment: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def python(self) -> Path:
        return ROOT / ".venv-bench" / self.venv / "bin" / "python" if self.venv else Path(sys.executable)

    @property
    def absent(self) -> str:
        """Why it cannot be measured here; nothing when it can."""
        if not self.python.exists():
            return "not installed"
        if self.module == "by_c" and not by_c.COMPILER:
            return "gcc is absent"
        if self.way.startswith("compiled") and not (find_spec(COMPILED) and find_spec("jax")):
            return "jax is not installed"
        return ""


COMPILED = "relais.core.rights.bulk.compiled"
FAST = {"TTSIM_BEARTYPE_CLAW": "0"}  # its own switch: without types verified at every call
OPENFISCA, POLICYENGINE, TTSIM = "peers.openfisca", "peers.policyengine", "peers.ttsim"
BY_HAND = Way("numpy by hand", "by_hand", "columns")
MANY = [
    BY_HAND,  # what all the others must give
    Way("C by hand, 1 core", "by_c", "1 thread", cores=1),
    Way("C by hand, 2 threads", "by_c", "2 threads"),
    Way("Relais, blocks", "ours", "blocks"),
    Way("Relais, 2 threads", "ours", "threads"),
    Way("Relais, compiled, 1 core", "ours", "compiled", cores=1),
    Way("Relais, compiled", "ours", "compiled"),
    Way("openfisca-core (32 bits)", OPENFISCA, "builder", "openfisca"),
    Way("the same, households set directly", OPENFISCA, "direct", "openfisca"),
    Way("policyengine-core (32 bits)", POLICYENGINE, "builder", "policyengine"),
    Way("ttsim-backend, main()", TTSIM, "main", "ttsim"),
    Way("ttsim-backend, prepared", TTSIM, "prepared", "ttsim", environment=FAST),
    Way("ttsim-backend, prepared, JAX", TTSIM, "jax", "ttsim", environment=FAST),
]
# One household: with the trace of how it came about, then told as text; ttsim has neither.
TRACED = [
    Way("Relais", "ours", "trace"),
    Way("openfisca-core", OPENFISCA, "trace", "openfisca"),
    Way("policyengine-core", POLICYENGINE, "trace", "policyengine"),
    Way("ttsim-backend, main(), no trace", TTSIM, "main", "ttsim", times=5),
    Way("ttsim-backend, prepared, no trace", TTSIM, "prepared", "ttsim", environment=FAST),
]
TOLD = [
    Way("Relais", "ours", "text"),
    Way("openfisca-core, its log", OPENFISCA, "text", "openfisca"),
    Way("policyengine-core, its log", POLICYENGINE, "text", "policyengine"),
]


def times_faster(base: float | None, own: float) -> str:
    """How many times an engine goes into `base`; nothing where there is none."""
    if base is None:
        return ""
    return f"{base / own:.1f}" if base > own else f"{base / own:.2g}"


class Failed(Exception):
    """An engine did not end well; the message is its last line."""


def run(way: Way, *arguments: object, worker: str = "bench.rights.worker") -> dict[str, Any]:
    """What the worker says. Raises Failed."""
    done = subprocess.run(
        [way.python, "-m", worker, *map(str, arguments)], cwd=ROOT, check=False, capture_output=True,
        text=True, env={**os.environ, **way.environment},
    )  # fmt: skip
    if done.returncode:
        raise Failed((done.stderr.strip().splitlines() or ["?"])[-1][:60])
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
