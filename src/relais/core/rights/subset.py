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
TREE = "tree"  # the attribute of a function that stands in no module (see `reforms.verified`)
TAKEN = frozenset([*FUNCTIONS, "xp"])  # names that a rule may not give to anything of its own

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
    code = function.__code__
    tree = function.__dict__.get(TREE) or _functions_of(code.co_filename)[code.co_firstlineno]
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
    found = faults_of(tree)
    if not function.__doc__:
        found.append((tree.lineno, "say in one line what it gives, as a docstring"))
    return [Flaw(where, f"line {line}: {why}") for line, why in found]


def faults_of(tree: ast.FunctionDef) -> list[tuple[int, str]]:
    """What in a function without decorator and docstring is not of the subset: line and why."""
    found: list[tuple[int, str]] = []

    def refuse(node: ast.AST, why: str) -> None:
        found.append((getattr(node, "lineno", 0), why))

    arguments = tree.args
    if (
        arguments.vararg or arguments.kwarg or arguments.kwonlyargs or arguments.posonlyargs
        or arguments.defaults
    ):  # fmt: skip
        refuse(tree, "arguments are plain names, without *, without / and without a default")
    known = {argument.arg for argument in arguments.args}
    if len(known) < len(arguments.args):
        refuse(tree, "an argument stands here twice")
    for name in (tree.name, *known):
        _named(tree, name, refuse)
    if not _statements(tree.body, known, refuse):
        refuse(tree, "every way through it must end in a return")
    return found


def _named(node: ast.AST, name: str, refuse: Refuse) -> None:
    if name in TAKEN or name.startswith("_"):
        refuse(node, f"“{name}” is a name of the language: take another")


def _statements(body: list[ast.stmt], known: set[str], refuse: Refuse) -> bool:
    """Whether every way through `body` returns."""
    for statement in body:
        match statement:
            case ast.Return(value=ast.expr() as value):
                _expression(value, known, refuse)
                return True
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                _expression(value, known, refuse)
                _named(statement, name, refuse)
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
            at = node if hasattr(node, "lineno") else expression
            refuse(at, f"{type(node).__name__} is not allowed in a rule")
        elif isinstance(node, ast.Call):
            if not isinstance(node.func, ast.Name) or node.func.id not in FUNCTIONS or node.keywords:
                refuse(node, f"only these can be called: {', '.join(FUNCTIONS)}")
        elif isinstance(node, ast.Name) and node not in called and node.id not in known:
            refuse(node, f"“{node.id}” is no argument of this rule")
        elif isinstance(node, ast.Constant) and not isinstance(node.value, bool | int | float | str):
            refuse(node, "only numbers, yes and no, and words of a choice are allowed")
        elif isinstance(node, ast.Subscript) and not isinstance(node.value, ast.Name):
            refuse(node, "only a table of parameters can be looked up in")


def words_of(function: FunctionType) -> list[tuple[str, str]]:
    """Which argument is compared with which word of a choice."""
    found = []
    for node in ast.walk(tree_of(function)):
        match node:
            case ast.Compare(left=ast.Name(id=name), comparators=[ast.Constant(value=str() as word)]):
                found.append((name, word))
    return found


def scales_of(function: FunctionType) -> list[str]:
    """What brackets are taken from."""
    found = []
    for node in ast.walk(tree_of(function)):
        match node:
            case ast.Call(func=ast.Name(id="by_brackets"), args=[_, ast.Name(id=name)]):
                found.append(name)
    return found
