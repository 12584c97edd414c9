"""The site as it is served: `relais serve` on a port of its own, with its own database and static files."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds to load data/ and to start


@contextmanager
def served() -> Iterator[str]:
    """Start the server; gives its address. Raises RuntimeError with what it said when it does not answer."""
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="relais-served-") as folder, tempfile.TemporaryFile("w+") as said:
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "RELAIS_VAR": folder,
            "DATABASE_URL": "",
        }
        server = subprocess.Popen(
            [Path(sys.executable).with_name("relais"), "serve", "--prepare", "--port", str(port)],
            cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        )  # fmt: skip
        try:
            if not _answers(server, port):
                said.seek(0)
                raise RuntimeError(f"the server did not start: {said.read()}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    give_up = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < give_up:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return True
        except OSError:
            time.sleep(0.05)  # nothing tells that a process listens
    return False
