"""Against a real SMTP dialogue, as the command runs: EMAIL_HOST works, and kill -9 sends nothing twice."""

from __future__ import annotations

import email
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from relais.apps.reminder.tests.sink import Sink, sink

ROOT = Path(__file__).parents[5]
PREPARE = """
import datetime as dt, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from relais.apps.reminder.tests.make import make_due, make_person
for name in ("first", "refused", "second", "third"):
    make_person(f"{name}@example.org")
make_due(dt.date(2026, 6, 1))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A database of its own, with four people for whom one thing is due."""
    prepared = {
        **os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "RELAIS_VAR": str(tmp_path),
        "DATABASE_URL": "", "MAIL_FROM": "Relais <relais@relais.example>",
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", PREPARE], env=prepared, check=True, cwd=ROOT)
    return prepared


def remind(environment: dict[str, str], server: Sink) -> subprocess.Popen[str]:
    command = [Path(sys.executable).with_name("relais"), "remind", "--on", "2026-06-01"]
    where = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(server.port)}
    return subprocess.Popen(
        command, env={**environment, **where}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def receivers(server: Sink) -> list[str]:
    return [email.message_from_string(mail)["To"].split("@")[0] for mail in server.mails]


def test_mails_go_out_by_smtp_and_a_refused_address_stops_nobody(environment: dict[str, str]) -> None:
    with sink() as server:
        said, logged = (run := remind(environment, server)).communicate()
        assert (said, run.returncode) == ("3 sent, 1 failed\n", 1), logged
        assert receivers(server) == ["first", "second", "third"]
        assert "550" in logged or "nobody of that name" in logged
        assert remind(environment, server).communicate()[0] == "0 sent, 1 failed\n"


def test_killed_in_the_middle_nobody_is_told_twice_what_was_logged(environment: dict[str, str]) -> None:
    with sink() as server:
        run: subprocess.Popen[str] | None = None

        def kill(number: int) -> None:
            if number == 2 and run:
                run.send_signal(signal.SIGKILL)

        server.on_mail = kill
        run = remind(environment, server)
        run.communicate()
        assert run.returncode == -signal.SIGKILL
        server.on_mail = lambda number: None
        before = len(server.mails)
        remind(environment, server).communicate()
        assert receivers(server)[0] == "first"
        assert receivers(server)[before:] == ["second", "third"], "what was in hand goes again, and the rest"
        ids = [email.message_from_string(mail)["Message-ID"] for mail in server.mails]
        assert ids[1] == ids[2], "the one that went twice is the same mail"


def test_without_a_database_the_command_says_what_to_do(tmp_path: Path) -> None:
    environment = {**os.environ, "RELAIS_VAR": str(tmp_path), "DATABASE_URL": "", "SECRET_KEY": "x"}
    for command in ("remind", "digest"):
        relais = [Path(sys.executable).with_name("relais"), command]
        said = subprocess.run(relais, env=environment, capture_output=True, text=True, check=False).stderr
        assert "run `relais load` first" in said
        assert "Traceback" not in said
