"""The verdict on an advice, item by item: tables in a terminal, plain lines in a pipe."""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from relais.core.advice import Advice, Finding

GROUPS = {"theme": "Themes", "measure": "Measures", "part": "Parts", "annex": "Annex", "table": "Tables"}
STYLES = {"same": "green", "differs": "yellow", "missing": "red", "unexpected": "red", "read": "blue"}


def show(advice: Advice, findings: list[Finding]) -> None:
    """Every item under its noun, then one line that counts."""
    console = Console()
    for noun, title in GROUPS.items():
        rows = list(_rows(noun, advice, findings))
        if not rows:
            continue
        if console.is_terminal:
            console.print(_table(title, rows))
        else:
            click.echo(f"{title}:")
            for key, state, where, details in rows:
                click.echo(f"  {noun} {key}: {state}{f' ({where})' if where else ''}")
                for detail in details:
                    click.echo(f"      {detail}")
    click.echo(closing_line(advice, findings))


Row = tuple[str, str, str, tuple[str, ...]]


def _rows(noun: str, advice: Advice, findings: list[Finding]) -> Iterator[Row]:
    for finding in findings:
        if finding.noun == noun:
            where = f"page {finding.page}, line {finding.line}" if finding.page else ""
            yield finding.key, finding.state, where, finding.details
    if noun == "table" and not any(finding.noun == "table" for finding in findings):
        for number, table in enumerate(advice.tables, 1):
            where = f"page {table.page}, line {table.line}"
            yield str(number), "read", where, (table.title, *(error.reason for error in table.misprints))


def _table(title: str, rows: list[Row]) -> Table:
    table = Table(title=title, title_justify="left", box=None, padding=(0, 2, 0, 0))
    for heading in ("", "verdict", "where", "how"):
        table.add_column(heading, overflow="fold")
    for key, state, where, details in rows:
        table.add_row(key, Text(state, STYLES[state]), where, Text("\n".join(details)))
    return table


def closing_line(advice: Advice, findings: list[Finding]) -> str:
    """How many things there are, and how many of them are not the same."""
    differing = sum(finding.state != "same" for finding in findings)
    counts = ", ".join(
        (
            _counted(len(advice.measures), "measure"),
            _counted(len(advice.themes), "theme"),
            _counted(sum(len(measure.parts) for measure in advice.measures), "part"),
            _counted(sum(len(named.actors) for named in advice.annex), "annex entry", "annex entries"),
            _counted(len(advice.tables), "table"),
        )
    )
    return f"{counts}: {_counted(differing, 'difference') if differing else 'all the same'}."


def _counted(count: int, one: str, several: str | None = None) -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"
