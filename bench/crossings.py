"""Crossed groups: 20,000 persons in 72 strata, both models fitted; beside statsmodels where it is installed.

*Between* is the variance between strata without and with the characteristics one by one: where the other
fits the same likelihood, the same numbers. Persons are drawn by chance, so nobody is among them.
The other gets one thread: with several, its small matrices take longer.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

from relais.core.figures.crossings import Kind, read_answers, study
from relais.core.figures.crossings.tests.make import VARIABLES, make_answers

ROOT = Path(__file__).resolve().parent.parent
PEER = ROOT / ".venv-bench" / "statsmodels" / "bin" / "python"
PERSONS = 20_000


def measure() -> list[dict[str, object]]:
    """A row for each model and engine. Seconds of the wall, the reading of the file apart."""
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        for kind in Kind:
            path = Path(folder) / f"{kind}.csv"
            _write(path, kind)
            rows += [_ours(path, kind), *_theirs(path, kind)]
    return rows


def _write(path: Path, kind: Kind) -> None:
    """Persons of each stratum in the number, and with the answers, that were drawn."""
    answers, _ = make_answers(kind, persons=PERSONS)
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow([*VARIABLES, "y"])
        for codes, group in answers.groups.items():
            table.writerows(
                [*codes, answer] for answer in _drawn(kind, group.count, group.mean, group.squares)
            )


def _drawn(kind: Kind, count: int, mean: float, squares: float) -> list[float]:
    """Answers with this mean and spread: of numbers, half above and half below."""
    if kind is Kind.YES_NO:
        return [1] * round(count * mean) + [0] * (count - round(count * mean))
    half = count // 2
    far = (squares / (2 * half)) ** 0.5
    return [mean + far] * half + [mean - far] * half + [mean] * (count % 2)


def _ours(path: Path, kind: Kind) -> dict[str, object]:
    started = time.perf_counter()
    read = read_answers(path, "y", VARIABLES, kind)
    ready = time.perf_counter()
    found = study(read.answers)
    ended = time.perf_counter()
    return {
        "what": f"{kind}: Relais", "between": f"{found.null.between:.4f}",
        "and with effects": f"{found.full.between:.4f}", "read s": f"{ready - started:.2f}",
        "fit s": f"{ended - ready:.2f}",
    }  # fmt: skip


def _theirs(path: Path, kind: Kind) -> list[dict[str, object]]:
    """Left out where statsmodels is not installed."""
    if not PEER.exists():
        return []
    asked = [str(PEER), str(ROOT / "bench" / "crossings_peer.py"), str(path), kind]
    env = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    return [json.loads(subprocess.run(asked, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout)]


if __name__ == "__main__":
    print(json.dumps(measure()))
