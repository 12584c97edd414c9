"""Who wins and who loses by a reform: households in columns, counted and added up, by group and weight."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relais.core.rights.about import About
from relais.core.rights.bulk.batch import run
from relais.core.rights.bulk.plans import plan
from relais.core.rights.bulk.populations import Column, Population
from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON
from relais.core.rights.laws import Law
from relais.core.rights.problems import WrongInput
from relais.core.rights.units import BOOL, HALF_A_CENT, TIMES_A_YEAR

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Effects:
    """Something in `unit` of each household, before and after; NaN where it is not known.

    Of a right without an amount (`unit` is bool) 1 is who has it and 0 who has not.
    """

    unit: str
    before: Numbers
    after: Numbers

    @property
    def difference(self) -> Numbers:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Tally:
    """Households of one group, or of all (`group` None); weighted where weights were given.

    `gained` is the sum over the winners, `lost` that over the losers and never above 0, both in `unit`.
    """

    group: Hashable
    unit: str
    households: float
    winners: float
    losers: float
    unchanged: float
    unknown: float
    gained: float
    lost: float

    @property
    def total(self) -> float | None:
        """What the reform adds for the households of which it is known; None where it is known of nobody."""
        return None if self.unknown and self.unknown == self.households else self.gained + self.lost

    @property
    def mean_gain(self) -> float | None:
        return self.gained / self.winners if self.winners else None

    @property
    def mean_loss(self) -> float | None:
        return self.lost / self.losers if self.losers else None


def effects(
    before: Law, after: Law, rights: Mapping[str, About], people: Population, *, use_last: bool = False
) -> dict[str, Effects]:
    """Each of `rights` that is computed, for every household, under two laws.

    A household of which a needed input is NaN is not known. Raises WrongInput for an amount that is not known
    on that day unless `use_last`, and for an input without a column.
    """
    computed = {right: about for right, about in rights.items() if _verdict(before, right, about)}
    sides = [_worth(law, computed, people, use_last) for law in (before, after)]
    return {
        right: Effects(_unit(before, right, about), sides[0][right], sides[1][right])
        for right, about in computed.items()
    }


def together(each: Iterable[Effects], *, per_month: bool = False) -> Effects:
    """The sum of effects in one unit; `per_month` divides euro a year by twelve, to add it to euro a month.

    Raises WrongInput for units that cannot be added. Nor may rights be added that exclude one another: nobody
    has two leaves at once.
    """
    many = list(each)
    units = {one.unit for one in many}
    if per_month and units and not units - set(TIMES_A_YEAR):
        months = [(one, TIMES_A_YEAR[one.unit] / 12) for one in many]
        parts = [(one.before * times, one.after * times) for one, times in months]
        unit = "EUR/month"
    elif len(units) == 1 and units != {BOOL}:
        parts, unit = [(one.before, one.after) for one in many], units.pop()
    else:
        what = "euro a month and euro a year" if per_month else "one unit (or per_month, for euro a year)"
        raise WrongInput(f"{', '.join(sorted(units)) or 'nothing'}: only {what} can be added up")
    before, after = (np.sum(side, axis=0) for side in zip(*parts, strict=True))
    return Effects(unit, before, after)


def tally(
    found: Effects, *, groups: Column | None = None, weights: Column | None = None
) -> tuple[Tally, ...]:
    """All households; or each group, in order, of a column with one value a household."""
    values: list[Hashable] = [None]
    place = np.zeros(len(found.before), dtype=np.intp)
    if groups is not None:
        names, place = np.unique(groups, return_inverse=True)
        values = names.tolist()
    weight = np.ones(len(place)) if weights is None else np.asarray(weights, dtype=float)
    change = found.difference
    unknown, winners, losers = np.isnan(change), change > HALF_A_CENT, change < -HALF_A_CENT
    known = np.where(unknown, 0.0, change)

    def sums(numbers: Any) -> list[float]:
        counted: list[float] = np.bincount(place, weights=numbers * weight, minlength=len(values)).tolist()
        return counted

    same = ~(unknown | winners | losers)
    rows = zip(
        values, sums(np.ones(len(place))), sums(winners), sums(losers), sums(same), sums(unknown),
        sums(known * winners), sums(known * losers), strict=True,
    )  # fmt: skip
    return tuple(Tally(group, found.unit, *numbers) for group, *numbers in rows)


def _verdict(law: Law, right: str, about: About) -> str:
    name = f"{right}.{about.verdict}" if about.verdict else ""
    return name if name in law.nodes else ""


def _unit(law: Law, right: str, about: About) -> str:
    return law.nodes[f"{right}.{about.amount}"].unit if about.amount else BOOL


def _worth(
    law: Law, rights: Mapping[str, About], people: Population, use_last: bool
) -> dict[str, Numbers]:  # fmt: skip
    """What each right is worth to each household, as `effects.worth` has it of one."""
    names = {
        right: [f"{right}.{name}" for name in (about.verdict, about.amount) if name]
        for right, about in rights.items()
    }
    columns = run(plan(law, [name for each in names.values() for name in each], use_last=use_last), people)
    found = {}
    for right, wanted in names.items():
        sums = [_of_household(law, name, columns[name], people) for name in wanted]
        has = sums[0] > 0
        worth = np.where(has, sums[-1] if len(sums) > 1 else 1.0, 0.0)
        found[right] = np.where(_is_unknown(law, wanted, people), np.nan, worth)
    return found


def _of_household(law: Law, name: str, column: Column, people: Population) -> Numbers:
    """A value of a household, or the sum over its members; of yes and no, how many say yes."""
    numbers = np.asarray(column, dtype=float)
    if law.nodes[name].entity != PERSON:
        return numbers
    return np.bincount(people.household_of, weights=numbers, minlength=people.households).astype(float)


def _is_unknown(law: Law, names: Iterable[str], people: Population) -> NDArray[np.bool_]:
    """Of each household, whether an input that `names` need is NaN, for it or for one of its members."""
    unknown = np.zeros(people.households, dtype=bool)
    for node in law.needed_for(names):
        if isinstance(node.what, Input):
            if node.entity == PERSON:
                missing = np.isnan(np.asarray(people.of_persons[node.name], dtype=float))
                unknown[people.household_of[missing]] = True
            else:
                unknown |= np.isnan(np.asarray(people.of_households[node.name], dtype=float))
    return unknown
