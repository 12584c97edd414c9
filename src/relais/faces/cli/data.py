"""`relais load` and `relais check`: the files in data/ and the database."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, ProgrammingError, transaction

from relais.apps.coordination.files import CoordinationFiles
from relais.apps.coordination.loader import load_coordination, read_coordination
from relais.apps.observatory.files.reading import ObservatoryFiles
from relais.apps.observatory.loader import load_observatory, read_observatory
from relais.apps.plan.cli import no_database
from relais.apps.plan.files import PlanFiles
from relais.apps.plan.loader import load_plan, read_plan
from relais.apps.ui.progress import steps
from relais.core.texts.problem import FileProblems

FOLDER = click.option(
    "--data",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to read instead of data/.",
)


@dataclass(frozen=True, slots=True)
class Data:
    """All that data/ says."""

    plan: PlanFiles
    coordination: CoordinationFiles
    observatory: ObservatoryFiles


def read_data(folder: Path) -> Data:
    """All of data/, verified. Raises FileProblems; touches no database."""
    plan = read_plan(folder / "plan")
    return Data(plan, read_coordination(folder / "coordination", plan), read_observatory(folder))


def problems_as_error(error: FileProblems) -> click.ClickException:
    """Every problem on its own line, then how many."""
    count = len(error.problems)
    return click.ClickException(f"{count} problem{'s' if count > 1 else ''} in data:\n{error}")


@click.command()
@FOLDER
def check(folder: Path | None) -> None:
    """Verify every file in data/, naming file, line and what to do. Touches no database.

    \b
    Examples:
      relais check
      relais check --data ../another-city/data
    """
    try:
        data = read_data(folder or settings.DATA)
    except FileProblems as error:
        raise problems_as_error(error) from None
    plan, coordination, observatory = data.plan, data.coordination, data.observatory
    links = sum(len(entries) for entries in plan.links.values())
    click.echo(
        f"Sound: {len(plan.themes)} themes, {len(plan.measures)} measures, {len(plan.actors)} actors, "
        f"{links} links, {len(plan.demands)} demands, {len(plan.documents)} documents, "
        f"{len(plan.terms)} terms, {len(coordination.organisations)} organisations, "
        f"{sum(len(entry.record.actions) for entry in coordination.executions)} actions of earlier plans, "
        f"{len(observatory.indicators)} indicators, {sum(map(len, observatory.rows.values()))} figures."
    )


@click.command()
@FOLDER
@click.option("--check", "dry_run", is_flag=True, help="Only read and verify; change nothing.")
@click.pass_context
def load(context: click.Context, folder: Path | None, dry_run: bool) -> None:
    """Load data/ into the database: all of it or nothing, and twice is the same as once.

    \b
    Examples:
      relais load
      relais load --check
    """
    if dry_run:
        context.invoke(check, folder=folder)
        return
    started = time.perf_counter()
    try:
        with steps() as progress:
            progress.add_task("Preparing the database", total=None)
            call_command("migrate", verbosity=0, interactive=False)
            progress.add_task("Reading data", total=None)
            data = read_data(folder or settings.DATA)
            progress.add_task("Writing", total=None)
            with transaction.atomic():
                load_observatory(data.observatory)
                load_plan(data.plan)
                load_coordination(data.coordination)
    except FileProblems as error:
        raise problems_as_error(error) from None
    except (OperationalError, ProgrammingError) as error:
        raise no_database(error) from None
    click.echo(f"Loaded {len(data.plan.measures)} measures in {time.perf_counter() - started:.1f} s.")
