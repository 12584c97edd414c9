"""A right as its page tells it: rules with their articles, amounts through time, cases with their source."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from inspect import getdoc, getsource
from textwrap import dedent

from relais.apps.check import catalogue
from relais.apps.check.amounts import bands, bare, dimensions, said, unit
from relais.apps.check.charting import Chart, chart
from relais.core.rights.about import About
from relais.core.rights.book import CATALOGUE, Right
from relais.core.rights.cases import Case, read_cases
from relais.core.rights.doubts import Doubt, read_doubts
from relais.core.rights.law import Rule
from relais.core.rights.parameters import Amount, Parameter, Stretch
from relais.core.texts.text import Text


@dataclass(frozen=True, slots=True)
class RuleTold:
    """A rule: its name, what it says in a line (English), where that stands, and how it is computed."""

    label: Text
    says: str
    rule: Rule
    code: str


@dataclass(frozen=True, slots=True)
class Through:
    """An amount of the law through time, the latest first. `now` is what it is today, or was last.

    A table has `dimensions` and `bands`: the words of a band with its numbers, one for each known stretch.
    """

    parameter: Parameter
    now: str
    known_to: dt.date | None
    stretches: Sequence[tuple[Stretch, str]]
    bands: Sequence[tuple[Sequence[str], Sequence[str]]]
    chart: Chart | None
    unit: str = ""
    dimensions: str = ""


@dataclass(frozen=True)
class Told:
    """Everything on the page of a right. `counted` is how many cases there are of each tag."""

    name: str
    about: About
    rules: Sequence[RuleTold]
    amounts: Sequence[Through]
    cases: Sequence[Case]
    counted: Sequence[tuple[str, int]]
    doubts: Sequence[Doubt]
    known_to: dt.date | None


@cache
def cases_of(name: str) -> tuple[Case, ...]:
    return tuple(read_cases(CATALOGUE / name / "cases.yaml"))


@cache
def doubts_of(name: str) -> tuple[Doubt, ...]:
    return tuple(read_doubts(CATALOGUE / name / "doubts.yaml"))


@cache
def rules_of(name: str) -> tuple[RuleTold, ...]:
    """The rules of a right in the order of its module, which is that of the law."""
    right = catalogue.book().rights[name]
    return tuple(_rule(right, rule) for rule in right.rules)


def _rule(right: Right, rule: Rule) -> RuleTold:
    return RuleTold(
        right.labels[rule.name], getdoc(rule.function) or "", rule, dedent(getsource(rule.function))
    )


def tell(name: str, language: str, today: dt.date) -> Told | None:
    """The right `name`, its amounts written in `language`; None when there is none."""
    about = catalogue.rights().get(name)
    right = catalogue.book().rights.get(name)
    if about is None or right is None:
        return None
    amounts = [_through(each, language, today) for each in right.parameters.values()]
    cases = cases_of(name)
    counted = Counter(case.tag for case in cases).most_common()
    return Told(
        name, about, rules_of(name), amounts, cases, counted, doubts_of(name), catalogue.known_to(name)
    )


def _through(parameter: Parameter, language: str, today: dt.date) -> Through:
    latest = list(reversed(parameter.stretches))
    shown = parameter.on(today) or parameter.amounts[0]
    return Through(
        parameter, said(parameter, shown, language), parameter.known_on(max(today, shown.since)),
        [(each, said(parameter, each.amount, language) if each.amount else "") for each in latest],
        _bands(parameter, latest, language) if parameter.by else (),
        chart(parameter, today, language), unit(parameter, language) if parameter.by else "",
        dimensions(parameter),
    )  # fmt: skip


def _bands(
    parameter: Parameter, latest: Sequence[Stretch], language: str
) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Every band of the last table, with its number in each; nothing where a table has no such band."""
    tables = [_numbers(parameter, each.amount, language) for each in latest if each.amount]
    return [
        (band, [table.get(band, "") for table in tables]) for band in bands(parameter, parameter.amounts[-1])
    ]


def _numbers(parameter: Parameter, amount: Amount, language: str) -> dict[tuple[str, ...], str]:
    assert not isinstance(amount.value, float | int)
    said_ = (bare(parameter, value, language) for value in amount.value.numbers)
    return dict(zip(bands(parameter, amount), said_, strict=True))
