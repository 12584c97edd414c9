"""What the pages of a check show: answers in words; each right with its amount and how we know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from relais.apps.check.catalogue import slug_of
from relais.apps.check.checking import Progress
from relais.apps.check.persons import called, listed
from relais.apps.languages.reader import for_reader, reader_language
from relais.core.rights.about import About
from relais.core.rights.engine import Result
from relais.core.rights.outcomes import Outcome, State
from relais.core.rights.unknown import Need, Unknown
from relais.core.rights.words.explaining import Step, explained
from relais.core.rights.words.reasons import reasons
from relais.core.rights.words.wording import Branch, Named, paragraph, tree, written


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
    how_we_know: tuple[Explained, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """How we know one result: in a paragraph, and step by step."""

    paragraph: str
    tree: Branch


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


def _how(progress: Progress, outcome: Outcome, language: str) -> Iterator[Explained]:
    for step in _steps(progress.checked.result, outcome):
        yield Explained(paragraph(step, language, called), tree(step, language, called))


def _steps(result: Result, outcome: Outcome) -> list[Step]:
    """What there is to explain: the amount of who has a right, and otherwise whether there is one."""
    about, is_entitled = outcome.about, outcome.state == State.ENTITLED
    name = f"{outcome.right}.{about.amount if is_entitled and about.amount else about.verdict}"
    if name not in result.law.nodes:
        return []
    every = [explained(result, name, of) for of in result.whose(name)]
    match outcome.state:
        case State.ENTITLED:
            found = [step for step in every if isinstance(step.value, Unknown) or step.value]
        case State.DEPENDS:
            found = [step for step in every if isinstance(step.value, Unknown)]
        case _:
            found = [step for step in every if not all(reason.is_place for reason in reasons(step))]
    return found or every[:1]
