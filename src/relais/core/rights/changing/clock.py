"""The same family day after day: only what the day itself changes is computed anew, so that years are cheap.

Between two changes of the law a value depends on the day only through rules that ask for `today`, and
through answers that grow by themselves. On a new day these are computed, and then whatever uses one of them
that really changed; all else is as it was. It agrees with `engine.evaluate`, which computes everything.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from relais.core.rights.engine import Of, Result, apply, evaluate, summed
from relais.core.rights.family import Family
from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON, Total, day_number, months_between
from relais.core.rights.laws import TODAY, Law, Node
from relais.core.rights.unknown import Unknown

Moved = tuple[str, Of, Any, Any]  # name, of whom, value before, value after


@dataclass
class Clock:
    """One family; `result` is what was asked about it, on the day of its law. `growing` are its answers, as
    told on `told_on`, that grow by themselves: input, of whom, value.
    """

    result: Result
    told_on: dt.date
    growing: tuple[tuple[Node, Of, Any], ...]

    @cached_property
    def moving(self) -> list[Node]:
        """All that can change with the day, in order."""
        found: list[Node] = []
        reached = {TODAY, *(node.name for node, _, _ in self.growing)}
        for node in self.result.law.needed_for(self.result.asked):
            if not reached.isdisjoint(node.needs):
                reached.add(node.name)
                found.append(node)
        return found

    def move(self, law: Law) -> list[Moved]:
        """Go to the day of `law`, the same law as before; what changed on the way, first things first."""
        values, traces = dict(self.result.values), dict(self.result.traces)
        found: list[Moved] = []
        changed = {TODAY}

        def put(name: str, of: Of, value: Any) -> None:
            before, values[name, of] = values[name, of], value
            if not is_same(before, value):
                changed.add(name)
                found.append((name, of, before, value))

        values[TODAY, None] = day_number(law.date)
        months = _months(self.told_on, law.date)
        for node, of, given in self.growing:
            put(node.name, of, _asked(node).after(given, months))
        for node in self.moving:
            if changed.isdisjoint(node.needs):
                continue
            if isinstance(node.what, Total):
                put(node.name, None, summed(node, self.result.persons, values))
                continue
            for of in self.result.persons if node.entity == PERSON else (None,):
                traces[node.name, of] = trace = apply(law, node, of, values)
                put(node.name, of, trace[0])
        self.result = replace(self.result, law=law, values=values, traces=traces, texts={})
        return found


def started(law: Law, family: Family, told_on: dt.date, asked: Iterable[str], *, use_last: bool) -> Clock:
    """A clock that stands on the day of `law`. Raises WrongInput for an answer that cannot be."""
    result = evaluate(law, later(family, law, told_on), asked, use_last=use_last)
    told = [(None, family.household), *family.persons.items()]
    named = [(law.inputs[name], of, given) for of, answers in told for name, given in answers.items()]
    growing = [(n, of, g) for n, of, g in named if _asked(n).grows is not None]
    return Clock(result, told_on, tuple(g for g in growing if (g[0].name, g[1]) in result.values))


def later(family: Family, law: Law, told_on: dt.date) -> Family:
    """A family on the day of `law`, as it was told on an earlier day: what grows by itself has grown."""
    months = _months(told_on, law.date)

    def grown(told: Mapping[str, Any]) -> dict[str, Any]:
        return {name: _after(law, name, given, months) for name, given in told.items()}

    persons = {person: grown(told) for person, told in family.persons.items()}
    return Family(persons, grown(family.household)) if months else family


def _after(law: Law, name: str, given: Any, months: int) -> Any:
    return _asked(law.inputs[name]).after(given, months) if name in law.inputs else given


def _months(told_on: dt.date, date: dt.date) -> int:
    return max(0, months_between(day_number(told_on), day_number(date)))


def _asked(node: Node) -> Input:
    assert isinstance(node.what, Input)
    return node.what


def is_same(one: Any, other: Any) -> bool:
    """Whether two values are the same; unknown is the same where the same is missing."""
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        return isinstance(one, Unknown) and isinstance(other, Unknown) and one.needs == other.needs
    return bool(one == other)
