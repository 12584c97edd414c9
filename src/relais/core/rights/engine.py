"""One household, explained: what a rule gives for whom, how it came to it, what must still be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from relais.core.rights.family import Answers, Family, answers
from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON, Rule, Total, day_number
from relais.core.rights.laws import Known, Law, Node
from relais.core.rights.subset import arguments_of, names_in
from relais.core.rights.tracing import Trace, Traced, traced
from relais.core.rights.units import BOOL
from relais.core.rights.unknown import Need, NotYet, Unknown

Of = str | None  # a person, or None: the household, or everyone


@dataclass(frozen=True)
class Result:
    """Values of a law for one family, by full name and person; each with the trace of its rule."""

    law: Law
    persons: tuple[str, ...]
    values: Mapping[tuple[str, Of], Any]
    traces: Mapping[tuple[str, Of], tuple[Traced, Trace]]
    asked: tuple[str, ...]

    def value(self, name: str, of: Of = None) -> Any:
        """A value, or Unknown. Raises KeyError for what was not asked, or not of this person."""
        return self.values[name, of]

    @cached_property
    def needs(self) -> list[Need]:
        """What must be known to know everything that was asked; what helps most results first."""
        order = {name: n for n, name in enumerate(self.law.nodes)}
        count: dict[Need, int] = {}
        for (name, _), value in self.values.items():
            if isinstance(value, Unknown) and name in self.asked:
                for need in value.needs:
                    count[need] = count.get(need, 0) + 1
        return sorted(count, key=lambda need: (-count[need], order.get(need.name, 0), need.person or ""))


def evaluate(law: Law, family: Family, asked: Iterable[str], *, use_last: bool = False) -> Result:
    """What `asked` (full names of rules) gives for `family`.

    An amount past the day to which it is known is unknown, unless `use_last`: then the last one is used.
    Raises WrongInput for an answer that cannot be, and KeyError for a rule that is none.
    """
    told = answers(law, family)
    wanted = tuple(asked)
    values: dict[tuple[str, Of], Any] = {}
    traces: dict[tuple[str, Of], tuple[Traced, Trace]] = {}
    for node in law.needed_for(wanted):
        match node.what:
            case Input():
                _given(node, told, values)
            case Known(amount=amount, is_known=is_known):
                known = amount is not None and (is_known or use_last)
                values[node.name, None] = amount.value if amount and known else Unknown([Need(node.name)])
            case Total():
                values[node.name, None] = summed(node, told.persons, values)
            case Rule():
                for of in told.persons if node.entity == PERSON else (None,):
                    values[node.name, of], traces[node.name, of] = apply(law, node, of, values)
            case day:
                values[node.name, None] = day_number(day)
    return Result(law, told.persons, values, traces, wanted)


def _given(node: Node, told: Answers, values: dict[tuple[str, Of], Any]) -> None:
    if node.entity == PERSON:
        known = told.of_persons.get(node.name, {})
        for person in told.persons:
            found = known.get(person)
            values[node.name, person] = Unknown([Need(node.name, person)]) if found is None else found
    else:
        found = told.of_household.get(node.name)
        values[node.name, None] = Unknown([Need(node.name)]) if found is None else found


def summed(node: Node, persons: tuple[str, ...], values: Mapping[tuple[str, Of], Any]) -> Any:
    """A total, from the values of the persons; unknown where one of them is."""
    each = [values[node.needs[0], person] for person in persons]
    missing = [need for value in each if isinstance(value, Unknown) for need in value.needs]
    return Unknown(missing) if missing else sum(each)


def apply(
    law: Law, node: Node, of: Of, values: Mapping[tuple[str, Of], Any]
) -> tuple[Any, tuple[Traced, Trace]]:  # fmt: skip
    """A rule for one of whom it is, from the values that it needs; and the trace that it left."""
    assert isinstance(node.what, Rule)
    rule = traced(node.what.function, node.unit == BOOL)
    trace = Trace()
    arguments = [values[name, law.nodes[name].whose(of)] for name in node.needs]
    try:
        return rule.call(trace, *arguments), (rule, trace)
    except NotYet as error:
        return Unknown(error.needs), (rule, trace)


def used(result: Result, name: str, of: Of) -> Iterator[tuple[str, Of]]:
    """What the rule `name` really used for `of`, in the order of its arguments."""
    node = result.law.nodes[name]
    if (name, of) not in result.traces or not isinstance(node.what, Rule):
        for each in node.needs:
            yield from ((each, person) for person in result.persons if (each, person) in result.values)
        return
    rule, trace = result.traces[name, of]
    written = [rule.conditions[number] for number in trace.said]
    written += [rule.returns[trace.took]] if trace.took is not None else list(rule.returns)
    named = names_in(written, node.what.function)
    for argument, full in zip(arguments_of(node.what.function), node.needs, strict=True):
        if argument in named or not named:
            yield full, result.law.nodes[full].whose(of)
