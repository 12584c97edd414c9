"""A PostgreSQL of one's own for a while: on a socket in a temporary folder, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

# Nothing here outlives the tests, so nothing needs to reach the disk.
HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=''")


@contextmanager
def throw_away_cluster(binaries: Path) -> Iterator[str]:
    """Start a cluster with the programs in `binaries`; gives its DATABASE_URL. Raises RuntimeError."""
    folder = Path(tempfile.mkdtemp(prefix="relais-pg-"))
    try:
        owner = _owner(folder)
        _run(binaries / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync", owner=owner)  # fmt: skip
        options = " ".join(["-k", str(folder), *(f"-c {setting}" for setting in HASTE)])
        _run(binaries / "pg_ctl", "start", "-w", "-D", folder / "data", "-l", folder / "log", "-o", options,
             owner=owner)  # fmt: skip
        try:
            yield f"postgres://postgres@{quote(str(folder), safe='')}/relais"
        finally:
            _run(binaries / "pg_ctl", "stop", "-m", "immediate", "-D", folder / "data", owner=owner)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _owner(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root: then it runs as the user that Debian's package makes."""
    if os.geteuid() != 0:
        return None
    shutil.chown(folder, "postgres", "postgres")
    return "postgres"


def _run(program: Path, *arguments: str | Path, owner: str | None) -> None:
    # To a file, not a pipe: the server inherits it, and a pipe would stay open as long as it runs.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run([program, *arguments], cwd="/", stdin=subprocess.DEVNULL, stdout=said,
                              stderr=said, user=owner, group=owner, extra_groups=[] if owner else None,
                              check=False)  # fmt: skip
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{program.name}: {said.read().decode('utf-8', 'replace').strip()}")
