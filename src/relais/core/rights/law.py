"""The words in which rules are written: about whom, in which unit, since when, and what they may call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, inf
from types import FunctionType
from typing import Any


class Entity(StrEnum):
    """About whom a value is: each person, or all who are given as one household."""

    PERSON = "person"
    HOUSEHOLD = "household"


PERSON, HOUSEHOLD = Entity.PERSON, Entity.HOUSEHOLD


@dataclass(frozen=True, slots=True)
class Rule:
    """A function of the law, in force from `start` to `end`, both included; None is without limit.

    `as_of` is a day of the year ("07-01"): the rule reads its amounts as they are on that day.
    `is_supposed`: it is no law, but what a reform supposes.
    """

    name: str
    entity: Entity
    unit: str
    article: str
    start: dt.date | None
    end: dt.date | None
    as_of: str | None
    function: FunctionType
    is_supposed: bool = False

    def is_in_force(self, date: dt.date) -> bool:
        return (self.start is None or self.start <= date) and (self.end is None or date <= self.end)


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a value over the members of the household; of yes and no, how many say yes."""

    of: str
    unit: str


def rule(
    entity: Entity,
    unit: str,
    *,
    article: str,
    name: str = "",
    start: str = "",
    end: str = "",
    as_of: str = "",
) -> Callable[[Callable[..., Any]], Rule]:
    """Make a rule of a function. `name` tells versions apart from their functions; dates as 2025-02-01."""

    def made(function: Callable[..., Any]) -> Rule:
        assert isinstance(function, FunctionType)
        return Rule(
            name or function.__name__, entity, unit, article,
            dt.date.fromisoformat(start) if start else None, dt.date.fromisoformat(end) if end else None,
            as_of or None, function,
        )  # fmt: skip

    return made


def total(of: str, unit: str) -> Total:
    """`children = total("is_child", "child")`: a value of the household, from those of its members."""
    return Total(of, unit)


# What a rule may call, beside min, max and abs. Days are whole numbers, 20250201, so that one rule serves one
# family and columns of millions.
def per_month(yearly: float) -> float:
    """EUR/year to EUR/month."""
    return yearly / 12


def per_year(monthly: float) -> float:
    """EUR/month to EUR/year."""
    return monthly * 12


def share(part: float, whole: float) -> float:
    """`part` of `whole`, as a number; nothing of nothing is 0."""
    return part / whole if whole else 0.0


def cents(amount: float) -> float:
    """Rounded to the cent, half a cent up."""
    return floor(amount * 100 + 0.5 + 1e-7) / 100


def cents_down(amount: float) -> float:
    """Rounded down to the cent."""
    return floor(amount * 100 + 1e-7) / 100


def whole_euros(amount: float) -> float:
    """Rounded down to the euro."""
    return float(floor(amount + 1e-9))


def steps(amount: float, step: float) -> float:
    """How many steps an amount takes, the last one begun included: 3,701 in steps of 3,700 is 2."""
    return float(ceil(amount / step - 1e-9)) if step else 0.0


def years_between(first: int, last: int) -> int:
    """Whole years from one day to another; negative when the first is later."""
    return (last - first) // 10000


def months_between(first: int, last: int) -> int:
    """Whole months from one day to another; negative when the first is later."""
    months = (last // 10000 - first // 10000) * 12 + last // 100 % 100 - first // 100 % 100
    return months - (last % 100 < first % 100)


def first_of_month(day: int) -> int:
    """The first day of the month of a day."""
    return day // 100 * 100 + 1


def in_year_of_age(birth: int, age: int, month_day: int) -> int:
    """A day in the calendar year in which someone reaches an age: 831 is 31 August."""
    return (birth // 10000 + age) * 10000 + month_day


def in_year(day: int, month_day: int) -> int:
    """A day in the same calendar year: 701 is 1 July."""
    return day // 10000 * 10000 + month_day


def in_next_year(day: int, month_day: int) -> int:
    """A day in the calendar year after it: 101 is the 1 January that follows."""
    return (day // 10000 + 1) * 10000 + month_day


def month_of_days(daily: float, days: int) -> float:
    """EUR/day to EUR/month, for the number of days that the law pays in a month."""
    return daily * days


def year_of_days(daily: float, days: float) -> float:
    """EUR/day to EUR/year, for the days of one year that are counted."""
    return daily * days


def yearly_yield(capital: float, rate: float) -> float:
    """EUR to EUR/year: what the law counts a capital to bring in a year."""
    return capital * rate


def by_brackets(amount: float, rates: Iterable[tuple[float, float]]) -> float:
    """What a progressive scale takes: of each part of `amount` the rate of its bracket."""
    brackets = list(rates)
    ends = (*(begin for begin, _ in brackets[1:]), inf)
    parts = zip(brackets, ends, strict=True)
    return sum(rate * max(0, min(amount, end) - begin) for (begin, rate), end in parts)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "min": min, "max": max, "abs": abs, "per_month": per_month, "per_year": per_year, "share": share,
    "cents": cents, "cents_down": cents_down, "whole_euros": whole_euros, "years_between": years_between,
    "months_between": months_between, "in_year_of_age": in_year_of_age,
    "first_of_month": first_of_month, "steps": steps,
    "in_year": in_year, "in_next_year": in_next_year, "month_of_days": month_of_days,
    "year_of_days": year_of_days, "yearly_yield": yearly_yield,
    "by_brackets": by_brackets,
}  # fmt: skip


def day_number(date: dt.date) -> int:
    """2025-02-01 as 20250201."""
    return date.year * 10000 + date.month * 100 + date.day
