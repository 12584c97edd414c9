"""`relais rights reform REFORM FILE…`: households without and with a reform, and who wins and who loses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from relais.apps.check import catalogue
from relais.apps.check.cli.households import LANGUAGE, LAST, in_words, plain, rights
from relais.apps.check.cli.reforming import TOGETHER, Household, households, tallies
from relais.core.rights.effects import Compared, Effect
from relais.core.rights.problems import FlawedLaw, WrongInput
from relais.core.rights.reforms.applying import conflicts
from relais.core.rights.reforms.file import Reform, read_reform
from relais.core.rights.units import BOOL, MONEY
from relais.core.rights.words.explaining import explained, supposed
from relais.core.rights.words.wording import Named, lines
from relais.core.rights.words.wording import written as said
from relais.core.texts.problem import FileProblems

if TYPE_CHECKING:
    from relais.core.rights.bulk.winners import Tally

PATH = click.Path(path_type=Path, dir_okay=False, exists=True)
SUPPOSED = "This is a supposition: nobody has decided it. What follows is information, not a decision."


@rights.command("reform")
@click.argument("reform", type=PATH)
@click.argument("files", metavar="FILE...", type=PATH, nargs=-1, required=True)
@click.option("--and", "others", type=PATH, multiple=True, help="Another reform, applied after the first.")
@click.option("--per-month", is_flag=True, help="Also add up euro a month and, by twelve, euro a year.")
@click.option("--explain", is_flag=True, help="Also how the reform led to each result that it changes.")
@LAST
@LANGUAGE
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def reform_households(
    reform: Path, files: tuple[Path, ...], others: tuple[Path, ...], per_month: bool, explain: bool,
    use_last: bool, language: str, as_json: bool,
) -> None:  # fmt: skip
    """What REFORM would change for the household in each FILE, and how many win and lose.

    A reform is a small file of amounts and rules that somebody supposes: docs/how-to/try-a-reform.md says how
    to write one. A household is written as for `relais rights check`.

    \b
    Examples:
      relais rights reform data/reforms/single-parents-from-the-first-child.yaml household.yaml
      relais rights reform reform.yaml --and another.yaml households/*.yaml --language fr
      relais rights reform reform.yaml households/*.yaml --per-month --json
    """
    try:
        reforms = [read_reform(path) for path in (reform, *others)]
        found = households(reforms, files, use_last=use_last)
    except (FileProblems, WrongInput) as error:
        raise click.ClickException(str(error)) from None
    except FlawedLaw as error:
        raise click.ClickException(f"no law comes of this reform:\n{error}") from None
    except ArithmeticError as error:
        raise click.ClickException(f"a rule of this reform gives no number: {error}") from None
    counted = tallies(found, per_month=per_month)
    if as_json:
        click.echo(json.dumps(_for_programs(reforms, found, counted), indent=2, ensure_ascii=False))
        return
    click.echo("\n".join(_said(reforms, found, language, explain)))
    if len(found) > 1 or per_month:
        click.echo("\n".join(_table(len(found), counted, language)))


def _said(
    reforms: Sequence[Reform], found: Iterable[Household], language: str, explain: bool
) -> Iterator[str]:
    for each in reforms:
        yield f"{each.name.said(language).words} (from {each.since})"
    yield SUPPOSED
    for name, earlier, later in conflicts(reforms):
        yield f"Both {earlier.path} and {later.path} touch {name}: their order counts."
    for household in found:
        yield f"\n{household.file}, on {household.date}"
        for each in reforms:
            if each.since > household.date:
                yield f"  {each.path} begins on {each.since}: on this day it changes nothing"
        for line in _one(household, language, explain):
            yield f"  {line}"


def _one(household: Household, language: str, explain: bool) -> Iterator[str]:
    """What changes for one household, right by right."""
    effects = household.compared.effects
    for effect in effects:
        name = effect.before.about.name.said(language).words
        if effect.is_unchanged and effect.difference == 0:
            yield f"{name}: the same, {in_words(effect.after, language)}"
            continue
        yield name
        yield f"  without: {in_words(effect.before, language)}"
        yield f"  with:    {in_words(effect.after, language)}"
        yield f"  difference: {_difference(effect, language)}"
        if explain:
            yield from (f"    {line}" for line in _explained(household.compared, effect, language))
    computed = {effect.before.right for effect in effects}
    for right, about in household.touched.items():
        if right not in computed:
            yield f"{about.name.said(language).words}: touched, but nothing computes who has a right to it"
    yield f"Rights that are not touched: {household.asked - len(household.touched)} of {household.asked}"


def _difference(effect: Effect, language: str) -> str:
    if effect.difference is None:
        return "not known"
    if effect.unit == BOOL:
        return {1: "this right is won", -1: "this right is lost"}.get(round(effect.difference), "none")
    return _signed(effect.difference, effect.unit, language)


def _signed(amount: float, unit: str, language: str) -> str:
    rounded = round(amount, 2) + 0.0  # no -0.00
    return ("+" if rounded > 0 else "") + said(Named(None, rounded, unit, {}), language)


def _explained(compared: Compared, effect: Effect, language: str) -> Iterator[str]:
    about, result = effect.after.about, compared.after.result
    name = f"{effect.after.right}.{about.amount or about.verdict}"
    for of in dict.fromkeys(who for each, who in result.values if each == name):
        step = explained(result, name, of)
        yield from lines(step, language, only=supposed(step))


def _table(count: int, counted: Mapping[str, Tally], language: str) -> Iterator[str]:
    yield f"\nWinners and losers, of {count} households; in all, of those of which it is known"
    yield f"{'winners':>9}{'losers':>8}{'the same':>10}{'not known':>11}  right"
    for right, each in counted.items():
        name = "All that is in euro a month or a year, together"
        if right != TOGETHER:
            name = catalogue.rights()[right].name.said(language).words
        counts = f"{each.winners:>9g}{each.losers:>8g}{each.unchanged:>10g}{each.unknown:>11g}"
        yield f"{counts}  {name}{_in_all(each, language)}"


def _in_all(each: Tally, language: str) -> str:
    if each.unit not in MONEY:
        return ""
    return f": {'not known' if each.total is None else _signed(each.total, each.unit, language)}"


def _for_programs(
    reforms: Sequence[Reform], found: Sequence[Household], counted: Mapping[str, Tally]
) -> dict[str, Any]:
    return {
        "is_supposed": True,
        "reforms": [
            {"name": dict(r.name), "why": dict(r.why), "measures": r.measures, "from": r.since.isoformat()}
            for r in reforms
        ],
        "conflicts": [name for name, _, _ in conflicts(reforms)],
        "households": [
            {
                "file": str(each.file), "date": each.date.isoformat(), "touched": list(each.touched),
                "rights": [_effect(effect) for effect in each.compared.effects],
            }
            for each in found
        ],
        "winners_and_losers": [{"right": right, **_tally(each)} for right, each in counted.items()],
    }  # fmt: skip


def _effect(effect: Effect) -> dict[str, Any]:
    return {
        "right": effect.before.right, "unit": effect.unit, "difference": _rounded(effect.difference),
        "before": plain(effect.before), "after": plain(effect.after),
    }  # fmt: skip


def _tally(each: Tally) -> dict[str, Any]:
    return {
        "unit": each.unit, "households": each.households, "winners": each.winners, "losers": each.losers,
        "unchanged": each.unchanged, "unknown": each.unknown, "total": _rounded(each.total),
        "mean_gain": _rounded(each.mean_gain), "mean_loss": _rounded(each.mean_loss),
    }  # fmt: skip


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)
