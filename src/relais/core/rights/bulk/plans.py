"""What to compute for columns of many, in which order; and how, whatever library holds the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from relais.core.rights.bulk.columns import column_rule
from relais.core.rights.bulk.populations import Population
from relais.core.rights.inputs import Input
from relais.core.rights.law import HOUSEHOLD, PERSON, Rule, Total, day_number
from relais.core.rights.laws import Known, Law, Node
from relais.core.rights.problems import WrongInput
from relais.core.rights.subset import arguments_of

Sums = Callable[[Any, Population], Any]  # of a column of persons, per household


@dataclass(frozen=True)
class Step:
    """One value: `call` computes it when it is a rule; nobody needs the values `free` afterwards."""

    node: Node
    call: Callable[..., Any] | None
    free: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What was asked of a law, and the steps to it."""

    law: Law
    asked: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def inputs(self) -> list[Node]:
        return [step.node for step in self.steps if isinstance(step.node.what, Input)]

    def asked_of(self, entity: str) -> list[str]:
        """What was asked that is of persons, or of households; what is the same for all is of households."""
        of_persons = entity == PERSON
        return [name for name in self.asked if (self.law.nodes[name].entity == PERSON) == of_persons]

    def require_columns(self, people: Population) -> None:
        """Raises WrongInput for an input without a column, or with one of another length."""
        for node in self.inputs:
            columns = people.of_persons if node.entity == PERSON else people.of_households
            if node.name not in columns:
                raise WrongInput(f"{node.name}: there is no such column of each {node.entity}")
            if len(columns[node.name]) != people.length(node):
                raise WrongInput(
                    f"{node.name}: has {len(columns[node.name])} values, not {people.length(node)}"
                )


def plan(law: Law, asked: Iterable[str], *, use_last: bool = False) -> Plan:
    """Made once, run on many blocks. Raises KeyError for a name that is none, and WrongInput for an amount
    not known, unless `use_last`."""
    wanted = tuple(asked)
    nodes = _depth_first(law, wanted)
    last = {name: n for n, node in enumerate(nodes) for name in node.needs}
    steps = []
    for n, node in enumerate(nodes):
        if isinstance(node.what, Known):
            _refuse_unknown(node.name, node.what, use_last)
        call = _column_rule(law, node) if isinstance(node.what, Rule) else None
        free = tuple(name for name in node.needs if last[name] == n and name not in wanted)
        steps.append(Step(node, call, free))
    return Plan(law, wanted, tuple(steps))


def _depth_first(law: Law, wanted: Iterable[str]) -> list[Node]:
    """Each after what it needs, and as soon as it can be used: then few columns live at a time."""
    found: dict[str, Node] = {}

    def visit(name: str) -> None:
        if name not in found:
            for need in law.nodes[name].needs:
                visit(need)
            found[name] = law.nodes[name]

    for name in wanted:
        visit(name)
    return list(found.values())


def _refuse_unknown(name: str, known: Known, use_last: bool) -> None:
    if known.amount is None:
        raise WrongInput(f"{name}: no amount of this day or an earlier one was found")
    if not known.is_known and not use_last:
        raise WrongInput(f"{name}: its amount is known up to {known.known_to}; compute with it by use_last")


def _column_rule(law: Law, node: Node) -> Callable[..., Any]:
    assert isinstance(node.what, Rule)
    options = {
        argument: tuple(law.nodes[name].what.options)  # type: ignore[union-attr]
        for argument, name in zip(arguments_of(node.what.function), node.needs, strict=True)
        if isinstance(law.nodes[name].what, Input)
    }
    return column_rule(node.what.function, options)


def compute(made: Plan, people: Population, xp: Any, sums: Sums) -> dict[str, Any]:
    """What was asked, for all of `people` at once: each a column of `xp`, or one value for everyone."""
    values: dict[str, Any] = {}
    of_members: dict[str, Any] = {}  # what is of the household, once for each of its members

    def needed(name: str, by: Node) -> Any:
        value = values[name]
        if by.entity != PERSON or made.law.nodes[name].entity != HOUSEHOLD or not getattr(value, "ndim", 0):
            return value
        if name not in of_members:
            of_members[name] = xp.take(value, people.household_of, mode="clip")
        return of_members[name]

    for step in made.steps:
        node = step.node
        match node.what:
            case Input():
                values[node.name] = people.column(node)
            case Known(amount=amount):
                assert amount is not None  # the plan refuses to be made otherwise
                values[node.name] = amount.value
            case Total():
                values[node.name] = sums(values[node.needs[0]], people)
            case Rule():
                assert step.call is not None
                values[node.name] = step.call(xp, *(needed(name, node) for name in node.needs))
            case day:
                values[node.name] = day_number(day)
        for name in step.free:
            del values[name]
            of_members.pop(name, None)
    return {name: values[name] for name in made.asked}
