"""A right as its page tells it: rules with their articles, amounts through time, cases with their source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relais.apps.check import catalogue
from relais.core.rights.about import About
from relais.core.rights.book import CATALOGUE
from relais.core.rights.cases import Case, read_cases
from relais.core.rights.law import Rule
from relais.core.rights.parameters import Amount, Parameter, Table
from relais.core.rights.wording import Named, number, written
from relais.core.texts.text import Text


@dataclass(frozen=True, slots=True)
class Through:
    """An amount of the law through time: from when, how much, where it was read and how well it is known."""

    label: Text
    parameter: Parameter
    rows: tuple[tuple[Amount, str], ...]


@dataclass(frozen=True)
class Told:
    """Everything on the page of a right."""

    name: str
    about: About
    rules: tuple[tuple[Text, Rule], ...]
    amounts: tuple[Through, ...]
    cases: tuple[Case, ...]


@cache
def cases_of(name: str) -> tuple[Case, ...]:
    return tuple(read_cases(CATALOGUE / name / "cases.yaml"))


def tell(name: str, language: str) -> Told | None:
    """The right `name`, its amounts written in `language`; None when there is none."""
    about = catalogue.rights().get(name)
    right = catalogue.book().rights.get(name)
    if about is None or right is None:
        return None
    rules = tuple((right.labels[rule.name], rule) for rule in right.rules)
    amounts = (
        Through(each.label, each, tuple((a, _said(each, a, language)) for a in reversed(each.amounts)))
        for each in right.parameters.values()
    )
    return Told(name, about, rules, tuple(amounts), cases_of(name))


def _said(parameter: Parameter, amount: Amount, language: str) -> str:
    if isinstance(amount.value, Table):
        return "; ".join(_rows(amount.value, language))
    return written(Named(None, amount.value, parameter.unit, {}), language)


def _rows(table: Table, language: str) -> Iterator[str]:
    """The numbers of a table, a row of the last dimension at a time."""
    width = len(table.bounds[-1])
    for start in range(0, len(table.numbers), width):
        yield " / ".join(number(value, language) for value in table.numbers[start : start + width])
