"""Which conditions of a rule decided: those without which it would have given something else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

Said = tuple[bool | None, ...]  # the outcome of each condition by number; None: not reached


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of a formula."""

    of: Formula


@dataclass(frozen=True, slots=True)
class Join:
    """Several formulas joined by “and” (`is_all`) or by “or”."""

    is_all: bool
    parts: tuple[Formula, ...]


Formula = int | bool | Not | Join  # a number is that of an elementary condition


@dataclass(frozen=True, slots=True)
class Test:
    """A test on the way to a return.

    `gives`: whether the rule would at once have given something (True) or nothing (False), had it held; None
    where that is not written out.
    """

    formula: Formula
    gives: bool | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way through a rule: the tests that it meets, and what is returned, as it is written."""

    tests: tuple[Test, ...]
    written: ast.expr


def outcome(formula: Formula, said: Said) -> bool | None:
    """Whether it holds; None when it was not reached, or is not known."""
    match formula:
        case bool():
            return formula
        case int():
            return said[formula]
        case Not(of=of):
            found = outcome(of, said)
            return None if found is None else not found
        case Join(is_all=is_all, parts=parts):
            each = [outcome(part, said) for part in parts]
            if (not is_all) in each:
                return not is_all
            return None if None in each else is_all


def decided(way: Way, said: Said, is_something: bool) -> list[int]:
    """The numbers of the conditions that led along `way`, first things first; `is_something`: to a yes, or to
    more than nothing.

    A test that did not hold and would have given the same is left out: it decided nothing.
    """
    found: list[int] = []
    for test in way.tests:
        holds = outcome(test.formula, said)
        if holds or (holds is False and test.gives is not is_something):
            found += _why(test.formula, said)
    return list(dict.fromkeys(found))


def _why(formula: Formula, said: Said) -> Iterator[int]:
    match formula:
        case bool():
            pass
        case int():
            yield formula
        case Not(of=of):
            yield from _why(of, said)
        case Join(is_all=is_all, parts=parts):
            first = next((part for part in parts if outcome(part, said) is (not is_all)), None)
            for part in parts if first is None else (first,):
                yield from _why(part, said)
