"""A year frozen and its balance as PDF in one language, in processes of their own: seconds and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

RELAIS = Path(sys.executable).with_name("relais")
STEPS = {
    "freeze": ["freeze", "2025"],
    "balance as PDF": ["balance", "2025", "--language", "nl"],
}


def measure(env: dict[str, str]) -> list[dict[str, object]]:
    """Each row: what, seconds, and the most memory its process held at once."""
    subprocess.run([RELAIS, "load"], env=env, check=True, stdout=subprocess.DEVNULL)
    rows: list[dict[str, object]] = []
    for what, arguments in STEPS.items():
        started = time.perf_counter()
        process = subprocess.Popen([RELAIS, *arguments], env=env, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        assert status == 0, what
        rows.append({"what": what, "s": time.perf_counter() - started, "MiB": used.ru_maxrss / 1024})
    return rows
