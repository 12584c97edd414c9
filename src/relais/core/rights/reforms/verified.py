"""Rules from outside the catalogue, in a file that is not trusted: read as a tree, never run as a module.

The file looks like `rules.py` of a right. What stands around its functions is read, not executed; the
functions are made once every line of them is in the frozen subset.
"""

from __future__ import annotations

import ast
import datetime as dt
import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from types import FunctionType

from relais.core.rights import law
from relais.core.rights.law import FUNCTIONS, HOUSEHOLD, PERSON, Entity, Rule, Total
from relais.core.rights.subset import TREE, faults_of
from relais.core.rights.units import UNITS
from relais.core.texts.problem import FileProblems, Problem

LARGEST, DEEPEST, LONGEST_TEXT = 65_536, 60, 500  # bytes of a file, levels of a tree, characters of a text
MOST_WAYS, MOST_NODES = 64, 400  # of one rule: columns compute every way through it
IMPORTED = {law.__name__: {"HOUSEHOLD", "PERSON", "rule", "total", *FUNCTIONS} - {"min", "max", "abs"}}
ENTITIES = {"PERSON": PERSON, "HOUSEHOLD": HOUSEHOLD}
SAID = ("article", "name", "start", "end", "as_of")  # what a decorator may say
ALLOWED = (
    "only imports from the words of rules, NAME = “words”, name = total(…) and @rule functions stand here"
)


@dataclass(frozen=True, slots=True)
class Written:
    """What a file says: rules, in all their versions, and totals by name; and the line of each by name."""

    path: Path
    rules: tuple[Rule, ...] = ()
    totals: Mapping[str, Total] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


def verified_rules(path: Path) -> Written:
    """Rules and totals of a file. Raises FileProblems: everything in it that is not allowed, by line."""
    reader = _Reader(path)
    for statement in _parsed(path).body:
        reader.statement(statement)
    if reader.problems:
        raise FileProblems(reader.problems)
    rules = tuple(law.rule(entity, unit, **said)(_made(tree)) for tree, entity, unit, said in reader.rules)
    return Written(path, rules, reader.totals, reader.lines)


def _parsed(path: Path) -> ast.Module:
    try:
        if not path.is_file():
            raise OSError("there is no such file")
        with path.open("rb") as file:
            read = file.read(LARGEST + 1)
        if len(read) > LARGEST:
            raise ValueError(f"is larger than {LARGEST} bytes")
        tree = ast.parse(read.decode("utf-8"))
    except SyntaxError as error:
        raise FileProblems([Problem(path, error.lineno or 0, "", f"no Python: {error.msg}")]) from None
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        raise FileProblems([Problem(path, 0, "", f"cannot be read: {error}")]) from None
    level: list[ast.AST] = [tree]
    for _ in range(DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    if level:
        line = next((node.lineno for node in level if isinstance(node, ast.stmt | ast.expr)), 0)
        raise FileProblems([Problem(path, line, "", "is nested too deeply: split it into rules")])
    return tree


def _made(tree: ast.FunctionDef) -> FunctionType:
    """The function, of a tree without fault: making it runs nothing, for it has no decorator or default."""
    bare = copy(tree)
    bare.decorator_list = []
    space: dict[str, FunctionType] = {"__builtins__": {}}  # type: ignore[dict-item]
    exec(compile(ast.Module([bare], []), f"<rule {tree.name}>", "exec"), space)
    function = space[tree.name]
    setattr(function, TREE, tree)
    return function


class _Reader:
    """Takes statement after statement. `rules`: tree, entity, unit, and what else the decorator says."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.constants: dict[str, str] = {}
        self.totals: dict[str, Total] = {}
        self.lines: dict[str, int] = {}
        self.rules: list[tuple[ast.FunctionDef, Entity, str, dict[str, str]]] = []
        self.functions: set[str] = set()

    def _wrong(self, node: ast.AST, where: str, why: str) -> None:
        self.problems.append(Problem(self.path, getattr(node, "lineno", 0), where, why))

    def statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                pass
            case ast.ImportFrom(module=str() as module, names=names, level=0) if module in IMPORTED:
                for each in names:
                    if each.name not in IMPORTED[module] or each.asname:
                        self._wrong(node, each.name, "is no word in which rules are written")
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call):
                self._total(node, name, call)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                self._constant(node, name, value)
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                for target, value in zip_longest(targets, values):
                    self._constant(node, target.id if isinstance(target, ast.Name) else "", value)
            case ast.FunctionDef():
                self._function(node)
            case _:
                self._wrong(node, "", ALLOWED)

    def _total(self, node: ast.Assign, name: str, call: ast.Call) -> None:
        match call:
            case ast.Call(
                func=ast.Name(id="total"), keywords=[],
                args=[ast.Constant(value=str() as of), ast.Constant(value=str() as unit)],
            ) if unit in UNITS:  # fmt: skip
                self._line(node, name)
                self.totals[name] = Total(of, unit)
            case _:
                self._wrong(node, name, "only total(“a rule of a person”, “a unit”) can be called here")

    def _constant(self, node: ast.Assign, name: str, value: ast.expr | None) -> None:
        words = self._text(value)
        if words is None or not name:
            self._wrong(node, name, f"is no text of at most {LONGEST_TEXT} characters: {ALLOWED}")
        else:
            self.constants[name] = words

    def _text(self, node: ast.expr | None) -> str | None:
        """A text that is written out, by itself or with others in it; None for anything else."""
        said: list[str | None]
        match node:
            case ast.Constant(value=str() as words):
                said = [words]
            case ast.Name(id=name):
                said = [self.constants.get(name)]
            case ast.FormattedValue(value=ast.Name() as name, conversion=-1, format_spec=None):
                said = [self._text(name)]
            case ast.JoinedStr(values=parts):
                said = [self._text(part) for part in parts]
            case _:
                return None
        whole = "".join(part for part in said if part is not None)
        return whole if None not in said and len(whole) <= LONGEST_TEXT else None

    def _line(self, node: ast.stmt, name: str) -> None:
        """A name of the reform says whose it is: right__rule."""
        if not re.fullmatch(r"[a-z][a-z0-9_]*?[a-z0-9]__[a-z][a-z0-9_]*", name):
            self._wrong(node, name, "is called after its right and itself: child_benefit__base")
        if name in self.totals:
            self._wrong(node, name, "stands here twice")
        self.lines.setdefault(name, getattr(node, "lineno", 0))

    def _function(self, tree: ast.FunctionDef) -> None:
        if tree.name in self.functions:
            self._wrong(tree, tree.name, "stands here twice: say name=“…” of a second version")
        self.functions.add(tree.name)
        annotated = tree.returns or any(a.annotation for a in tree.args.args) or vars(tree).get("type_params")
        if annotated:
            self._wrong(tree, tree.name, "arguments and result are not annotated in a rule")
        if not ast.get_docstring(tree):
            self._wrong(tree, tree.name, "say in one line what it gives, as a docstring")
        body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
        for line, why in faults_of(ast.FunctionDef(tree.name, tree.args, body, [], lineno=tree.lineno)):
            self.problems.append(Problem(self.path, line, tree.name, why))
        if _ways(body, 0) > MOST_WAYS or sum(1 for _ in ast.walk(tree)) > MOST_NODES:
            self._wrong(tree, tree.name, "is too long, or has too many ways through it: split it into rules")
        self._decorator(tree)

    def _decorator(self, tree: ast.FunctionDef) -> None:
        match tree.decorator_list:
            case [
                ast.Call(
                    func=ast.Name(id="rule"), keywords=keywords,
                    args=[ast.Name(id="PERSON" | "HOUSEHOLD" as entity), ast.Constant(value=str() as unit)],
                )
            ] if unit in UNITS:  # fmt: skip
                said = {key.arg: self._text(key.value) for key in keywords}
            case _:
                self._wrong(
                    tree, tree.name, "is marked @rule(PERSON or HOUSEHOLD, “a unit”, article=…), once"
                )
                return
        for key, words in said.items():
            if key not in SAID or words is None or not _is_sound(key, words):
                self._wrong(tree, tree.name, f"{key} is not what @rule takes: {', '.join(SAID)}, as texts")
        if not said.get("article"):
            self._wrong(tree, tree.name, "article is missing: which article it changes, or that it is new")
        texts = {key: words for key, words in said.items() if key and words is not None}
        self._line(tree, texts.get("name") or tree.name)
        self.rules.append((tree, ENTITIES[entity], unit, texts))


def _is_sound(key: str, words: str) -> bool:
    """Whether a day is a day."""
    day = {"start": words, "end": words, "as_of": f"2025-{words}"}.get(key, "2025-01-01")
    try:
        return dt.date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _ways(body: list[ast.stmt], after: int) -> int:
    """How many ways lead through `body`, with so many through what follows it."""
    for node in reversed(body):
        if isinstance(node, ast.Return):
            after = 1
        elif isinstance(node, ast.If):
            after = _ways(node.body, after) + _ways(node.orelse, after)
    return after
