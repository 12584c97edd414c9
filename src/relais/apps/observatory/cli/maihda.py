"""`relais data maihda`: estimates of crossed groups from a file of answers, which is read and forgotten."""

from __future__ import annotations

import csv
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from relais.apps.observatory.cli.group import data
from relais.core.figures.crossings import (
    About,
    Kind,
    NotToBeStudied,
    Read,
    Study,
    columns,
    figures,
    read_answers,
    report,
    study,
)
from relais.core.figures.cube import WrongPeriod, period_of
from relais.core.figures.disclosure import SURVEY
from relais.core.texts.problem import FileProblems

FIGURES, REPORT = "figures.csv", "report.md"


@data.command("maihda")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--outcome", required=True, help="The column of the answer.")
@click.option(
    "--strata", required=True, help="Two to four columns, as sex,family_type,origin: our dimensions."
)
@click.option(
    "--kind", type=click.Choice(Kind), default=Kind.YES_NO, show_default=True, help="Of the answer."
)
@click.option(
    "--minimum",
    type=click.IntRange(SURVEY.threshold),
    default=SURVEY.threshold,
    show_default=True,
    help="A stratum with fewer answers is left out of the models, and hidden.",
)
@click.option("--definition", required=True, help="Of which definition these are figures (its slug).")
@click.option("--place", required=True, help="Of which place (its code).")
@click.option("--period", required=True, help="Of when, as 2025 or 2025-01.")
@click.option("--decimals", type=click.IntRange(0, 6), default=1, show_default=True, help="In the figures.")
@click.option("--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="A folder.")
def maihda(
    file: Path, outcome: str, strata: str, kind: Kind, minimum: int, definition: str, place: str, period: str,
    decimals: int, output: Path,
) -> None:  # fmt: skip
    """How far groups lie apart where characteristics cross, from FILE: a person a line, CSV or Parquet.

    OUTPUT gets figures.csv, to be imported as a release and judged by a second person, and report.md with
    what the models find. Nothing of FILE is kept, here or in the database. A row that lacks something is left
    out, and counted. Survey weights are not used: estimates are of the persons in the file.

    \b
    Examples:
      relais data maihda answers.csv --outcome poor --strata sex,family_type,origin \\
        --definition arop_rate --place 04000 --period 2025 --output poverty
    """
    names = tuple(name.strip() for name in strata.split(","))
    try:
        about = About(definition, place, period_of(period).code, decimals)
        with _progress() as progress:
            reading = progress.add_task("Reading", total=None)
            read = read_answers(
                file, outcome, names, kind,
                lambda rows: progress.update(reading, description=f"Reading: {rows:,} rows"),
            )  # fmt: skip
            progress.add_task("Fitting", total=None)
            found = study(read.answers, minimum)
    except WrongPeriod as error:
        raise click.ClickException(f"--period: {error}") from None
    except FileProblems as error:
        raise click.ClickException(f"nothing was computed:\n{error}") from None
    except NotToBeStudied as error:
        raise click.ClickException(str(error)) from None
    _write(output, found, read, about)
    _tell(read)
    shown, hidden = len(found.strata), len(found.hidden)
    click.echo(f"{shown} strata shown, {hidden} hidden: {output / FIGURES}, {output / REPORT}.")


def _progress() -> Progress:
    """On standard error, and only for a person who is looking."""
    console = Console(stderr=True)
    shown = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    return Progress(*shown, console=console, transient=True, disable=not console.is_terminal)


def _write(output: Path, found: Study, read: Read, about: About) -> None:
    output.mkdir(parents=True, exist_ok=True)
    with (output / FIGURES).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns(found))
        table.writerows(figures(found, about))
    (output / REPORT).write_text(report(found, read, about) + "\n", encoding="utf-8")


def _tell(read: Read) -> None:
    """Exact numbers are for whoever has the file: they stand on the screen, and in no file."""
    gaps = ", ".join(f"{name} {count:,}" for name, count in read.missing.items() if count)
    left_out = f"; {read.incomplete:,} left out, missing: {gaps}" if gaps else ""
    click.echo(f"{read.rows:,} rows read{left_out}.", err=True)
