"""`relais rights columns` and `run`: what the law gives everyone in a population, from Parquet to Parquet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from relais.apps.check import catalogue
from relais.apps.check.cli.households import LAST, rights
from relais.core.rights.bulk.arrow import column_name
from relais.core.rights.bulk.extras import NotInstalled
from relais.core.rights.bulk.parts import Job, Part, run_parts
from relais.core.rights.bulk.plans import plan
from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON
from relais.core.rights.problems import FlawedLaw, WrongInput

FILES = click.Path(path_type=Path, exists=True)
ASK = click.option("--ask", multiple=True, required=True, help="A right, or a rule as child_benefit.monthly.")
DATE = click.option("--date", required=True, help="The law of this day, as 2025-02-01.")
HOLDS = {"yes-no": "true or false", "date": "a day"}


@rights.command("columns")
@ASK
@DATE
def list_columns(ask: tuple[str, ...], date: str) -> None:
    """The columns that `relais rights run` needs: of which file, with which values.

    \b
    Examples:
      relais rights columns --ask legal_aid --date 2024-06-01
    """
    try:
        made = plan(catalogue.law(_day(date)), _rules(ask, _day(date)), use_last=True)
    except (WrongInput, FlawedLaw) as error:
        raise click.ClickException(str(error)) from None
    for node in sorted(made.inputs, key=lambda node: (node.entity != PERSON, node.name)):
        assert isinstance(node.what, Input)
        holds = " | ".join(node.what.options) or HOLDS.get(node.what.kind, node.unit)
        name = column_name(made.law, node)
        click.echo(f"{node.entity}s  {name:<36}{holds}\n{'':12}{node.what.question.said('en').words}")


@rights.command("run")
@click.argument("persons", type=FILES)
@click.option("--households", type=FILES, help="A file, or a folder of files called as those of the persons.")
@ASK
@DATE
@click.option("--output", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="How many threads.")
@LAST
def run_population(
    persons: Path, households: Path | None, ask: tuple[str, ...], date: str, output: Path, workers: int,
    use_last: bool,
) -> None:  # fmt: skip
    """What the law gives everyone in PERSONS, a Parquet file or a folder of them, sorted by household.

    Results go to OUTPUT/persons and OUTPUT/households, the totals to the screen. `relais rights columns` says
    what the files must hold.

    \b
    Examples:
      relais rights run persons.parquet --households households.parquet \\
        --ask child_benefit --date 2025-02-01 --output results
    """
    try:
        job = Job(_day(date), _rules(ask, _day(date)), use_last, workers)
        done = run_parts(job, _parts(persons, households, output))
    except (WrongInput, FlawedLaw, NotInstalled) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"On {date}: {done.persons:,} persons in {done.households:,} households.")
    nodes = catalogue.law(job.date).nodes
    for name, total in done.totals.items():
        yes = nodes[name].unit == "bool"
        click.echo(
            f"{name:<44}{total:>20,.0f} times yes" if yes else f"{name:<44}{total:>20,.2f} {nodes[name].unit}"
        )


def _day(date: str) -> dt.date:
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        raise WrongInput(f"--date: {date!r} is no day, write it as 2025-02-01") from None


def _rules(ask: tuple[str, ...], date: dt.date) -> tuple[str, ...]:
    """The verdict and the amount of each right, and each rule that was named."""
    known, nodes = catalogue.rights(), catalogue.law(date).nodes
    asked: list[str] = []
    for name in ask:
        about = known.get(name)
        each = [f"{name}.{rule}" for rule in (about.verdict, about.amount) if rule] if about else [name]
        if not each or any(rule not in nodes for rule in each):
            raise WrongInput(f"--ask: on {date} there is nothing called “{name}” that is computed")
        asked += each
    return tuple(dict.fromkeys(asked))


def _parts(persons: Path, households: Path | None, output: Path) -> list[Part]:
    if persons.is_file():
        return [Part(persons, households, output)]
    files = sorted(persons.glob("*.parquet"))
    if not files:
        raise WrongInput(f"{persons}: there is no file *.parquet in it")
    return [Part(file, households / file.name if households else None, output) for file in files]
