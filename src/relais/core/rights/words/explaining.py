"""How a result came about: a tree of values, each with its article, its conditions and its amounts."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from relais.core.rights.engine import Key, Of, Result, used
from relais.core.rights.inputs import Input
from relais.core.rights.law import Rule
from relais.core.rights.laws import Known, Node
from relais.core.rights.tracing import Traced, traced
from relais.core.rights.units import BOOL
from relais.core.rights.unknown import Unknown
from relais.core.rights.words.values import Named


@dataclass(frozen=True, slots=True)
class Condition:
    """An elementary condition of a step, by its number in the rule, and its outcome."""

    step: Step
    number: int
    outcome: bool

    @property
    def written(self) -> ast.expr:
        """As it stands in the rule."""
        return self.step.rule.conditions[self.number]

    @property
    def arguments(self) -> tuple[int, ...]:
        """The arguments of the rule that it is about, by number, as it names them."""
        return self.step.rule.asked[self.number]


@dataclass(frozen=True, eq=False)
class Step:
    """One value and why. What it came from is looked up when it is asked for."""

    result: Result
    node: Node
    of: Of

    @property
    def name(self) -> str:
        return self.node.name

    @property
    def key(self) -> Key:
        return self.node.name, self.of

    @property
    def value(self) -> Any:
        return self.result.values[self.key]

    @property
    def rule(self) -> Traced:
        """How it came about; only of a rule."""
        rule = self.node.what
        assert isinstance(rule, Rule)
        return traced(rule.function, self.node.unit == BOOL)

    @property
    def named(self) -> Named:
        """Label, value and unit."""
        options = self.node.what.options if isinstance(self.node.what, Input) else {}
        return Named(self.node.label, self.value, self.node.unit, options)

    @property
    def article(self) -> str:
        return self.node.what.article if isinstance(self.node.what, Rule) else ""

    @property
    def amount(self) -> Known | None:
        """Set for an amount of the law."""
        return self.node.what if isinstance(self.node.what, Known) else None

    @property
    def is_supposed(self) -> bool:
        """Whether a reform brought it: it is no law."""
        return self.node.is_supposed

    @cached_property
    def because(self) -> tuple[Step, ...]:
        """What the value came from, in the order in which the rule names it."""
        return tuple(self._other(*key) for key in used(self.result, *self.key))

    @property
    def returned(self) -> tuple[Step, ...]:
        """Of a rule, what is named in the return that it took; of anything else, all that it came from."""
        _, took, _ = self.result.traces.get(self.key, (None, None, ()))
        return self.because if took is None else tuple(self.needed(n) for n in self.rule.returned(took))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every elementary condition that was reached."""
        return self._conditions(range(len(self._said())))

    @property
    def decisive(self) -> tuple[Condition, ...]:
        """The conditions without which the value would be another. None, for what is unknown."""
        value, took, said = self.result.traces.get(self.key, (None, None, ()))
        if took is None or isinstance(value, Unknown):
            return ()
        return self._conditions(self.rule.decided(took, said, bool(value)))

    def needed(self, argument: int) -> Step:
        """What the rule of this step has as its argument of that number."""
        node = self.result.law.nodes[self.node.needs[argument]]
        return Step(self.result, node, node.whose(self.of))

    def _other(self, name: str, of: Of) -> Step:
        return Step(self.result, self.result.law.nodes[name], of)

    def _said(self) -> tuple[bool | None, ...]:
        return self.result.traces[self.key][2] if self.key in self.result.traces else ()

    def _conditions(self, numbers: Iterable[int]) -> tuple[Condition, ...]:
        said = self._said()
        outcomes = ((number, said[number]) for number in numbers)
        return tuple(Condition(self, n, outcome) for n, outcome in outcomes if outcome is not None)


def explained(result: Result, name: str, of: Of = None) -> Step:
    """The tree of one result. Raises KeyError for what was not computed."""
    if (name, of) not in result.values:
        raise KeyError(f"{name} was not computed" + (f" of {of}" if of else ""))
    return Step(result, result.law.nodes[name], of)


def supposed(step: Step) -> set[Key]:
    """The steps of a tree that lead to what a reform brought, and what it brought itself."""
    found: dict[Key, bool] = {}

    def leads(each: Step) -> bool:
        if each.key not in found:
            found[each.key] = False
            below = [leads(one) for one in each.because]
            found[each.key] = each.is_supposed or any(below)
        return found[each.key]

    leads(step)
    return {key for key, is_one in found.items() if is_one}
