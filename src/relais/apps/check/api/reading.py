"""The catalogue as plain data: rights, rules, inputs and amounts through time."""

from __future__ import annotations

import datetime as dt
from inspect import getdoc
from typing import cast

from relais.apps.check import catalogue
from relais.apps.check.amounts import day
from relais.apps.check.api import records as r
from relais.apps.plan.reading import words
from relais.apps.sheets.plain import day as iso
from relais.core.rights.about import About
from relais.core.rights.book import Right
from relais.core.rights.inputs import Input
from relais.core.rights.law import Rule
from relais.core.rights.parameters import Parameter, Stretch, Table
from relais.core.rights.subset import arguments_of
from relais.core.rights.units import DATE


def rights() -> list[r.Right]:
    """Every right in words, by name."""
    return [right(name, about) for name, about in catalogue.rights().items()]


def right(name: str, about: About) -> r.Right:
    written = catalogue.book().rights[name]
    return {
        "name": name, "title": words(about.name), "explanation": words(about.explanation),
        "level": about.level, "body": words(about.body), "way": about.way, "how": words(about.how),
        "where": words(about.where), "by_when": words(about.by_when),
        "documents": [words(each) for each in about.documents],
        "not_modelled": [words(each) for each in about.not_modelled],
        "measures": list(about.measures), "verdict": about.verdict, "amount": about.amount,
        "unit": _unit(written, about.amount),
        "known_to": iso(catalogue.known_to(name)), "sources": list(about.sources),
    }  # fmt: skip


def _unit(of: Right, name: str | None) -> str | None:
    """The unit of a rule or total."""
    rules = {rule.name: rule.unit for rule in of.rules}
    totals = {key: total.unit for key, total in of.totals.items()}
    return {**rules, **totals}.get(name or "")


def whole_right(name: str) -> r.WholeRight | None:
    """A right with all that is written of it; None when there is none of that name."""
    about = catalogue.rights().get(name)
    if about is None:
        return None
    written = catalogue.book().rights[name]
    return {
        **right(name, about),
        "rules": [_rule(written, rule) for rule in written.rules],
        "inputs": [_input(each) for each in written.inputs.values()],
        "parameters": [parameter(name, each) for each in written.parameters.values()],
    }


def _rule(of: Right, rule: Rule) -> r.Rule:
    return {
        "name": rule.name, "label": words(of.labels[rule.name]), "about": getdoc(rule.function) or "",
        "article": rule.article or None, "entity": rule.entity, "unit": rule.unit,
        "start": iso(rule.start), "end": iso(rule.end), "needs": list(arguments_of(rule.function)),
    }  # fmt: skip


def _input(asked: Input) -> r.Input:
    return {
        "name": asked.name, "entity": asked.entity, "kind": asked.kind, "unit": asked.unit,
        "label": words(asked.label), "question": words(asked.question), "help": words(asked.help),
        "lowest": asked.lowest, "highest": asked.highest,
        "options": {key: words(text) for key, text in asked.options.items()},
    }  # fmt: skip


def parameters(names: list[str], date: dt.date | None) -> list[r.Parameter]:
    """Amounts of these rights, of all when none is named; through time, or those of one day."""
    wanted = [name for name in catalogue.rights() if name in names or not names]
    each = (
        parameter(name, one, date)
        for name in wanted
        for one in catalogue.book().rights[name].parameters.values()
    )
    return list(each)


def parameter(of: str, one: Parameter, date: dt.date | None = None) -> r.Parameter:
    """All its amounts; on a `date` the one of that day, or none where none is known."""
    stretches = [each for each in one.stretches if date is None or _is_on(each, date)]
    return {
        "right": of, "name": one.name, "label": words(one.label), "unit": one.unit, "by": list(one.by),
        "amounts": [_amount(one, each) for each in stretches if each.amount],
        "gaps": [each.since.isoformat() for each in stretches if not each.amount],
    }  # fmt: skip


def _is_on(stretch: Stretch, date: dt.date) -> bool:
    return stretch.since <= date and (stretch.to is None or date <= stretch.to)


def _amount(of: Parameter, stretch: Stretch) -> r.Amount:
    amount = stretch.amount
    assert amount is not None
    is_table = isinstance(amount.value, Table)
    return {
        "since": stretch.since.isoformat(), "known_to": iso(stretch.to),
        "value": None if isinstance(amount.value, Table) else plain(amount.value, of.unit),
        "cells": _cells(of, cast(Table, amount.value)) if is_table else [],
        "tag": amount.tag, "source": amount.source,
    }  # fmt: skip


def _cells(of: Parameter, table: Table) -> list[r.Cell]:
    return [
        {"begins": dict(zip(of.by, map(int, keys), strict=True)), "value": plain(value, of.unit)}
        for keys, value in table.cells()
    ]


def plain(value: float, unit: str) -> float | str:
    """A number; a day as 2025-02-01."""
    return day(value).isoformat() if unit == DATE else value
