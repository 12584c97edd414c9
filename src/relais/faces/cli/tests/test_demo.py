"""`relais demo`: a year that never was, in a database of its own, with every row and every page marked."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.test import Client, override_settings

MARKED = ("accounts_organisation", "coordination_action", "coordination_ask", "consultation_consultation",
          "meeting_group", "reporting_round")  # fmt: skip


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Where the command kept its files, and what it printed."""
    var = tmp_path_factory.mktemp("var")
    command = [Path(sys.executable).with_name("relais"), "demo", "--only-fill"]
    environment = {**os.environ, "RELAIS_VAR": str(var), "DATABASE_URL": f"sqlite:///{var}/real.sqlite3"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return var, done.stdout


@pytest.fixture
def demo(run: tuple[Path, str]) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(run[0] / "demo.sqlite3")) as connection:
        yield connection


def one(demo: sqlite3.Connection, query: str) -> int:
    return int(demo.execute(query).fetchone()[0])


def test_the_database_of_the_site_is_not_touched(run: tuple[Path, str]) -> None:
    assert not (run[0] / "real.sqlite3").exists()


@pytest.mark.parametrize("table", MARKED)
def test_every_row_of_the_year_is_marked_as_fiction(demo: sqlite3.Connection, table: str) -> None:
    assert one(demo, f"select count(*) from {table}") > 0
    assert one(demo, f"select count(*) from {table} where not is_fictional") == 0


def test_the_year_has_what_a_real_one_has(demo: sqlite3.Connection) -> None:
    replies = {row[0] for row in demo.execute("select reply from coordination_askanswer")}
    assert replies == {"accepted", "conditions", "contested"}
    silent = (
        "select count(*) from coordination_ask where id not in (select ask_id from coordination_askanswer)"
    )
    assert one(demo, silent) == 1
    assert one(demo, "select count(*) from coordination_blocker") == 1
    assert one(demo, "select count(*) from coordination_gate") == 1
    assert one(demo, "select count(*) from reporting_report where state = 'validated'") == 2
    assert one(demo, "select count(*) from freeze_freeze where is_fictional") == 2


def test_everyone_whom_it_names_can_sign_in(run: tuple[Path, str], demo: sqlite3.Connection) -> None:
    named = set(re.findall(r"^  (\S+@\S+)", run[1], flags=re.MULTILINE))
    assert named == {row[0] for row in demo.execute("select email from accounts_user")}
    assert all(address.endswith(".example.org") for address in named)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nl/", "/fr/mesures/61/", "/en/themes/", "/nl/aanmelden/"])
def test_every_page_of_a_trial_site_says_so(client: Client, path: str) -> None:
    assert 'class="fiction"' not in client.get(path).content.decode()
    with override_settings(FICTION=True):
        assert client.get(path).content.decode().count('class="fiction"') == 1
