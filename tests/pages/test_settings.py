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


SHOW = "import django; django.setup(); from django.conf import settings as s; print(%s)"


def shown(expression: str, **settings: str) -> str:
    """What `expression` of the settings, called s, gives where only `settings` are set."""
    return start(SHOW % expression, SECRET_KEY="x", **settings).stdout.strip()


def test_a_second_factor_is_required_behind_tls_unless_it_is_switched_off() -> None:
    assert shown("s.REQUIRE_SECOND_FACTOR") == "False"
    assert shown("s.REQUIRE_SECOND_FACTOR", BEHIND_TLS="1") == "True"
    assert shown("s.REQUIRE_SECOND_FACTOR", BEHIND_TLS="1", REQUIRE_SECOND_FACTOR="0") == "False"
    assert shown("s.REQUIRE_SECOND_FACTOR", REQUIRE_SECOND_FACTOR="1") == "True"


def test_behind_tls_cookies_travel_over_tls_only_and_the_proxy_tells_who_asks() -> None:
    asked = "s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.ALLAUTH_TRUSTED_PROXY_COUNT"
    assert shown(asked) == "False False 0"
    assert shown(asked, BEHIND_TLS="1") == "True True 1"


def test_letters_are_printed_unless_a_folder_or_a_server_is_named() -> None:
    asked = "s.EMAIL_BACKEND.split('.')[-2], getattr(s, 'EMAIL_FILE_PATH', '')"
    assert shown(asked).strip() == "console None" or shown(asked).strip() == "console"
    assert shown(asked, MAIL_FOLDER="letters") == "filebased letters"
    assert shown(asked, EMAIL_HOST="mail.example").startswith("smtp")


def test_port_of_the_mail_server_says_how_it_is_spoken_to() -> None:
    asked = "s.EMAIL_USE_SSL, s.EMAIL_USE_TLS"
    ports = {"465": "True False", "587": "False True", "25": "False False"}
    assert {port: shown(asked, EMAIL_HOST="mail.example", EMAIL_PORT=port) for port in ports} == ports


def test_provider_is_there_when_the_environment_names_one() -> None:
    asked = "[a['name'] for a in s.SOCIALACCOUNT_PROVIDERS['openid_connect']['APPS']]"
    assert shown(asked) == "[]"
    assert shown(asked, OIDC_ISSUER="https://id.example", OIDC_NAME="Sleutel") == "['Sleutel']"


def test_commands_know_how_the_site_is_reached() -> None:
    assert shown("s.PUBLIC_ADDRESS", PUBLIC_ADDRESS="https://relais.example/") == "https://relais.example"
