"""A mail server of a few lines: takes everything, keeps it, and may end whoever sends."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Sink(socketserver.ThreadingTCPServer):
    """`mails` are the letters taken, as sent. `on_mail(n)`, before the sender hears that the n-th is taken,
    may end it. It refuses recipients that begin with "refused".
    """

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Dialogue)
        self.mails: list[str] = []
        self.on_mail: Callable[[int], None] = lambda number: None

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Dialogue(socketserver.StreamRequestHandler):
    server: Sink

    def handle(self) -> None:
        self._say("220 sink")
        while line := self.rfile.readline().decode().strip():
            match line.split(" ")[0].upper():
                case "DATA":
                    self._take()
                case "QUIT":
                    self._say("221 bye")
                    return
                case "RCPT" if ":<refused" in line:
                    self._say("550 nobody of that name")
                case _:
                    self._say("250 fine")

    def _take(self) -> None:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline().decode()) not in (".\r\n", ""):
            lines.append(line.removeprefix("."))
        self.server.mails.append("".join(lines))
        self.server.on_mail(len(self.server.mails))
        self._say("250 taken")

    def _say(self, words: str) -> None:
        try:
            self.wfile.write(f"{words}\r\n".encode())
        except OSError:  # whoever sent was ended
            return


@contextmanager
def sink() -> Iterator[Sink]:
    """A running one."""
    with Sink() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
