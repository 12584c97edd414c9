"""Run every benchmark, or some: each database in a process of its own, the server, the chain, charts, …

`python -m bench rights` runs that part alone; with PERSONS=12000000 it measures so many too, in minutes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.table import Table
from tests import machine
from tests.postgresql import throw_away_cluster

from bench import balance, chain, charts, crossings, disclosure, server
from bench.rights import tables

console = Console(width=110)


@contextmanager
def environment(**changes: str) -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as var:
        yield {**os.environ, "SECRET_KEY": "bench", "RELAIS_VAR": var, "DEBUG": "", **changes}


def show(title: str, rows: list[dict[str, object]]) -> None:
    table = Table(title=title, title_justify="left")
    for name in rows[0]:
        table.add_column(name, justify="left" if name == "what" else "right")
    for row in rows:
        table.add_row(*(f"{v:.1f}" if isinstance(v, float) else str(v) for v in row.values()))
    console.print(table)


def measured(module: str, title: str, url: str) -> None:
    """A table of what `module` measures in a process of its own, on the database at `url`."""
    with environment(DATABASE_URL=url) as env:
        done = subprocess.run(
            [sys.executable, "-m", module], env=env, check=True, stdout=subprocess.PIPE, text=True
        )
    show(title, json.loads(done.stdout))


def on_both(module: str, title: str) -> None:
    """On SQLite, and on a PostgreSQL of its own where this machine has one."""
    measured(module, f"{title}, on SQLite (ms)", "")
    if binaries := machine.postgresql():
        with throw_away_cluster(binaries) as url:
            measured(module, f"{title}, on PostgreSQL (ms)", url.replace("/relais", "/postgres"))
    else:
        console.print("PostgreSQL is not on this machine: left out")


def freeze_and_balance() -> None:
    with environment() as env:
        show("Freeze and balance of the full plan, in Dutch", balance.measure(env))


def one_server() -> None:
    with environment() as env:
        weights, memory = server.measure(env)
    show("First view of a page, over the wire, everything included (kB)", weights)
    show("One server process (MiB)", memory)


def rights() -> None:
    for title, rows in tables.measure(int(os.environ.get("PERSONS") or 0)):
        show(title, rows)


PARTS: dict[str, Callable[[], None]] = {
    "pages": lambda: on_both("bench.database", "In process, uncached"),
    "rounds": lambda: on_both("bench.rounds", "A yearly round of 1,000 actions"),
    "observatory": lambda: on_both("bench.observatory", "534,600 figures"),
    "balance": freeze_and_balance,
    "server": one_server,
    "chain": lambda: show("The chain: 5,000 measures and 20,000 links (ms)", chain.measure()),
    "charts": lambda: show("Charts: one drawing of each kind", charts.measure()),
    "disclosure": lambda: show("Small numbers hidden in a table of blocks (cells)", disclosure.measure()),
    "crossings": lambda: show(
        "Crossed groups: 20,000 persons, 72 strata (variances, seconds)", crossings.measure()
    ),
    "rights": rights,
}


def main(asked: list[str]) -> None:
    if unknown := set(asked) - set(PARTS):
        sys.exit(f"bench has no part {', '.join(sorted(unknown))}: it has {', '.join(PARTS)}")
    for name in asked or PARTS:
        PARTS[name]()


main(sys.argv[1:])
