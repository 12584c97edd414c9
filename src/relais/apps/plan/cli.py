"""`relais import advice` and `relais export plan`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from django.conf import settings
from django.db import OperationalError, ProgrammingError

from relais.apps.plan import models as m
from relais.apps.plan.actions import import_advice
from relais.apps.plan.exports import FORMATS, plan_as_data
from relais.apps.plan.loader import read_plan
from relais.apps.plan.official import document_of, expected_of, is_blocking
from relais.apps.plan.verdicts import show
from relais.core.advice import Advice, AdviceError, as_json, compare, read
from relais.core.texts.problem import FileProblems

LOAD_FIRST = "nothing is loaded yet: run `relais load` first"


@click.group("import")
def import_group() -> None:
    """Bring official wording in from a document.

    \b
    Examples:
      relais import advice advice.txt --check
      relais import advice advice.txt
    """


@import_group.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Only compare; store nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="A verdict to read, or only what was read, as JSON.")  # fmt: skip
def advice(file: Path, only_check: bool, form: str) -> None:
    """Read the text of an advice, compare it with data/plan, and keep its official wording and tables.

    FILE is the text of the document, in UTF-8, as pdftotext gives it. It is read whole or not at all.
    The wording is stored only when every measure and every part has the same number on both sides;
    other differences are shown and do not block. With --check nothing is stored, and the exit code is 1
    when anything differs. With --format json what was read is printed, and nothing else happens.

    \b
    Examples:
      relais import advice advice.txt --check
      relais import advice advice.txt
      relais import advice advice.txt --format json > advice.json
    """
    document = _read(file)
    if form == "json":
        click.echo(json.dumps(as_json(document), ensure_ascii=False, indent=2))
        return
    try:
        plan = read_plan(settings.DATA / "plan")
        slug = document_of(plan)
    except (FileProblems, LookupError) as error:
        raise click.ClickException(f"data/plan cannot be compared with:\n{error}") from None
    findings = compare(document, expected_of(plan))
    show(document, findings)
    if only_check:
        sys.exit(1 if any(finding.state != "same" for finding in findings) else 0)
    if blocking := [finding for finding in findings if is_blocking(finding)]:
        named = ", ".join(f"{finding.noun} {finding.key} {finding.state}" for finding in blocking)
        raise click.ClickException(f"nothing is stored, for numbers do not agree: {named}")
    _store(slug, document)


def _read(file: Path) -> Advice:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from None
    if content.startswith(b"%PDF"):
        raise click.ClickException(f"{file} is a PDF: take its text first, `pdftotext {file} advice.txt`")
    try:
        return read(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise click.ClickException(f"{file}:{line}: is not UTF-8: save the file as UTF-8") from None
    except AdviceError as error:
        raise click.ClickException(f"{file}: {error}") from None


def _store(slug: str, advice: Advice) -> None:
    try:
        import_advice(document=m.Document.objects.get(slug=slug), advice=advice)
    except (m.Document.DoesNotExist, ProgrammingError):
        raise click.ClickException(LOAD_FIRST) from None
    except LookupError as error:
        raise click.ClickException(str(error)) from None
    except OperationalError as error:
        raise no_database(error) from None
    click.echo("Stored: official wording and tables.")


@click.group("export")
def export_group() -> None:
    """Write what the database holds to a file.

    \b
    Examples:
      relais export plan --format json
      relais export plan --format xlsx --output plan.xlsx
    """


@export_group.command()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="json", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), help="A file instead of standard output.")
def plan(form: str, output: Path | None) -> None:
    """The whole plan as JSON, CSV tables in a zip, or a spreadsheet. The same plan gives the same bytes.

    \b
    Examples:
      relais export plan --format json | head
      relais export plan --format csv --output plan.zip
      relais export plan --format xlsx > plan.xlsx
    """
    chosen = FORMATS[form]
    if output is None and chosen.is_binary and is_terminal():
        raise click.ClickException(
            f"{form} is not text: add --output {chosen.file_name}, or > {chosen.file_name}"
        )
    try:
        data = plan_as_data()
    except (OperationalError, ProgrammingError) as error:
        raise no_database(error) from None
    if not data["measures"]:
        raise click.ClickException(LOAD_FIRST)
    content = chosen.write(data)
    if output is None:
        sys.stdout.buffer.write(content)
        return
    _write(output, content)


def is_terminal() -> bool:
    """Whether a person would see what is written."""
    return sys.stdout.isatty()


def _write(file: Path, content: bytes) -> None:
    """All or nothing: a reader never finds half a file."""
    fresh = file.with_name(f".{file.name}.new")
    try:
        fresh.write_bytes(content)
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise click.ClickException(f"{file}: {error.strerror}") from None


def no_database(error: Exception) -> click.ClickException:
    """What to do about a database that is not there, or that holds no tables yet."""
    said = str(error).strip().splitlines()[0]
    if "no such table" in said or "does not exist" in said:
        return click.ClickException(LOAD_FIRST)
    return click.ClickException(f"the database does not answer: {said}. Look at DATABASE_URL")
