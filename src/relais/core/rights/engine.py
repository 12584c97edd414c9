"""One household, explained: what a rule gives for whom, how it came to it, what must still be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from relais.core.rights.family import Answers, Family, answers
from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON, Rule, Total, day_number
from relais.core.rights.laws import Known, Law, Node
from relais.core.rights.tracing import Trace, Traced, traced
from relais.core.rights.units import BOOL
from relais.core.rights.unknown import Need, Unknown

Of = str | None  # a person, or None: the household, or everyone
Key = tuple[str, Of]


@dataclass(frozen=True)
class Result:
    """Values of a law for one family, by full name and person; each with the trace of its rule.

    `texts` is where its words are kept once they are made: they are gone when it is.
    """

    law: Law
    persons: tuple[str, ...]
    values: Mapping[Key, Any]
    traces: Mapping[Key, Trace]
    asked: tuple[str, ...]
    texts: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def value(self, name: str, of: Of = None) -> Any:
        """A value, or Unknown. Raises KeyError for what was not asked, or not of this person."""
        return self.values[name, of]

    def whose(self, name: str) -> tuple[Of, ...]:
        """Of whom there is a value of `name`: each person, or None for the household."""
        return self.persons if self.law.nodes[name].entity == PERSON else (None,)

    @cached_property
    def needs(self) -> list[Need]:
        """What must be known to know everything that was asked; what helps most results first."""
        order = {name: n for n, name in enumerate(self.law.nodes)}
        count: dict[Need, int] = {}
        for name in dict.fromkeys(self.asked):
            for of in self.whose(name):
                if isinstance(value := self.values[name, of], Unknown):
                    for need in value.needs:
                        count[need] = count.get(need, 0) + 1
        return sorted(count, key=lambda need: (-count[need], order.get(need.name, 0), need.person or ""))


def evaluate(law: Law, family: Family, asked: Iterable[str], *, use_last: bool = False) -> Result:
    """What `asked` (full names of rules) gives for `family`.

    An amount past the day to which it is known is unknown, unless `use_last`: then the last one is used.
    Raises WrongInput for an answer that cannot be, and KeyError for a rule that is none.
    """
    told, wanted = answers(law, family), tuple(asked)
    values: dict[Key, Any] = {}
    traces: dict[Key, Trace] = {}
    for node, rule, needs in _plan(law, wanted):
        match node.what:
            case Rule():
                assert rule is not None
                for of in told.persons if node.entity == PERSON else (None,):
                    key = node.name, of
                    found = rule.call(*[values[name, of if is_own else None] for name, is_own in needs])
                    values[key], traces[key] = found[0], found
            case Input():
                _given(node, told, values)
            case Known(amount=amount, is_known=is_known):
                known = amount is not None and (is_known or use_last)
                values[node.name, None] = amount.value if amount and known else Unknown([Need(node.name)])
            case Total():
                values[node.name, None] = summed(node, told.persons, values)
            case day:
                values[node.name, None] = day_number(day)
    return Result(law, told.persons, values, traces, wanted)


@lru_cache(maxsize=64)
def _plan(law: Law, asked: tuple[str, ...]) -> list[tuple[Node, Traced | None, list[tuple[str, bool]]]]:
    """What to compute, in order: the rule as it is traced, and what it needs: of the same person?"""
    return [
        (
            node,
            traced(node.what.function, node.unit == BOOL) if isinstance(node.what, Rule) else None,
            [(name, law.nodes[name].entity == PERSON) for name in node.needs],
        )
        for node in law.needed_for(asked)
    ]


def _given(node: Node, told: Answers, values: dict[Key, Any]) -> None:
    if node.entity == PERSON:
        known = told.of_persons.get(node.name, {})
        for person in told.persons:
            found = known.get(person)
            values[node.name, person] = Unknown([Need(node.name, person)]) if found is None else found
    else:
        found = told.of_household.get(node.name)
        values[node.name, None] = Unknown([Need(node.name)]) if found is None else found


def summed(node: Node, persons: tuple[str, ...], values: Mapping[Key, Any]) -> Any:
    """A total, from the values of the persons; unknown where one of them is."""
    each = [values[node.needs[0], person] for person in persons]
    missing = [need for value in each if isinstance(value, Unknown) for need in value.needs]
    return Unknown(missing) if missing else sum(each)


def apply(law: Law, node: Node, of: Of, values: Mapping[Key, Any]) -> Trace:
    """A rule for one of whom it is, from the values that it needs."""
    assert isinstance(node.what, Rule)
    arguments = [values[name, law.nodes[name].whose(of)] for name in node.needs]
    return traced(node.what.function, node.unit == BOOL).call(*arguments)


def used(result: Result, name: str, of: Of) -> Iterator[Key]:
    """What the rule `name` really used for `of`, in the order of its arguments."""
    node = result.law.nodes[name]
    if not isinstance(node.what, Rule):
        yield from ((each, person) for each in node.needs for person in result.persons)
        return
    _, took, said = result.traces[name, of]
    for number in traced(node.what.function, node.unit == BOOL).used(took, said):
        full = node.needs[number]
        yield full, result.law.nodes[full].whose(of)
