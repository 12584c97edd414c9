"""Small laws and random families for the tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np

from relais.core.rights.book import Book, Right
from relais.core.rights.bulk.plans import Plan
from relais.core.rights.bulk.populations import Population
from relais.core.rights.inputs import Input
from relais.core.rights.law import HOUSEHOLD, PERSON, Entity, Rule, Total
from relais.core.rights.laws import Known, Law, law_on
from relais.core.rights.parameters import Amount, Parameter, Table
from relais.core.rights.units import MONEY
from relais.core.texts.text import Text

ON = dt.date(2025, 2, 1)


def text(words: str) -> Text:
    return Text({"nl": words, "fr": words, "en": words})


def number(name: str, entity: str = "person", unit: str = "EUR/month", **limits: float) -> Input:
    return Input(
        name, Entity(entity), "number", unit, text(name), text(f"{name}?"), None, limits.get("lowest"),
        limits.get("highest"), {},
    )  # fmt: skip


def yes_no(name: str, entity: str = "person") -> Input:
    return Input(name, Entity(entity), "yes-no", "bool", text(name), text(f"{name}?"), None, None, None, {})


def choice(name: str, *options: str, entity: str = "person") -> Input:
    words = {option: text(option) for option in options}
    return Input(
        name, Entity(entity), "choice", "choice", text(name), text(f"{name}?"), None, None, None, words
    )


def amount(
    name: str, value: Any, unit: str = "EUR/month", since: str = "2020-01-01", known_to: dt.date | None = None
) -> Parameter:
    read = Amount(dt.date.fromisoformat(since), value, "https://example.org", "LAW")
    return Parameter(name, text(name), unit, (), known_to, (read,))


def book(*parts: Rule | Parameter | Input, **totals: Total) -> Book:
    """One right, called `it`, of these parts."""
    right = Right(
        "it",
        tuple(part for part in parts if isinstance(part, Rule)),
        totals,
        {part.name: part for part in parts if isinstance(part, Parameter)},
        {part.name: part for part in parts if isinstance(part, Input)},
    )
    return Book({"it": right})


def law(*parts: Rule | Parameter | Input, **totals: Total) -> Law:
    return law_on(book(*parts, **totals), ON)


def flaws(*parts: Rule | Parameter | Input, **totals: Total) -> str:
    """What is said of a law that cannot be loaded; nothing of a sound one."""
    from relais.core.rights.problems import FlawedLaw

    try:
        law(*parts, **totals)
    except FlawedLaw as error:
        return str(error)
    return ""


def drawn(made: Plan, seed: int, households: int) -> Population:
    """Random households, some without members, some with children yet to be born; and many answers that are
    just an amount of the law."""
    rng = np.random.default_rng(seed)
    household_of = np.repeat(np.arange(households), rng.integers(0, 6, households))
    known = [step.node.what.amount.value for step in made.steps if isinstance(step.node.what, Known)]  # type: ignore[union-attr]
    amounts = np.array([value for value in known if not isinstance(value, Table)] or [0.0])
    people = Population(households, household_of)
    columns: dict[str, dict[str, Any]] = {PERSON: {}, HOUSEHOLD: {}}
    for node in sorted(made.inputs, key=lambda node: node.name):
        assert node.entity and isinstance(node.what, Input)
        columns[node.entity][node.name] = _drawn(node.what, rng, people.length(node), amounts)
    return Population(households, household_of, columns[PERSON], columns[HOUSEHOLD])


def _drawn(asked: Input, rng: np.random.Generator, length: int, amounts: Any) -> Any:
    match asked.kind:
        case "yes-no":
            return rng.random(length) < 0.5
        case "choice":
            return rng.integers(0, len(asked.options), length)
        case "date":
            months = rng.integers(1, 13, length) * 100
            return rng.integers(1950, 2028, length) * 10000 + months + rng.integers(1, 29, length)
    lowest, highest = asked.lowest or 0, 60_000 if asked.highest is None else asked.highest
    anywhere = np.floor(lowest + rng.random(length) * (highest - lowest))
    cents = np.round(anywhere * rng.random(length), 2) if asked.unit in MONEY else anywhere
    return np.where(rng.random(length) < 0.3, np.clip(rng.choice(amounts, length), lowest, highest), cents)
