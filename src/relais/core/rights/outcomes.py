"""What a family is entitled to, right by right: yes, no, or it depends on what; and how much."""

from __future__ import annotations

import datetime as dt
from collections import Counter
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

    @property
    def money(self) -> float | None:
        """What it brings: nothing to who is not entitled; None when that is not known, or it is no amount."""
        return 0.0 if self.state == State.NOT_ENTITLED else self.amount


@dataclass(frozen=True)
class Checked:
    """The outcome of every right that was asked, and the result that they come from."""

    outcomes: tuple[Outcome, ...]
    result: Result

    def questions(self, skipped: frozenset[Need] = frozenset()) -> list[Need]:
        """What to ask next, without what was asked in vain: first what decides most rights at once.

        A verdict asks for what it reads first, since a no there makes the rest of it needless.
        """
        wanted = [n for n in self.result.needs if n not in skipped and not is_amount(self.result.law, n)]
        first, any_of = Counter[Need](), Counter[Need]()
        for each in self.outcomes:
            if each.state == State.DEPENDS:
                for value in _each(self.result, f"{each.right}.{each.about.verdict}").values():
                    needs = [n for n in value.needs if n in wanted] if isinstance(value, Unknown) else []
                    first.update(needs[:1])
                    any_of.update(needs)
        return sorted(wanted, key=lambda need: (-first[need], -any_of[need]))


def check(
    law: Law, rights: Mapping[str, About], family: Family, *, use_last: bool = False
) -> Checked:  # fmt: skip
    """Every one of `rights` for `family`. Raises WrongInput for an answer that cannot be, by itself or beside
    another.
    """
    asked = [name for right, about in rights.items() for name in names_of(law, right, about)]
    result = evaluate(law, family, asked, use_last=use_last)
    refuse_contradictions(result)
    return Checked(tuple(outcome(right, about, result) for right, about in rights.items()), result)


def names_of(law: Law, right: str, about: About) -> list[str]:
    """The rules that say whether and how much, in full, as far as they are in force."""
    wanted = (f"{right}.{name}" for name in (about.verdict, about.amount) if name)
    return [name for name in wanted if name in law.nodes]


def outcome(right: str, about: About, result: Result) -> Outcome:
    """What `result` says of one right."""
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
        node.unit, last_known(result.law, node.name) if is_known else known_to(result.law, missing),
        tuple(need for need in dict.fromkeys(missing) if not is_amount(result.law, need)),
    )  # fmt: skip


def _each(result: Result, name: str) -> dict[Of, Any]:
    return {of: result.value(name, of) for of in result.whose(name)}


def is_amount(law: Law, need: Need) -> bool:
    return isinstance(law.nodes[need.name].what, Known)


def last_known(law: Law, name: str) -> dt.date | None:
    """The last day to which an amount was known that `name` may have used past that day; None for none."""
    return max((a.known_to for a in _amounts_of(law, name) if a.known_to and not a.is_known), default=None)


@lru_cache(maxsize=4096)
def _amounts_of(law: Law, name: str) -> tuple[Known, ...]:
    """Every amount of the law that `name` may use."""
    return tuple(node.what for node in law.needed_for([name]) if isinstance(node.what, Known))


def known_to(law: Law, needs: Iterable[Need]) -> dt.date | None:
    """The earliest day to which an amount that is missing was known."""
    amounts = [law.nodes[need.name].what for need in needs if is_amount(law, need)]
    days = [a.known_to for a in amounts if isinstance(a, Known) and a.known_to]
    return min(days) if days else None
