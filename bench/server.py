"""The real server: what a first view weighs, and how much memory a worker holds after 1,000 requests."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

PAGES = ("/fr/", "/fr/mesures/", "/fr/mesures/61/", "/fr/acteurs/", "/fr/chaine/", "/fr/glossaire/")
_ASSET = re.compile(r'(?:src|href)="(/static/[^"]+)"')


def measure(env: dict[str, str]) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [
            Path(sys.executable).with_name("relais"),
            "serve",
            "--prepare",
            "--port",
            str(port),
            "--workers",
            "1",
        ],
        env=env,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        connection = HTTPConnection("127.0.0.1", port)
        weights = [{"what": page, "kB": _first_view(connection, page) / 1000} for page in PAGES]
        before = _memory(server.pid)
        for i in range(1000):
            _get(connection, PAGES[i % len(PAGES)])
        after = _memory(server.pid)
    finally:
        server.terminate()
        server.wait()
    return weights, [{"what": "worker, resident", "at start": before, "after 1,000 requests": after}]


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def _get(connection: HTTPConnection, path: str) -> tuple[int, bytes]:
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Host": "localhost"})
    response = connection.getresponse()
    body = response.read()
    assert response.status == 200, (path, response.status)
    return len(body) + sum(len(k) + len(v) + 4 for k, v in response.getheaders()), body


def _first_view(connection: HTTPConnection, page: str) -> int:
    import gzip

    size, body = _get(connection, page)
    html = gzip.decompress(body).decode()
    return size + sum(_get(connection, asset)[0] for asset in set(_ASSET.findall(html)))


def _memory(parent: int) -> float:
    """Resident MiB of the one worker."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    status = Path(f"/proc/{children[0]}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]
