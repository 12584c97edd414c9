"""The matrix as it is written: its lines, and what the code has that it must speak of."""

from __future__ import annotations

import csv
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.architecture.tree import SOURCE

FILE = Path(__file__).with_name("matrix.csv")
ROLES = ("reader", "member", "other member", "cell", "observer", "referent", "administrator")
PREDICATES = ("can_", "is_", "has_")
PAGE = "page "

Predicate = Callable[..., bool]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: an act ("coordination.can_ask") or a page ("page accounts:me"), and what each role gets."""

    what: str
    case: str
    cells: dict[str, str]

    @property
    def is_page(self) -> bool:
        return self.what.startswith(PAGE)

    @property
    def page(self) -> str:
        return self.what.removeprefix(PAGE)

    @property
    def room(self) -> str:
        return self.page.partition(":")[0] if self.is_page else self.what.partition(".")[0]


def lines() -> list[Line]:
    """All of it, in the order in which it was written. Raises KeyError for a column that is missing."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            Line(row["what"], row["case"], {role: row[role] for role in ROLES})
            for row in csv.DictReader(file)
        ]


def predicates() -> dict[str, Predicate]:
    """Every predicate of every room: "coordination.can_ask" to its function."""
    return {f"{room}.{name}": predicate for room in _rooms() for name, predicate in _of(room)}


def _rooms() -> list[str]:
    drawers = (*SOURCE.glob("apps/*/permissions.py"), *SOURCE.glob("apps/*/permissions/__init__.py"))
    return sorted(path.relative_to(SOURCE / "apps").parts[0] for path in drawers)


def _of(room: str) -> Iterator[tuple[str, Predicate]]:
    module = import_module(f"relais.apps.{room}.permissions")
    for name, found in inspect.getmembers(module, inspect.isfunction):
        if name.startswith(PREDICATES) and found.__module__.startswith(module.__name__):
            yield name, found


def takes(predicate: Predicate) -> int:
    """How many rows it takes after the person."""
    return len(inspect.signature(predicate).parameters) - 1
