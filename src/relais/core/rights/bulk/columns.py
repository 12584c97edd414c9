"""A rule for columns instead of one family: the same tree, every branch computed and the right one chosen.

The code that is made asks everything of `xp`: numpy, or what is spelled the same (jax.numpy).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import reduce
from math import inf
from types import FunctionType
from typing import Any

from relais.core.rights.parameters import Table
from relais.core.rights.subset import tree_of


def column_rule(function: FunctionType, options: Mapping[str, Sequence[str]]) -> Callable[..., Any]:
    """`call(xp, *arguments)` of `function`. `options`: of arguments that are a choice, the words in order."""
    tree = deepcopy(tree_of(function))
    writer = _Writer(options)
    value = writer.body(tree.body)
    tree.args.args.insert(0, ast.arg("xp"))
    tree.body = [*writer.written, ast.Return(value)]
    module = ast.fix_missing_locations(ast.Module([tree], []))
    space: dict[str, Any] = {"_call": _CALLS, "_look": look_up}
    exec(compile(module, f"<columns of {function.__qualname__}>", "exec"), space)
    made: Callable[..., Any] = space[tree.name]
    return made


def look_up(xp: Any, table: Table, *keys: Any) -> Any:
    """What Table.__getitem__ finds, for columns of keys. Bands are few: comparing with each of them is
    faster than a search, and the place fits in 16 bits."""
    at: Any = xp.int16(0)
    for bounds, key in zip(table.bounds, keys, strict=True):
        at = at * len(bounds) + sum((key >= bound for bound in bounds[1:]), xp.int16(0))
    return xp.take(table.numbers, at, mode="clip")


def _share(xp: Any, part: Any, whole: Any) -> Any:
    return xp.where(xp.asarray(whole) != 0, part / xp.where(xp.asarray(whole) != 0, whole, 1), 0.0)


def _months_between(xp: Any, first: Any, last: Any) -> Any:
    months = (last // 10000 - first // 10000) * 12 + last // 100 % 100 - first // 100 % 100
    return months - xp.where(xp.asarray(last % 100 < first % 100), 1, 0)


def _steps(xp: Any, amount: Any, step: Any) -> Any:
    is_some = xp.asarray(step) != 0
    return xp.where(is_some, xp.ceil(amount / xp.where(is_some, step, 1) - 1e-9), 0.0)


def _by_brackets(xp: Any, amount: Any, rates: Table) -> Any:
    ends = (*rates.bounds[0][1:], inf)
    parts = zip(rates, ends, strict=True)
    return sum(rate * xp.maximum(0, xp.minimum(amount, end) - begin) for (begin, rate), end in parts)


_CALLS: dict[str, Callable[..., Any]] = {
    "min": lambda xp, *each: reduce(xp.minimum, each),
    "max": lambda xp, *each: reduce(xp.maximum, each),
    "abs": lambda xp, value: xp.abs(value),
    "per_month": lambda _xp, value: value / 12,
    "per_year": lambda xp, value: xp.multiply(value, 12),
    "share": _share,
    "cents": lambda xp, value: xp.floor(xp.multiply(value, 100) + 0.5 + 1e-7) / 100,
    "cents_down": lambda xp, value: xp.floor(xp.multiply(value, 100) + 1e-7) / 100,
    "whole_euros": lambda xp, value: xp.floor(value + 1e-9),
    "years_between": lambda _xp, first, last: (last - first) // 10000,
    "months_between": _months_between,
    "first_of_month": lambda _xp, day: day // 100 * 100 + 1,
    "steps": _steps,
    "in_year_of_age": lambda _xp, birth, age, day: (birth // 10000 + age) * 10000 + day,
    "in_year": lambda _xp, day, month_day: day // 10000 * 10000 + month_day,
    "in_next_year": lambda _xp, day, month_day: (day // 10000 + 1) * 10000 + month_day,
    "month_of_days": lambda xp, daily, days: xp.multiply(daily, days),
    "year_of_days": lambda xp, daily, days: xp.multiply(daily, days),
    "yearly_yield": lambda xp, capital, rate: xp.multiply(capital, rate),
    "by_brackets": _by_brackets,
}


class _Writer(ast.NodeTransformer):
    def __init__(self, options: Mapping[str, Sequence[str]]) -> None:
        self.options = options
        self.written: list[ast.stmt] = []
        self.names: dict[str, str] = {}

    def body(self, statements: list[ast.stmt]) -> ast.expr:
        """The value of a way through the rule; assignments are written on the way, under new names."""
        first, *rest = statements
        match first:
            case ast.Return(value=ast.expr() as value):
                return self._value(value)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                made = f"{name}_{len(self.written)}"
                self.written.append(ast.Assign([ast.Name(made, ast.Store())], self._value(value)))
                before, self.names = self.names, {**self.names, name: made}
                found = self.body(rest)
                self.names = before
                return found
            case ast.If(test=test, body=then, orelse=otherwise):
                return _xp(
                    "where", self._value(test), self.body([*then, *rest]), self.body([*otherwise, *rest])
                )
        raise AssertionError("subset.flaws_of lets nothing else through")

    def _value(self, node: ast.expr) -> ast.expr:
        found = self.visit(deepcopy(node))
        assert isinstance(found, ast.expr)
        return found

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self.names.get(node.id, node.id), ast.Load())

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        name = "logical_and" if isinstance(node.op, ast.And) else "logical_or"
        values: list[ast.expr] = [self.visit(value) for value in node.values]
        return reduce(lambda one, other: _xp(name, one, other), values)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        operand = self.visit(node.operand)
        return _xp("logical_not", operand) if isinstance(node.op, ast.Not) else ast.UnaryOp(node.op, operand)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        left, right = self.visit(node.left), self.visit(node.right)
        return (
            _xp("multiply", left, right) if isinstance(node.op, ast.Mult) else ast.BinOp(left, node.op, right)
        )

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        sides = [node.left, *node.comparators]
        words = self._words(sides)
        read = [words.get(n) or self.visit(side) for n, side in enumerate(sides)]
        pairs: list[ast.expr] = [ast.Compare(read[n], [op], [read[n + 1]]) for n, op in enumerate(node.ops)]
        return reduce(lambda one, other: _xp("logical_and", one, other), pairs)

    def _words(self, sides: list[ast.expr]) -> dict[int, ast.expr]:
        """Words of a choice as their place among its options."""
        named = next((s.id for s in sides if isinstance(s, ast.Name) and s.id in self.options), "")
        return {
            n: ast.Constant(list(self.options[named]).index(side.value))
            for n, side in enumerate(sides)
            if named and isinstance(side, ast.Constant) and isinstance(side.value, str)
        }

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        return _xp("where", self.visit(node.test), self.visit(node.body), self.visit(node.orelse))

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        keys = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        arguments = [ast.Name("xp", ast.Load()), self.visit(node.value), *(self.visit(key) for key in keys)]
        return ast.Call(ast.Name("_look", ast.Load()), arguments, [])

    def visit_Call(self, node: ast.Call) -> ast.expr:
        assert isinstance(node.func, ast.Name)
        function = ast.Subscript(ast.Name("_call", ast.Load()), ast.Constant(node.func.id), ast.Load())
        return ast.Call(function, [ast.Name("xp", ast.Load()), *(self.visit(arg) for arg in node.args)], [])


def _xp(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Attribute(ast.Name("xp", ast.Load()), name, ast.Load()), list(arguments), [])
