"""What a family is entitled to, right by right: yes, no, or it depends on what; and how much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from relais.core.rights.about import About
from relais.core.rights.engine import Of, Result, evaluate
from relais.core.rights.family import Family
from relais.core.rights.laws import Known, Law
from relais.core.rights.relations import refuse_contradictions
from relais.core.rights.unknown import Need, Unknown


class State(StrEnum):
    """Never a guess: what depends on something unknown says so, and facts alone are not computed."""

    ENTITLED = "entitled"
    NOT_ENTITLED = "not-entitled"
    DEPENDS = "depends"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One right for one family. `amount` None is not known; `known_to` says why, when the law is why. With an
    amount, `known_to` says that amounts of that day or earlier ones were used in place of those of today.

    `needs` are answers that would tell more. `persons` are those whom a right of persons is for.
    """

    right: str
    about: About
    state: State
    persons: tuple[str, ...] = ()
    amount: float | None = None
    unit: str = ""
    known_to: dt.date | None = None
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True)
class Checked:
    """The outcome of every right that was asked, and the result that they come from."""

    outcomes: tuple[Outcome, ...]
    result: Result

    def questions(self, skipped: frozenset[Need] = frozenset()) -> list[Need]:
        """What to ask next, what helps most first; without what was asked in vain."""
        answers = (need for need in self.result.needs if not _is_amount(self.result.law, need))
        return [need for need in answers if need not in skipped]


def check(
    law: Law, rights: Mapping[str, About], family: Family, *, use_last: bool = False
) -> Checked:  # fmt: skip
    """Every one of `rights` for `family`. Raises WrongInput for an answer that cannot be, by itself or beside
    another.
    """
    wanted = [f"{right}.{name}" for right, about in rights.items() for name in _names(about)]
    asked = [name for name in wanted if name in law.nodes]
    result = evaluate(law, family, asked, use_last=use_last)
    refuse_contradictions(result)
    return Checked(tuple(_outcome(right, about, result) for right, about in rights.items()), result)


def _names(about: About) -> list[str]:
    return [name for name in (about.verdict, about.amount) if name]


def _outcome(right: str, about: About, result: Result) -> Outcome:
    if not about.verdict or f"{right}.{about.verdict}" not in result.law.nodes:
        return Outcome(right, about, State.FACTS)
    verdicts = _each(result, f"{right}.{about.verdict}")
    persons = tuple(of for of, value in verdicts.items() if of and value is True)
    unknown = [value for value in verdicts.values() if isinstance(value, Unknown)]
    if any(value is True for value in verdicts.values()):
        state = State.ENTITLED
    else:
        state = State.DEPENDS if unknown else State.NOT_ENTITLED
    missing = [need for value in unknown for need in value.needs]
    if state == State.NOT_ENTITLED or not about.amount:
        return Outcome(right, about, state, persons, needs=tuple(dict.fromkeys(missing)))
    node = result.law.nodes[f"{right}.{about.amount}"]
    amounts = list(_each(result, node.name).values())
    missing += [need for value in amounts if isinstance(value, Unknown) for need in value.needs]
    is_known = not any(isinstance(value, Unknown) for value in amounts)
    return Outcome(
        right, about, state, persons, sum(amounts) if is_known and state == State.ENTITLED else None,
        node.unit, _last(result.law, node.name) if is_known else _known_to(result.law, missing),
        tuple(need for need in dict.fromkeys(missing) if not _is_amount(result.law, need)),
    )  # fmt: skip


def _each(result: Result, name: str) -> dict[Of, Any]:
    return {of: result.value(name, of) for of in result.whose(name)}


def _is_amount(law: Law, need: Need) -> bool:
    return isinstance(law.nodes[need.name].what, Known)


def _last(law: Law, name: str) -> dt.date | None:
    """The last day to which an amount was known that `name` may have used past that day; None for none."""
    return max((a.known_to for a in _amounts_of(law, name) if a.known_to and not a.is_known), default=None)


@lru_cache(maxsize=4096)
def _amounts_of(law: Law, name: str) -> tuple[Known, ...]:
    """Every amount of the law that `name` may use."""
    return tuple(node.what for node in law.needed_for([name]) if isinstance(node.what, Known))


def _known_to(law: Law, needs: Iterable[Need]) -> dt.date | None:
    """The earliest day to which an amount that is missing was known."""
    amounts = [law.nodes[need.name].what for need in needs if _is_amount(law, need)]
    days = [a.known_to for a in amounts if isinstance(a, Known) and a.known_to]
    return min(days) if days else None
