"""What the pages of a check show: answers in words; each right with its amount and how we know."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from relais.apps.check.catalogue import slug_of
from relais.apps.check.checking import Progress
from relais.apps.check.persons import called, listed
from relais.apps.languages.reader import for_reader, reader_language
from relais.core.rights.about import About
from relais.core.rights.explaining import Named, explained
from relais.core.rights.outcomes import Outcome, State
from relais.core.rights.unknown import Need
from relais.core.rights.wording import lines, written


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was given; `place` is its number, to change it by."""

    place: int
    who: str
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One right on the page of results. `month` and `year` are the amount in words, if it is known."""

    name: str
    about: About
    persons: str
    amounts: tuple[str, ...]
    known_to: dt.date | None
    missing: tuple[str, ...]
    how_we_know: tuple[str, ...]


def answers(progress: Progress) -> list[Answer]:
    """Everything that was told, in the reader's language."""
    language = reader_language()
    known = [(n, need, given) for n, (need, given) in enumerate(progress.told.given)]
    return [
        Answer(n, called(need.person), progress.input(need).label.said(language).words,
               _said(progress, need, given, language))
        for n, need, given in known
        if need.name in progress.law.nodes
    ]  # fmt: skip


def _said(progress: Progress, need: Need, given: object, language: str) -> str:
    if given is None:
        return _("not told")
    asked = progress.input(need)
    return written(Named(None, asked.read(given, ""), asked.unit, asked.options), language)


def results(progress: Progress, language: str, state: State) -> list[Shown]:
    """The rights that are in `state`."""
    return [_shown(progress, outcome, language) for outcome in progress.of(state)]


def _shown(progress: Progress, outcome: Outcome, language: str) -> Shown:
    return Shown(
        slug_of(outcome.right), outcome.about, listed(outcome.persons),
        amounts(outcome, language), outcome.known_to,
        tuple(dict.fromkeys(missing(progress, need) for need in outcome.needs)),
        tuple(_how(progress, outcome, language)),
    )  # fmt: skip


def amounts(outcome: Outcome, language: str) -> tuple[str, ...]:
    """A month and a year of it, where it comes month after month; nothing where it is not known.

    What comes in place of pay ends with the leave or the benefit, so that a year of it would mislead.
    """
    if outcome.amount is None:
        return ()
    said = money(outcome.amount, outcome.unit, language)
    if outcome.unit != "EUR/month" or outcome.about.instead_of_pay:
        return (said,)
    return said, money(outcome.amount * 12, "EUR/year", language)


def money(amount: float, unit: str, language: str) -> str:
    """An amount in words."""
    return written(Named(None, amount, unit, {}), language)


def missing(progress: Progress, need: Need) -> str:
    """What would have to be known, and of whom."""
    label = for_reader(progress.input(need).label)
    return f"{label} ({called(need.person)})" if need.person else label


def _how(progress: Progress, outcome: Outcome, language: str) -> list[str]:
    result, about = progress.checked.result, outcome.about
    name = f"{outcome.right}.{about.amount or about.verdict}"
    found: list[str] = []
    for of in dict.fromkeys(who for each, who in result.values if each == name):
        found += lines(explained(result, name, of), language, called)
    return found
