"""The frozen subset of Python in which rules are written: names, numbers, conditions, some calls, returns."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import FunctionType

from relais.core.rights.law import FUNCTIONS
from relais.core.rights.problems import Flaw

Refuse = Callable[[ast.AST, str], None]

_EXPRESSIONS = (
    ast.Name, ast.Load, ast.Constant, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.UnaryOp, ast.USub,
    ast.Not, ast.BoolOp, ast.And, ast.Or, ast.Compare, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq,
    ast.IfExp, ast.Call, ast.Subscript, ast.Tuple,
)  # fmt: skip


@cache
def _functions_of(path: str) -> dict[int, ast.FunctionDef]:
    """Every function of a file by the line on which it begins, its decorator included."""
    functions = _defined_in(ast.parse(Path(path).read_text(encoding="utf-8")).body)
    return {min([f.lineno, *(d.lineno for d in f.decorator_list)]): f for f in functions}


def _defined_in(body: Iterable[ast.stmt]) -> Iterator[ast.FunctionDef]:
    for statement in body:
        if isinstance(statement, ast.FunctionDef):
            yield statement
        yield from _defined_in(getattr(statement, "body", ()))


@cache
def tree_of(function: FunctionType) -> ast.FunctionDef:
    """The function as a tree, without its decorator, docstring and annotations. Needs its source.

    Everyone gets the same tree: copy it before you change it.
    """
    tree = _functions_of(function.__code__.co_filename)[function.__code__.co_firstlineno]
    tree.decorator_list = []
    tree.returns = None
    if tree.body and isinstance(tree.body[0], ast.Expr) and isinstance(tree.body[0].value, ast.Constant):
        tree.body = tree.body[1:]
    for argument in tree.args.args:
        argument.annotation = None
    return tree


def arguments_of(function: FunctionType) -> tuple[str, ...]:
    """The names that the function depends on."""
    code = function.__code__
    return code.co_varnames[: code.co_argcount]


def flaws_of(function: FunctionType, where: str) -> list[Flaw]:
    """What in the function is not of the subset, with the line within it."""
    tree = tree_of(function)
    found: list[Flaw] = []

    def refuse(node: ast.AST, why: str) -> None:
        found.append(Flaw(where, f"line {getattr(node, 'lineno', 0)}: {why}"))

    arguments = tree.args
    if arguments.vararg or arguments.kwarg or arguments.kwonlyargs or arguments.defaults:
        refuse(tree, "arguments are plain names, without * and without a default")
    if not function.__doc__:
        refuse(tree, "say in one line what it gives, as a docstring")
    known = set(arguments_of(function))
    if not _statements(tree.body, known, refuse):
        refuse(tree, "every way through it must end in a return")
    return found


def _statements(body: list[ast.stmt], known: set[str], refuse: Refuse) -> bool:
    """Whether every way through `body` returns."""
    for statement in body:
        match statement:
            case ast.Return(value=ast.expr() as value):
                _expression(value, known, refuse)
                return True
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                _expression(value, known, refuse)
                known.add(name)
            case ast.If():
                _expression(statement.test, known, refuse)
                then = _statements(statement.body, set(known), refuse)
                otherwise = _statements(statement.orelse, set(known), refuse)
                if then and otherwise:
                    return True
            case _:
                refuse(statement, "only `name = …`, `if … else …` and `return …` are allowed")
    return False


def _expression(expression: ast.expr, known: set[str], refuse: Refuse) -> None:
    called = {node.func for node in ast.walk(expression) if isinstance(node, ast.Call)}
    for node in ast.walk(expression):
        if not isinstance(node, _EXPRESSIONS):
            refuse(node, f"{type(node).__name__} is not allowed in a rule")
        elif isinstance(node, ast.Call):
            if not isinstance(node.func, ast.Name) or node.func.id not in FUNCTIONS or node.keywords:
                refuse(node, f"only these can be called: {', '.join(FUNCTIONS)}")
        elif isinstance(node, ast.Name) and node not in called and node.id not in known:
            refuse(node, f"“{node.id}” is no argument of this rule")
        elif isinstance(node, ast.Constant) and not isinstance(node.value, bool | int | float | str):
            refuse(node, "only numbers, yes and no, and words of a choice are allowed")
        elif isinstance(node, ast.Subscript) and not isinstance(node.value, ast.Name):
            refuse(node, "only a table of parameters can be looked up in")


def names_in(written: Iterable[ast.expr], function: FunctionType) -> set[str]:
    """Every name in expressions of `function`, and in what was assigned to those names."""
    assigned: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree_of(function)):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                assigned.setdefault(name, []).append(value)
    found: set[str] = set()
    queue = list(written)
    while queue:
        names = {each.id for each in ast.walk(queue.pop()) if isinstance(each, ast.Name)} - found
        found |= names
        queue += [value for name in names for value in assigned.get(name, [])]
    return found


def words_of(function: FunctionType) -> list[tuple[str, str]]:
    """Which argument is compared with which word of a choice."""
    found = []
    for node in ast.walk(tree_of(function)):
        match node:
            case ast.Compare(left=ast.Name(id=name), comparators=[ast.Constant(value=str() as word)]):
                found.append((name, word))
    return found
