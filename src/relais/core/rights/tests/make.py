"""Small laws and random families for the tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from relais.core.rights.book import Book, Right
from relais.core.rights.inputs import Input
from relais.core.rights.law import Entity, Rule, Total
from relais.core.rights.laws import Law, law_on
from relais.core.rights.parameters import Amount, Parameter
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
