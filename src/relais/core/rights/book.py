"""The book: every right of the catalogue as it is written, through all its versions and amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType

from relais.core.rights.inputs import Input, read_inputs
from relais.core.rights.law import Rule, Total
from relais.core.rights.parameters import Parameter, read_parameters
from relais.core.rights.reading import records_of
from relais.core.rights.subset import arguments_of
from relais.core.texts.text import Text

CATALOGUE = Path(__file__).with_name("catalogue")
SHARED = "family"  # what many rights need: its names are known everywhere


@dataclass(frozen=True)
class Right:
    """One folder: the rules of one right, or what many share. `labels` are the words for rules and totals."""

    name: str
    rules: tuple[Rule, ...] = ()
    totals: Mapping[str, Total] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    inputs: Mapping[str, Input] = field(default_factory=dict)
    labels: Mapping[str, Text] = field(default_factory=dict)

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything that a rule of this right can depend on by its bare name."""
        return frozenset([*(r.name for r in self.rules), *self.totals, *self.parameters, *self.inputs])


@dataclass(frozen=True)
class Book:
    """All rights, by name."""

    rights: Mapping[str, Right]

    def full_name(self, name: str, inside: str) -> str | None:
        """`name` used inside a right, in full: its own, what is shared, or right__name. None for no name."""
        for right in (inside, SHARED):
            if right in self.rights and name in self.rights[right].names:
                return f"{right}.{name}"
        right, _, rest = name.partition("__")
        if rest and right in self.rights and rest in self.rights[right].names:
            return f"{right}.{rest}"
        return None

    def home(self, full: str) -> tuple[Right, str]:
        """The right of a full name, and the name that it has there."""
        right, _, name = full.partition(".")
        return self.rights[right], name


def right_of(name: str, module: ModuleType | None, folder: Path) -> Right:
    """A right from its module of rules and the files beside it. Raises FileProblems with the line."""
    said = vars(module).items() if module else ()
    return Right(
        name,
        tuple(each for _, each in said if isinstance(each, Rule)),
        {key: each for key, each in said if isinstance(each, Total)},
        read_parameters(folder / "parameters.yaml"),
        read_inputs(folder / "inputs.yaml"),
        {key: record.text("label") for key, record in records_of(folder / "texts.yaml")},
    )


def read_book(names: Iterable[str] = ()) -> Book:
    """The whole catalogue; or the rights of these names, what is shared, and what they use of others."""
    names = list(names)
    every = {folder.name for folder in CATALOGUE.iterdir() if (folder / "__init__.py").exists()}
    rights: dict[str, Right] = {}
    queue = [*names, SHARED] if names else sorted(every)
    while queue:
        name = queue.pop(0)
        if name in every and name not in rights:
            rights[name] = _read(CATALOGUE / name)
            queue += _others(rights[name])
    book = Book(dict(sorted(rights.items())))
    return _reached(book, {*names, SHARED}) if names else book


def _read(folder: Path) -> Right:
    has_rules = (folder / "rules.py").exists()
    module = import_module(f"{__package__}.catalogue.{folder.name}.rules") if has_rules else None
    return right_of(folder.name, module, folder)


def _others(right: Right) -> list[str]:
    """The rights whose results or amounts this one uses."""
    used = [name for each in right.names for name in _uses(right, each)]
    return [name.partition("__")[0] for name in used if "__" in name]


def _uses(right: Right, name: str) -> list[str]:
    """What a rule, in all its versions, or a total of a right depends on, as it is written there."""
    if name in right.totals:
        return [right.totals[name].of]
    return [a for rule in right.rules if rule.name == name for a in arguments_of(rule.function)]


def _reached(book: Book, whole: set[str]) -> Book:
    """The `whole` rights of a book, and of the others only what these need."""
    queue = [f"{name}.{each}" for name in whole if name in book.rights for each in book.rights[name].names]
    found: set[str] = set()
    while queue:
        full = queue.pop()
        if full not in found:
            found.add(full)
            home, name = book.home(full)
            queue += [n for a in _uses(home, name) if (n := book.full_name(a, home.name))]
    return Book({name: _only(right, found) for name, right in book.rights.items()})


def _only(right: Right, names: set[str]) -> Right:
    rules = tuple(rule for rule in right.rules if f"{right.name}.{rule.name}" in names)
    totals = {name: each for name, each in right.totals.items() if f"{right.name}.{name}" in names}
    return replace(right, rules=rules, totals=totals)
