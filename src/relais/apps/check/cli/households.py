"""`relais rights check FILE`, `relais rights list`, `relais rights explain`, `relais rights schema`."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import click

from relais.apps.check import catalogue
from relais.apps.check.household import HouseholdFile, read_household, schema, written
from relais.core.rights.outcomes import Checked, Outcome, State, check
from relais.core.rights.problems import FlawedLaw, WrongInput
from relais.core.rights.unknown import Need
from relais.core.rights.words.explaining import explained
from relais.core.rights.words.wording import KNOWN_TO, Named, lines, paragraph
from relais.core.rights.words.wording import written as said
from relais.core.texts.problem import FileProblems
from relais.core.texts.text import LANGUAGES

LANGUAGE = click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
LAST = click.option(
    "--use-last", is_flag=True, help="Where an amount is not known that day, use the last one."
)
STATES = {
    State.ENTITLED: "entitled", State.NOT_ENTITLED: "not entitled", State.DEPENDS: "it depends",
    State.FACTS: "facts only",
}  # fmt: skip


@click.group()
def rights() -> None:
    """What a family is entitled to, and why, as the catalogue says it. Touches no database.

    \b
    Examples:
      relais rights list
      relais rights check household.yaml
    """


@rights.command("list")
@LANGUAGE
def list_rights(language: str) -> None:
    """Every right, with the body that grants it.

    \b
    Examples:
      relais rights list
      relais rights list --language fr
    """
    for name, about in catalogue.rights().items():
        click.echo(f"{name:<28}{about.name.said(language).words} ({about.body.said(language).words})")


@rights.command("check")
@FILE
@LAST
@LANGUAGE
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def check_household(file: Path, use_last: bool, language: str, as_json: bool) -> None:
    """What the household in FILE (JSON or YAML) is entitled to, right by right.

    \b
    Examples:
      relais rights check household.yaml
      relais rights check household.json --use-last --language nl
    """
    told, checked = _checked(file, use_last)
    if as_json:
        click.echo(json.dumps([plain(outcome) for outcome in checked.outcomes], indent=2))
        return
    click.echo(f"On {told.date}. This is information, not a decision.")
    for outcome in checked.outcomes:
        click.echo(f"{outcome.about.name.said(language).words}: {in_words(outcome, language)}")


@rights.command("explain")
@click.argument("right")
@FILE
@LAST
@LANGUAGE
def explain(right: str, file: Path, use_last: bool, language: str) -> None:
    """How the result of RIGHT for the household in FILE came about: in a paragraph, then step by step.

    \b
    Examples:
      relais rights explain child_benefit household.yaml
      relais rights explain child_benefit household.yaml --language fr
    """
    about = catalogue.rights().get(right)
    if about is None or not about.verdict:
        raise click.ClickException(f"there is no right “{right}” that is computed: see `relais rights list`")
    result = _checked(file, use_last)[1].result
    name = f"{right}.{about.amount or about.verdict}"
    for of in result.whose(name):
        step = explained(result, name, of)
        click.echo(f"{paragraph(step, language)}\n")
        for line in lines(step, language):
            click.echo(line)


@rights.command("schema")
@click.option("--date", default=None, help="The law of this day; today when left out.")
def show_schema(date: str | None) -> None:
    """The JSON Schema of a household file.

    \b
    Examples:
      relais rights schema > household.schema.json
    """
    try:
        day = dt.date.fromisoformat(date) if date else dt.date.today()
        click.echo(written(schema(catalogue.law(day))), nl=False)
    except (ValueError, FlawedLaw) as error:
        raise click.ClickException(str(error)) from None


def _checked(file: Path, use_last: bool) -> tuple[HouseholdFile, Checked]:
    try:
        told = read_household(file)
        asked = {name: catalogue.rights()[name] for name in told.ask}
        return told, check(catalogue.law(told.date), asked, told.family, use_last=use_last)
    except (WrongInput, FileProblems, FlawedLaw) as error:
        raise click.ClickException(str(error)) from None


def in_words(outcome: Outcome, language: str) -> str:
    """An outcome on one line: whether, for whom, how much, known to which day, what was not told."""
    parts = [STATES[outcome.state]]
    if outcome.persons:
        parts[0] += f" ({', '.join(outcome.persons)})"
    if outcome.amount is not None:
        parts.append(said(Named(None, outcome.amount, outcome.unit, {}), language))
    if outcome.known_to:
        parts.append(f"{KNOWN_TO[language]} {outcome.known_to}")
    if outcome.needs:
        parts.append("not told: " + ", ".join(map(_asked, outcome.needs)))
    return "; ".join(parts)


def _asked(need: Need) -> str:
    name = need.name.partition(".")[2]
    return f"{name} of {need.person}" if need.person else name


def plain(outcome: Outcome) -> dict[str, Any]:
    """An outcome for programs."""
    return {
        "right": outcome.right, "state": outcome.state.value, "persons": list(outcome.persons),
        "amount": None if outcome.amount is None else round(outcome.amount, 2), "unit": outcome.unit or None,
        "known_to": outcome.known_to.isoformat() if outcome.known_to else None,
        "needs": [{"input": need.name, "person": need.person} for need in outcome.needs],
    }  # fmt: skip
