"""What the environment decides, seen from outside: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

ASK = """
import django
django.setup()
from django.test import Client
response = Client(headers={"host": "localhost"}).get("/robots.txt", headers={"X-Forwarded-Proto": "%s"})
print(response.status_code, dict(response.headers))
"""


def start(code: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `code` where only `settings` are set."""
    kept = {name: os.environ[name] for name in ("PATH", "RELAIS_VAR", "DJANGO_SETTINGS_MODULE")}
    environment = {**kept, "PYTHONPATH": str(ROOT / "src"), **settings}
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True,
                          text=True, check=False)  # fmt: skip


def test_without_a_secret_key_it_refuses_to_start() -> None:
    done = start("import django; django.setup()")
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr


def test_without_a_secret_key_the_command_says_so_in_one_line() -> None:
    done = start("import sys; sys.argv = ['relais', 'check']; from relais.faces.cli.main import main; main()")
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "SECRET_KEY" in done.stderr


def test_debug_is_off_unless_asked_for() -> None:
    asked = "import django; django.setup(); from django.conf import settings; print(settings.DEBUG)"
    assert start(asked, SECRET_KEY="x").stdout == "False\n"
    assert start(asked, DEBUG="1").stdout == "True\n"


def test_behind_tls_the_browser_is_told_to_stay_there() -> None:
    done = start(ASK % "https", SECRET_KEY="x", BEHIND_TLS="1")
    assert done.stdout.startswith("200 "), done.stderr
    assert "'Strict-Transport-Security': 'max-age=31536000" in done.stdout


def test_behind_tls_plain_http_is_sent_to_https() -> None:
    done = start(ASK % "http", SECRET_KEY="x", BEHIND_TLS="1")
    assert done.stdout.startswith("301 "), done.stderr
    assert "'Location': 'https://localhost/robots.txt'" in done.stdout


def test_elsewhere_nothing_speaks_of_tls() -> None:
    done = start(ASK % "http", SECRET_KEY="x")
    assert done.stdout.startswith("200 "), done.stderr
    assert "Strict-Transport-Security" not in done.stdout
