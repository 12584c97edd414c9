"""How a result came about: a tree of values, each with its article, its conditions and its amounts."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from relais.core.rights.engine import Of, Result, used
from relais.core.rights.inputs import Input
from relais.core.rights.law import Rule
from relais.core.rights.laws import Known, Node
from relais.core.rights.parameters import SUPPOSED, Amount
from relais.core.rights.subset import arguments_of
from relais.core.texts.text import Text


@dataclass(frozen=True, slots=True)
class Condition:
    """An elementary condition as it is written, what its names stand for, and its outcome."""

    written: ast.expr
    names: Mapping[str, Named]
    outcome: bool


@dataclass(frozen=True, slots=True)
class Named:
    """What a name in a rule stands for: label, value and unit; `options` are the words of a choice."""

    label: Text | None
    value: Any
    unit: str
    options: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Step:
    """One value and why. `amount` is set for an amount of the law."""

    name: str
    of: Of
    named: Named
    article: str
    conditions: tuple[Condition, ...]
    because: tuple[Step, ...]
    amount: Known | None
    is_supposed: bool = False  # an amount or rule of a reform, and no law


def explained(result: Result, name: str, of: Of = None) -> Step:
    """The tree of one result. Raises KeyError for what was not computed."""
    return _step(result, name, of, {})


def only_supposed(step: Step) -> Step:
    """The same tree with only the ways that lead to what a reform brought."""
    return _pruned(step, {})


def _pruned(step: Step, done: dict[int, Step]) -> Step:
    if id(step) not in done:
        kept = (_pruned(each, done) for each in step.because)
        because = tuple(each for each in kept if each.is_supposed or each.because)
        done[id(step)] = replace(step, because=because)
    return done[id(step)]


def _step(result: Result, name: str, of: Of, done: dict[tuple[str, Of], Step]) -> Step:
    if (name, of) not in done:
        node = result.law.nodes[name]
        because = tuple(_step(result, each, who, done) for each, who in used(result, name, of))
        rule = node.what if isinstance(node.what, Rule) else None
        done[name, of] = Step(
            name, of, _named(node, result.values[name, of]), rule.article if rule else "",
            _conditions(result, node, of) if rule else (), because,
            node.what if isinstance(node.what, Known) else None, _is_supposed(node),
        )  # fmt: skip
    return done[name, of]


def _is_supposed(node: Node) -> bool:
    match node.what:
        case Rule(is_supposed=is_supposed):
            return is_supposed
        case Known(amount=Amount(tag=tag)):
            return tag == SUPPOSED
    return False


def _named(node: Node, value: Any) -> Named:
    return Named(node.label, value, node.unit, node.what.options if isinstance(node.what, Input) else {})


def _conditions(result: Result, node: Node, of: Of) -> tuple[Condition, ...]:
    assert isinstance(node.what, Rule)
    rule, trace = result.traces[node.name, of]
    names = {}
    for argument, full in zip(arguments_of(node.what.function), node.needs, strict=True):
        needed = result.law.nodes[full]
        names[argument] = _named(needed, result.values[full, needed.whose(of)])
    return tuple(
        Condition(rule.conditions[number], names, outcome) for number, outcome in trace.said.items()
    )  # fmt: skip
