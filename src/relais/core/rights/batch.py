"""Columns of many households at once, in blocks of whole households that fit the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relais.core.rights.columns import column_rule
from relais.core.rights.inputs import Input
from relais.core.rights.law import HOUSEHOLD, PERSON, Rule, Total, day_number
from relais.core.rights.laws import Known, Law, Node
from relais.core.rights.parameters import Table
from relais.core.rights.problems import WrongInput
from relais.core.rights.subset import arguments_of

BLOCK = 32_768  # persons: what stays in the cache of one core

Column = NDArray[Any]


@dataclass(frozen=True)
class Population:
    """Households side by side. `household_of`: the number of each person's household, from 0, rising.

    Columns by the full name of the input: days as 20250201, choices as the place of the option, EUR and
    counts as numbers. `households` is how many there are, those without members included.
    """

    households: int
    household_of: NDArray[np.intp]
    of_persons: Mapping[str, Column] = field(default_factory=dict)
    of_households: Mapping[str, Column] = field(default_factory=dict)

    def part(self, first: int, last: int) -> Population:
        """The households from `first` up to `last`, without it, numbered from 0 again."""
        begin, end = np.searchsorted(self.household_of, [first, last])
        return Population(
            last - first, self.household_of[begin:end] - first,
            {name: column[begin:end] for name, column in self.of_persons.items()},
            {name: column[first:last] for name, column in self.of_households.items()},
        )  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """What to compute, in which order, and which columns nobody needs after each step."""

    law: Law
    asked: tuple[str, ...]
    steps: tuple[tuple[Node, Callable[..., Any] | None, tuple[str, ...]], ...]

    @property
    def inputs(self) -> list[Node]:
        return [node for node, _, _ in self.steps if isinstance(node.what, Input)]


def plan(law: Law, asked: Iterable[str], *, use_last: bool = False) -> Plan:
    """Made once, run on many blocks. Raises WrongInput for an amount not known, unless `use_last`."""
    wanted = tuple(asked)
    nodes = law.needed_for(wanted)
    last = {name: n for n, node in enumerate(nodes) for name in node.needs}
    steps = []
    for n, node in enumerate(nodes):
        if isinstance(node.what, Known):
            _refuse_unknown(node.name, node.what, use_last)
        call = _column_rule(law, node) if isinstance(node.what, Rule) else None
        free = tuple(name for name in node.needs if last[name] == n and name not in wanted)
        steps.append((node, call, free))
    return Plan(law, wanted, tuple(steps))


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


def run(made: Plan, people: Population, *, block: int = BLOCK) -> dict[str, Column]:
    """A column for each thing asked, of persons or households. Raises WrongInput for an input without one."""
    for node in made.inputs:
        if node.name not in (people.of_persons if node.entity == PERSON else people.of_households):
            raise WrongInput(f"{node.name}: there is no such column of each {node.entity}")
    parts = [run_block(made, people.part(*ends)) for ends in _ends(people, block)]
    return {name: np.concatenate([part[name] for part in parts]) for name in made.asked}


def _ends(people: Population, block: int) -> list[tuple[int, int]]:
    """Where blocks of whole households begin and end: about `block` persons each, and always one at least."""
    each = max(1, people.households * block // max(len(people.household_of), 1))
    starts = range(0, max(people.households, 1), each)
    return [(start, min(start + each, people.households)) for start in starts]


def run_block(made: Plan, people: Population) -> dict[str, Column]:
    """All of `people` at once."""
    values: dict[str, Any] = {}
    for node, call, free in made.steps:
        match node.what:
            case Input():
                values[node.name] = (people.of_persons if node.entity == PERSON else people.of_households)[
                    node.name
                ]
            case Known(amount=amount):
                assert amount is not None  # the plan refuses to be made otherwise
                values[node.name] = amount.value
            case Total():
                values[node.name] = _sums(values[node.needs[0]], people)
            case Rule():
                assert call is not None
                arguments = (_as(node, made.law.nodes[name], values[name], people) for name in node.needs)
                values[node.name] = call(np, *arguments)
            case day:
                values[node.name] = day_number(day)
        for name in free:
            del values[name]
    return {name: _whole(made.law.nodes[name], values[name], people) for name in made.asked}


def _as(node: Node, needed: Node, value: Any, people: Population) -> Any:
    """A value as a rule of `node` needs it: what is of the household, for each of its members."""
    if node.entity == PERSON and needed.entity == HOUSEHOLD and isinstance(value, np.ndarray) and value.ndim:
        return value[people.household_of]
    return value


def _sums(value: Any, people: Population) -> Column:
    each = np.broadcast_to(np.asarray(value), people.household_of.shape)
    sums = np.bincount(people.household_of, weights=each, minlength=people.households)
    return sums if each.dtype.kind == "f" else sums.astype(np.int64)


def _whole(node: Node, value: Any, people: Population) -> Column:
    assert not isinstance(value, Table)
    length = len(people.household_of) if node.entity == PERSON else people.households
    return np.ascontiguousarray(np.broadcast_to(np.asarray(value), (length,)))
