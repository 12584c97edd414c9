"""A rule that tells how it came to its value: every condition with yes or no, and the return it took."""

from __future__ import annotations

import ast
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from types import FunctionType
from typing import Any

from relais.core.rights.law import FUNCTIONS
from relais.core.rights.subset import tree_of
from relais.core.rights.unknown import all_of, any_of


class Trace:
    """What one call of a rule recorded: conditions by number with their outcome, and the return by number."""

    __slots__ = ("said", "took")

    def __init__(self) -> None:
        self.said: dict[int, bool] = {}
        self.took: int | None = None

    def says(self, number: int, outcome: Any) -> bool:
        self.said[number] = found = bool(outcome)
        return found

    def gives(self, number: int, value: Any) -> Any:
        self.took = number
        return value

    @staticmethod
    def all(*tests: Callable[[], bool]) -> bool:
        return all_of(tests)

    @staticmethod
    def any(*tests: Callable[[], bool]) -> bool:
        return any_of(tests)


@dataclass(frozen=True, slots=True)
class Traced:
    """`call(trace, *arguments)`; its conditions and what it returns, as they are written, by number."""

    call: Callable[..., Any]
    conditions: tuple[ast.expr, ...]
    returns: tuple[ast.expr, ...]


@cache
def traced(function: FunctionType, is_condition: bool) -> Traced:
    """`function` compiled so that it records. `is_condition`: what it returns is yes or no."""
    tree = deepcopy(tree_of(function))
    writer = _Recorder(is_condition)
    tree.args.args.insert(0, ast.arg("_trace"))
    tree.body = [writer.visit(statement) for statement in tree.body]
    module = ast.fix_missing_locations(ast.Module([tree], []))
    space: dict[str, Any] = dict(FUNCTIONS)
    exec(compile(module, f"<traced {function.__qualname__}>", "exec"), space)
    return Traced(space[tree.name], tuple(writer.conditions), tuple(writer.returns))


class _Recorder(ast.NodeTransformer):
    def __init__(self, is_condition: bool) -> None:
        self.is_condition = is_condition
        self.conditions: list[ast.expr] = []
        self.returns: list[ast.expr] = []

    def visit_If(self, node: ast.If) -> ast.If:
        node.test = self._condition(node.test)
        node.body = [self.visit(each) for each in node.body]
        node.orelse = [self.visit(each) for each in node.orelse]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.IfExp:
        return ast.IfExp(self._condition(node.test), self.visit(node.body), self.visit(node.orelse))

    def visit_Return(self, node: ast.Return) -> ast.Return:
        assert node.value is not None
        self.returns.append(deepcopy(node.value))
        number = len(self.returns) - 1
        value = self._condition(node.value) if self.is_condition else self.visit(node.value)
        return ast.Return(_call("gives", ast.Constant(number), value))

    def _condition(self, node: ast.expr) -> ast.expr:
        match node:
            case ast.BoolOp(op=op, values=values):
                nothing = ast.arguments([], [], None, [], [], None, [])
                tests = [ast.Lambda(nothing, self._condition(value)) for value in values]
                return _call("all" if isinstance(op, ast.And) else "any", *tests)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return ast.UnaryOp(ast.Not(), self._condition(operand))
            case ast.Constant():
                return node
        self.conditions.append(deepcopy(node))
        return _call("says", ast.Constant(len(self.conditions) - 1), self.visit(node))


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Attribute(ast.Name("_trace", ast.Load()), name, ast.Load()), list(arguments), [])
