"""`relais demo`: a scratch site with a fictional year, in which to click through a full round."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from relais.apps.observatory.loader import load_observatory, read_observatory
from relais.apps.plan.loader import load_plan, read_plan
from relais.faces.cli.fiction.cast import PASSWORD
from relais.faces.cli.fiction.year import tell
from relais.faces.cli.server import make_files, serve

FILE = "demo.sqlite3"


@click.command()
@click.option("--port", default=8001, show_default=True, type=click.IntRange(1, 65535))
@click.option("--only-fill", is_flag=True, help="Make the scratch database, and do not serve it.")
@click.pass_context
def demo(context: click.Context, port: int, only_fill: bool) -> None:
    """Make a scratch database with a fictional year, say who can sign in, and serve it. Every page is marked.

    The database is var/demo.sqlite3, made anew each time; that of the site is never touched.

    \b
    Examples:
      relais demo
      relais demo --port 9000
      relais demo --only-fill
    """
    file = Path(settings.VAR) / FILE
    if Path(str(connection.settings_dict["NAME"])) != file:
        for path in (file, file.with_name(f"{FILE}-wal"), file.with_name(f"{FILE}-shm")):
            path.unlink(missing_ok=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        os.environ |= {"DATABASE_URL": f"sqlite:///{file}", "FICTION": "1", "REQUIRE_SECOND_FACTOR": "0"}
        sys.stdout.flush()
        os.execv(sys.executable, [sys.executable, *sys.argv])
    _fill(file)
    if not only_fill:
        context.invoke(serve, host="127.0.0.1", port=port, workers=2, prepare=False)


def _fill(file: Path) -> None:
    """The plan is real; what real bodies declared is left out, so that no fiction is told of them."""
    make_files()
    call_command("migrate", verbosity=0)
    load_observatory(read_observatory(settings.DATA))
    load_plan(read_plan(settings.DATA / "plan"))
    cast = tell()
    click.echo(f"A fictional year is in {file}. Sign in with one of these, password “{PASSWORD}”:")
    for seat in cast.seats:
        click.echo(f"  {seat.email:<48} {seat.role.value}")
