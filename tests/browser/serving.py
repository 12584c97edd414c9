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
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
RELAIS = Path(sys.executable).with_name("relais")
PATIENCE = 240  # seconds to load data/ and to start


@dataclass(frozen=True, slots=True)
class Site:
    """A running site: its address, and the environment in which it runs."""

    address: str
    environment: dict[str, str]

    def run(self, module: str, *arguments: str) -> str:
        """Run `python -m module` beside the server, on its database; gives what it printed.

        Raises RuntimeError with what it said when it fails. This process cannot touch that database itself.
        """
        return self._said(sys.executable, "-m", module, *arguments)

    def relais(self, *arguments: str) -> str:
        """Run `relais …` beside the server; gives what it printed. Raises RuntimeError as `run` does."""
        return self._said(str(RELAIS), *arguments)

    def _said(self, *command: str) -> str:
        done = subprocess.run(command, cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False)  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} failed: {done.stderr}")
        return done.stdout.strip()


@contextmanager
def served(*, is_bare: bool = False, **settings: str) -> Iterator[Site]:
    """Start the server, with `settings` in its environment, and with the rows of tests.examples unless bare.

    Raises RuntimeError with what it said when it does not answer.
    """
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="relais-served-") as folder, tempfile.TemporaryFile("w+") as said:
        environment = {
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "RELAIS_VAR": folder,
            "DATABASE_URL": "",
            **settings,
        }
        server = subprocess.Popen(
            [RELAIS, "serve", "--prepare", "--port", str(port)],
            cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        )  # fmt: skip
        try:
            if not _answers(server, port):
                said.seek(0)
                raise RuntimeError(f"the server did not start: {said.read()}")
            site = Site(f"http://localhost:{port}", environment)
            if not is_bare:
                site.run("tests.examples")
            yield site
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
