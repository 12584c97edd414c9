"""A rule that tells how it came to its value: every condition with yes or no, and the return it took.

A rule is compiled twice. The quick form is the rule itself, which keeps the outcome of each condition on the
way. It gives up where something unknown is used; then the careful form tries every part of an “and” or an
“or”, since one of them may decide whatever is unknown of the others.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_
from types import FunctionType
from typing import Any

from relais.core.rights.law import FUNCTIONS
from relais.core.rights.subset import arguments_of, tree_of
from relais.core.rights.unknown import NotYet, Unknown, all_of, any_of
from relais.core.rights.ways import Formula, Join, Not, Said, Test, Way, decided

_TRACE = ast.Name("_trace", ast.Load())


# One call of a rule: its value, the number of the return it took, the outcome of each condition by number.
# None: no return, as something was unknown; and of a condition that was not reached.
Trace = tuple[Any, int | None, tuple[bool | None, ...]]


@dataclass(frozen=True, slots=True)
class Traced:
    """`call(*arguments)` gives a trace. Conditions and ways are as written, by number; `asked` has the
    numbers of the arguments that each condition is about, as it names them.
    """

    call: Callable[..., Trace]
    arguments: tuple[str, ...]
    conditions: tuple[ast.expr, ...]
    asked: tuple[tuple[int, ...], ...]
    ways: tuple[Way, ...]
    of_conditions: tuple[int, ...]
    of_ways: tuple[int, ...]
    memory: dict[tuple[int, Said, bool], tuple[int, ...]]

    def decided(self, took: int, said: Said, is_something: bool) -> tuple[int, ...]:
        """See `ways.decided`: of the few ways through a rule, each is looked at once."""
        key = took, said, is_something
        if key not in self.memory:
            self.memory[key] = tuple(decided(self.ways[took], said, is_something))
        return self.memory[key]

    def returned(self, took: int) -> tuple[int, ...]:
        """The numbers of the arguments that are named in a return."""
        return _places(self.of_ways[took])

    def used(self, took: int | None, said: Said) -> tuple[int, ...]:
        """The numbers of the arguments that were really used, in order.

        `of_conditions` and `of_ways` have a bit for each argument.
        """
        bits = reduce(or_, self.of_ways) if took is None else self.of_ways[took]
        for each, outcome in zip(self.of_conditions, said, strict=True):
            if outcome is not None:
                bits |= each
        return _places(bits)


@lru_cache(maxsize=4096)
def _places(bits: int) -> tuple[int, ...]:
    """The places of the bits that are set: 0b101 is 0 and 2."""
    return tuple(place for place in range(bits.bit_length()) if bits >> place & 1)


@cache
def traced(function: FunctionType, is_condition: bool) -> Traced:
    """`function` compiled so that it records. `is_condition`: what it returns is yes or no."""
    arguments = arguments_of(function)
    tree = _inlined(tree_of(function))
    careful, quick = _Careful(is_condition), _Quick(is_condition)
    slow = careful.compiled(deepcopy(tree), {})

    def start_over(*values: Any) -> Trace:
        record = _Record(len(careful.conditions))
        try:
            value, took = slow(record, *values)
        except NotYet as error:
            value, took = Unknown(error.needs), None
        return value, took, tuple(record.said)

    def asked(written: ast.expr) -> tuple[int, ...]:
        names = [node.id for node in ast.walk(written) if isinstance(node, ast.Name)]
        return tuple(arguments.index(name) for name in names if name in arguments)

    def bits(written: ast.expr) -> int:
        return sum(1 << number for number in set(asked(written)))

    return Traced(
        quick.compiled(tree, {"_NotYet": NotYet, "_careful": start_over}), arguments,
        tuple(quick.conditions), tuple(asked(each) for each in quick.conditions), tuple(quick.ways),
        tuple(bits(each) for each in quick.conditions), tuple(bits(way.written) for way in quick.ways), {},
    )  # fmt: skip


class _Record:
    """What the careful form writes down while it runs."""

    def __init__(self, size: int) -> None:
        self.said: list[bool | None] = [None] * size

    def says(self, number: int, outcome: Any) -> bool:
        self.said[number] = found = bool(outcome)
        return found

    @staticmethod
    def all(*tests: Callable[[], bool]) -> bool:
        return all_of(tests)

    @staticmethod
    def any(*tests: Callable[[], bool]) -> bool:
        return any_of(tests)


def _inlined(tree: ast.FunctionDef) -> ast.FunctionDef:
    """The rule as a tree of tests that ends in returns, without the names that were assigned on the way."""
    made = deepcopy(tree)
    made.body = _without_names(made.body, {})
    return made


def _without_names(body: Sequence[ast.stmt], known: dict[str, ast.expr]) -> list[ast.stmt]:
    first, *rest = body
    match first:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return _without_names(rest, {**known, name: _put(value, known)})
        case ast.If(test=test, body=then, orelse=otherwise):
            branches = (_without_names([*branch, *rest], known) for branch in (then, otherwise))
            return [ast.If(_put(test, known), *branches)]
        case ast.Return(value=ast.expr() as value):
            return [ast.Return(_put(value, known))]
    raise AssertionError("subset.flaws_of lets nothing else through")


def _put(written: ast.expr, known: dict[str, ast.expr]) -> ast.expr:
    """An expression with, in place of each name that is known, what was assigned to it."""
    found = _Put(known).visit(deepcopy(written))
    assert isinstance(found, ast.expr)
    return found


class _Put(ast.NodeTransformer):
    def __init__(self, known: dict[str, ast.expr]) -> None:
        self.known = known

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return deepcopy(self.known.get(node.id, node))


class _Recorder(ast.NodeTransformer):
    """Writes a rule anew; on the way it numbers conditions, and ways with the tests that lead to them."""

    def __init__(self, is_condition: bool) -> None:
        self.is_condition = is_condition
        self.conditions: list[ast.expr] = []
        self.ways: list[Way] = []
        self.inside: list[Test] = []

    def compiled(self, tree: ast.FunctionDef, space: dict[str, Any]) -> Callable[..., Any]:
        self.finish(tree, self._body(tree.body, ()))
        module = ast.fix_missing_locations(ast.Module([tree], []))
        space |= FUNCTIONS
        exec(compile(module, f"<traced {tree.name}>", "exec"), space)
        made: Callable[..., Any] = space[tree.name]
        return made

    def finish(self, tree: ast.FunctionDef, body: list[ast.stmt]) -> None:
        raise NotImplementedError

    def says(self, number: int, node: ast.expr) -> ast.expr:
        raise NotImplementedError

    def joins(self, node: ast.BoolOp) -> ast.expr:
        raise NotImplementedError

    def _body(self, body: list[ast.stmt], path: tuple[Test, ...]) -> list[ast.stmt]:
        match body:
            case [ast.If(test=test, body=then, orelse=otherwise)]:
                made, formula = self._condition(test)
                on = (*path, Test(formula, _gives(then)))
                return [ast.If(made, self._body(then, on), self._body(otherwise, on))]
            case [ast.Return(value=ast.expr() as value)]:
                return [ast.Return(self._return(value, path))]
        raise AssertionError("_inlined leaves nothing else")

    def _return(self, value: ast.expr, path: tuple[Test, ...]) -> ast.expr:
        written, self.inside = deepcopy(value), []
        if self.is_condition:
            made, formula = self._condition(value)
            self.inside.append(Test(formula))
            made = ast.IfExp(made, ast.Constant(True), ast.Constant(False))  # so that unknown is used
        else:
            made = self.visit(value)
        self.ways.append(Way((*path, *self.inside), written))
        return ast.Tuple([made, ast.Constant(len(self.ways) - 1)], ast.Load())

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        made, formula = self._condition(node.test)
        self.inside.append(Test(formula))
        return ast.IfExp(made, self.visit(node.body), self.visit(node.orelse))

    def _condition(self, node: ast.expr) -> tuple[ast.expr, Formula]:
        match node:
            case ast.BoolOp(op=op, values=values):
                parts = [self._condition(value) for value in values]
                made = self.joins(ast.BoolOp(op, [part for part, _ in parts]))
                return made, Join(isinstance(op, ast.And), tuple(formula for _, formula in parts))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                made, formula = self._condition(operand)
                return ast.UnaryOp(ast.Not(), made), Not(formula)
            case ast.IfExp(test=test, body=body, orelse=otherwise):
                one, if_so = self._condition(test)
                then, if_yes = self._condition(body)
                other, if_no = self._condition(otherwise)
                both = Join(False, (Join(True, (if_so, if_yes)), Join(True, (Not(if_so), if_no))))
                return ast.IfExp(one, then, other), both
            case ast.Constant(value=bool() as value):
                return node, value
        number = len(self.conditions)
        self.conditions.append(deepcopy(node))
        return self.says(number, self.visit(node)), number


def _gives(body: list[ast.stmt]) -> bool | None:
    """Whether a branch gives something or nothing at once, if that is written out."""
    match body:
        case [ast.Return(value=ast.Constant(value=True))]:
            return True
        case [ast.Return(value=ast.Constant(value=0 | False))]:
            return False
    return None


class _Quick(_Recorder):
    """The outcome of condition 3 is in the variable _3, and all are given with the value."""

    def finish(self, tree: ast.FunctionDef, body: list[ast.stmt]) -> None:
        arguments: list[ast.expr] = [ast.Name(argument.arg, ast.Load()) for argument in tree.args.args]
        again = ast.Return(ast.Call(ast.Name("_careful", ast.Load()), arguments, []))
        unknown = ast.ExceptHandler(ast.Name("_NotYet", ast.Load()), None, [again])
        none: list[ast.expr] = [ast.Name(f"_{n}", ast.Store()) for n in range(len(self.conditions))]
        begin: list[ast.stmt] = [ast.Assign(none, ast.Constant(None))] if none else []
        said = ast.Tuple([ast.Name(f"_{n}", ast.Load()) for n in range(len(self.conditions))], ast.Load())
        for node in (each for statement in body for each in ast.walk(statement)):
            if isinstance(node, ast.Return):
                assert isinstance(node.value, ast.Tuple)
                node.value.elts.append(said)
        tree.body = [*begin, ast.Try(body, [unknown], [], [])]

    def says(self, number: int, node: ast.expr) -> ast.expr:
        return ast.NamedExpr(ast.Name(f"_{number}", ast.Store()), node)

    def joins(self, node: ast.BoolOp) -> ast.expr:
        return node


class _Careful(_Recorder):
    """Every part of an “and” or an “or” is tried, and what is said goes to the record."""

    def finish(self, tree: ast.FunctionDef, body: list[ast.stmt]) -> None:
        tree.args.args.insert(0, ast.arg("_trace"))
        tree.body = body

    def says(self, number: int, node: ast.expr) -> ast.expr:
        return _call("says", ast.Constant(number), node)

    def joins(self, node: ast.BoolOp) -> ast.expr:
        nothing = ast.arguments([], [], None, [], [], None, [])
        tests = [ast.Lambda(nothing, value) for value in node.values]
        return _call("all" if isinstance(node.op, ast.And) else "any", *tests)


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Attribute(_TRACE, name, ast.Load()), list(arguments), [])
