"""Amounts of the law in words: a value with its unit, a part in percent, a table by its bands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import product

from django.utils.formats import date_format

from relais.apps.check.vocabulary import Band
from relais.core.rights.parameters import Amount, Parameter, Table
from relais.core.rights.units import DATE, MONEY, NUMBER
from relais.core.rights.words.values import Named
from relais.core.rights.words.wording import number, written

BIRTH = "birth_date"
JOINED = "\N{WORD JOINER}"


def is_part(parameter: Parameter) -> bool:
    """Whether it is a part of something: a bare number that is never more than 1."""
    return parameter.unit == NUMBER and all(v <= 1 for amount in parameter.amounts for v in numbers(amount))


def numbers(amount: Amount) -> tuple[float, ...]:
    """Its numbers: one, or those of its table, band by band."""
    return amount.value.numbers if isinstance(amount.value, Table) else (amount.value,)


def said(parameter: Parameter, amount: Amount, language: str) -> str:
    """“39 792,84 euros par an”, “25 %”; of a table from the lowest to the highest."""
    found = numbers(amount)
    if parameter.unit == DATE:
        return date_format(day(found[0]))
    low, high = min(found), max(found)
    if is_part(parameter):
        return _between(percent(low, language), percent(high, language))
    whole = written(Named(None, high, parameter.unit, {}), language)
    return _between(bare(parameter, low, language), whole) if low != high else whole


def _between(low: str, high: str) -> str:
    return low if low == high else f"{low} – {high}"


def percent(part: float, language: str) -> str:
    """0.25 as “25 %”, the sign never on a line of its own."""
    return f"{number(round(part * 100, 6), language)}\N{NO-BREAK SPACE}%"


def bare(parameter: Parameter, value: float, language: str) -> str:
    """A number without its unit; a part keeps its sign."""
    if is_part(parameter):
        return percent(value, language)
    return number(value, language, 2 if parameter.unit in MONEY else None)


def unit(parameter: Parameter, language: str) -> str:
    """What a number of it is: “euros par mois”, “weeks”, “%”; nothing where it has no unit."""
    if is_part(parameter):
        return "%"
    return written(Named(None, 2, parameter.unit, {}), language).partition(" ")[2]


def day(value: float) -> dt.date:
    """20191201 as a date."""
    whole = int(value)
    return dt.date(whole // 10000, whole // 100 % 100, whole % 100)


def dimensions(parameter: Parameter) -> str:
    """What its table goes by: “children · age”."""
    return " · ".join(str(Band(name).label) for name in parameter.by)


def bands(parameter: Parameter, amount: Amount) -> Iterator[tuple[str, ...]]:
    """For each number of a table the band of every dimension: (“2”, “12+”)."""
    assert isinstance(amount.value, Table)
    each = (_bands(name, keys) for name, keys in zip(parameter.by, amount.value.bounds, strict=True))
    return product(*each)


def _bands(name: str, keys: tuple[float, ...]) -> list[str]:
    """A key is where a band begins; the last band has no end."""
    if name == BIRTH:
        return ["…", *(f"≥ {date_format(day(key), 'SHORT_DATE_FORMAT')}" for key in keys[1:])]
    ends = [key - 1 for key in keys[1:]]
    closed = [
        f"{a:g}" if a == b else f"{a:g}{JOINED}–{JOINED}{b:g}" for a, b in zip(keys, ends, strict=False)
    ]
    return [*closed, f"{keys[-1]:g}+"]
