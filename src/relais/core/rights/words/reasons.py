"""Which facts decided a result: from each condition that did, down to the answer or the amount behind it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from relais.core.rights.engine import Key, Of
from relais.core.rights.family import PLACE
from relais.core.rights.law import Rule, Total
from relais.core.rights.laws import Known, Node
from relais.core.rights.units import BOOL, MONEY
from relais.core.rights.unknown import Unknown
from relais.core.rights.words.explaining import Condition, Step


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition that decided; or, without one, a yes or no of a person that is counted."""

    step: Step
    condition: Condition | None = None

    @property
    def key(self) -> tuple[Key, int | None]:
        return self.step.key, self.condition.number if self.condition else None

    @property
    def asked(self) -> tuple[Key, ...]:
        """The values that the condition is about, the first first."""
        if self.condition is None:
            return (self.step.key,)
        return tuple(self.step.needed(n).key for n in self.condition.arguments)

    @property
    def of(self) -> Of:
        """The person whom it is about; None for the household."""
        return next((of for _, of in self.asked if of), None)

    @property
    def is_place(self) -> bool:
        """Whether it only says which place someone has: that a parent is no child explains nothing to it."""
        return all(node.name == PLACE for node in self._nodes)

    @property
    def rank(self) -> int:
        """What one would look at first: a ceiling, then what the family has, then other limits."""
        if any(isinstance(node.what, Known) and node.unit in MONEY for node in self._nodes):
            return 0
        if self.condition is None or isinstance(self.condition.written, ast.Name):
            return 1 if self.condition is None or self.condition.outcome else 3
        return 2

    @property
    def _nodes(self) -> list[Node]:
        if self.condition is None:
            return [self.step.node]
        nodes = self.step.result.law.nodes
        return [nodes[self.step.node.needs[n]] for n in self.condition.arguments]


def reasons(step: Step) -> list[Reason]:
    """What decided the value of `step`, in the order of the law, each once. Nothing for what is unknown."""
    every = list({reason.key: reason for reason in _reasons(step, set())}.values())
    return [reason for reason in every if not reason.is_place] or every


def _reasons(step: Step, seen: set[Key]) -> Iterator[Reason]:
    if step.key in seen:
        return
    seen.add(step.key)
    decisive, value = step.decisive, step.value
    for condition in decisive:
        yield from _behind(condition, seen)
    if step.node.unit in MONEY and not isinstance(value, Unknown) and (value or not decisive):
        for part in parts(step):
            yield from _reasons(part, seen)


def parts(step: Step) -> list[Step]:
    """The amounts that an amount was computed from; of more than nothing, only those that are too."""
    money = (each for each in step.returned if each.node.unit in MONEY)
    return [each for each in money if isinstance(each.value, int | float) and (each.value or not step.value)]


def _behind(condition: Condition, seen: set[Key]) -> Iterator[Reason]:
    """What a condition rests on: the reasons of the rule that it names, or of those whom a total counts."""
    found: list[Reason] = []
    asked = condition.step.needed(condition.arguments[0]) if condition.arguments else None
    match condition.written:
        case ast.Name() if asked and isinstance(asked.node.what, Rule):
            found = list(_reasons(asked, seen))
        case ast.Compare(left=ast.Name(), comparators=[ast.Constant(value=0)]) if asked:
            found = _counted(asked, seen)
    yield from found or (Reason(condition.step, condition),)


def _counted(total: Step, seen: set[Key]) -> list[Reason]:
    """Why those who count do; where nobody does, why each does not who could."""
    members = total.because
    if not isinstance(total.node.what, Total) or not members or members[0].node.unit != BOOL:
        return []
    who = [each for each in members if each.value is True]
    if who:
        return [reason for each in who for reason in _member(each, seen)]
    each_why = [list(_member(each, seen)) for each in members]
    return [reason for why in each_why if not all(one.is_place for one in why) for reason in why]


def _member(step: Step, seen: set[Key]) -> Iterator[Reason]:
    if isinstance(step.node.what, Rule):
        yield from _reasons(step, seen)
    else:
        yield Reason(step)
