"""`relais serve`: the site on gunicorn, never on a development server."""

from __future__ import annotations

import os
import socket
import sys

import click
from django.core.management import call_command
from django.db import OperationalError, ProgrammingError

from relais.apps.accounts.models import Organisation
from relais.apps.languages.catalogs import catalogs, compile_catalogs
from relais.apps.plan.cli import LOAD_FIRST, no_database
from relais.apps.plan.models import Measure
from relais.faces.cli.data import load


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", type=click.IntRange(1, 65535))
@click.option("--workers", default=2, show_default=True, envvar="WEB_CONCURRENCY", type=click.IntRange(1))
@click.option("--prepare", is_flag=True, help="First migrate, load data/, and make files ready.")
@click.pass_context
def serve(context: click.Context, host: str, port: int, workers: int, prepare: bool) -> None:
    """Serve the site with gunicorn. PORT and WEB_CONCURRENCY in the environment work too.

    \b
    Examples:
      relais serve --prepare
      PORT=9000 relais serve
      DATABASE_URL=postgres://user:password@host/relais relais serve --host 0.0.0.0
    """
    _require_free(host, port)
    if prepare:
        make_files()
        context.invoke(load, folder=None, dry_run=False)
    _require_plan()
    if Organisation.objects.filter(is_fictional=True).exists():
        os.environ["FICTION"] = "1"
    click.echo(f"Relais is on http://{host}:{port} (stop with Ctrl+C)")
    sys.stdout.flush()
    os.execv(
        sys.executable,
        [sys.executable, "-m", "gunicorn", "relais.config.wsgi",
         "--bind", f"{host}:{port}", "--workers", str(workers), "--threads", "4", "--preload",
         "--log-level", "warning"],
    )  # fmt: skip


def make_files() -> None:
    """The compiled catalogues and the static files, without which no page can be served."""
    compile_catalogs(catalogs())
    call_command("collectstatic", verbosity=0, interactive=False)


def _require_plan() -> None:
    try:
        is_loaded = Measure.objects.exists()
    except (OperationalError, ProgrammingError) as error:
        raise no_database(error) from None
    if not is_loaded:
        raise click.ClickException(LOAD_FIRST)


def _require_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(
                f"cannot listen on {host}:{port} ({error.strerror}): "
                f"stop what is there or choose another port, PORT={port + 1} make run"
            ) from None
