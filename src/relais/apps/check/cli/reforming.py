"""Household files without and with reforms: each side by side, and how many of them win and lose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from relais.apps.check import catalogue
from relais.apps.check.household import read_household
from relais.core.rights.about import About
from relais.core.rights.effects import Compared, Effect, compare, touched, worth
from relais.core.rights.laws import Law, law_on
from relais.core.rights.problems import WrongInput
from relais.core.rights.reforms.applying import reformed
from relais.core.rights.reforms.file import Reform
from relais.core.rights.units import TIMES_A_YEAR

if TYPE_CHECKING:
    from relais.core.rights.bulk.winners import Effects, Tally

TOGETHER = "together"  # the tally of all rights that are in euro a month or a year


@dataclass(frozen=True)
class Household:
    """One file. `asked` is how many rights it asks, `touched` are those that the reforms touch on its day."""

    file: Path
    date: dt.date
    asked: int
    touched: Mapping[str, About]
    compared: Compared


def households(
    reforms: Sequence[Reform], files: Iterable[Path], *, use_last: bool = False
) -> list[Household]:
    """Every file without and with `reforms`. Raises FileProblems, FlawedLaw, and WrongInput with the file."""
    book = reformed(catalogue.book(), *reforms)
    law = cache(lambda date: law_on(book, date))
    return [_household(file, law, use_last) for file in files]


def _household(file: Path, law: Callable[[dt.date], Law], use_last: bool) -> Household:
    try:
        told = read_household(file)
        before, after = catalogue.law(told.date), law(told.date)
        changed = touched(before, after, {name: catalogue.rights()[name] for name in told.ask})
        found = compare(before, after, changed, told.family, use_last=use_last)
    except WrongInput as error:
        raise WrongInput(f"{file}: {error}") from None
    return Household(file, told.date, len(told.ask), changed, found)


def tallies(many: Sequence[Household], *, per_month: bool = False) -> dict[str, Tally]:
    """Of each right that is touched, who wins and loses; `per_month` adds those in euro a month or a year."""
    from relais.core.rights.bulk.winners import tally, together  # numpy, which no other command needs

    effects = in_columns(many)
    found = {right: tally(each)[0] for right, each in effects.items()}
    if per_month and (sums := [each for each in effects.values() if each.unit in TIMES_A_YEAR]):
        found[TOGETHER] = tally(together(sums, per_month=True))[0]
    return found


def in_columns(many: Sequence[Household]) -> dict[str, Effects]:
    """The effects by right, a row each household: nothing where the right is not asked, or not touched."""
    import numpy as np

    from relais.core.rights.bulk.winners import Effects

    rows = [{effect.before.right: effect for effect in each.compared.effects} for each in many]
    found = {}
    for right in dict.fromkeys(name for row in rows for name in row):
        before, after = ([_worth(row.get(right), side) for row in rows] for side in ("before", "after"))
        unit = next(row[right].unit for row in rows if right in row)
        found[right] = Effects(unit, np.array(before), np.array(after))
    return found


def _worth(effect: Effect | None, side: Literal["before", "after"]) -> float:
    if effect is None:
        return 0.0
    amount = worth(effect.before if side == "before" else effect.after)
    return float("nan") if amount is None else amount
