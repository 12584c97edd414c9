"""Tables for tests, and an attacker of another make than the one under test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import inf
from typing import Any

import numpy as np
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from relais.core.figures.disclosure import (
    PLAIN,
    TOTAL,
    Dimension,
    Hidden,
    PublishedTable,
    Release,
    Rule,
    Shown,
    Table,
)  # fmt: skip
from relais.core.figures.disclosure.cells import Codes

NAMES = ("place", "age", "sex")
Atoms = Mapping[Codes, int]  # persons by (place, age, sex)


def make_table(
    numbers: Sequence[Sequence[int]], name: str = "t", *, period: str = "2026", **more: Any
) -> Table:
    """Rows a, b, c… by columns p, q, r…"""
    rows, columns = "abcdefgh"[: len(numbers)], "pqrstuvw"[: len(numbers[0])]
    counts = {
        (r, c): n for r, row in zip(rows, numbers, strict=True) for c, n in zip(columns, row, strict=True)
    }
    dimensions = (Dimension.flat("row", rows), Dimension.flat("column", columns))
    return Table(name, "persons", period, dimensions, counts=counts, **more)


def make_release(table: Table, hidden: Iterable[Codes], rule: Rule = PLAIN) -> Release:
    """A release that hides exactly these places, good or bad."""
    states = {c: Hidden() if c in set(hidden) else Shown(v) for c, v in table.values.items()}
    return Release((PublishedTable(
        table.name, table.of, table.period, table.dimensions, table.structural, table.shares,
        states=states, threshold=rule.threshold, protection=rule.protection,
    ),))  # fmt: skip


def table_of(atoms: Atoms, axes: Sequence[int], name: str) -> Table:
    """The persons of `atoms` counted by some of the three dimensions."""
    dimensions = tuple(Dimension.flat(NAMES[i], dict.fromkeys(a[i] for a in atoms)) for i in axes)
    counts: dict[Codes, int] = {}
    for atom, number in atoms.items():
        codes = tuple(atom[i] for i in axes)
        counts[codes] = counts.get(codes, 0) + number
    return Table(name, "persons", "2026", dimensions, counts=counts)


@st.composite
def atoms(draw: st.DrawFn, sizes: Sequence[int], small: int = 12) -> dict[Codes, int]:
    """Persons by three dimensions of at most `sizes` codes; many cells are small, some are large."""
    codes = ["xyzw"[: draw(st.integers(1, size))] for size in sizes]
    numbers = st.one_of(st.integers(0, small), st.integers(0, 60))
    return {codes: draw(numbers) for codes in product(*codes)}


def hidden_of(release: Release) -> set[tuple[str, Codes]]:
    return {(t.name, c) for t in release.tables for c, state in t.states.items() if isinstance(state, Hidden)}


def attack(every: Sequence[Atoms], releases: Sequence[Release]) -> Iterator[tuple[tuple[str, Codes], float]]:
    """For each hidden place how wide an attacker's interval is.

    Written from the leaves: an unknown for each atom, and one equation for each place shown, so that it
    shares neither code nor formulation with the audit. Exact, in whole numbers.
    """
    names = list(every[0])
    tables = [table for release in releases for table in release.tables]
    rows, sums, asked = [], [], {}
    for table in tables:
        axes = [NAMES.index(d.name) for d in table.dimensions]
        for codes, state in table.states.items():
            row = [all(c in (TOTAL, a[i]) for i, c in zip(axes, codes, strict=True)) for a in names]
            if isinstance(state, Shown):
                rows.append(row)
                sums.append(state.value)
            else:
                asked[table.name, codes] = np.array(row, dtype=float)
    for key, row in asked.items():
        ends = [_end(sign * row, rows, sums) for sign in (1, -1)]
        yield key, -ends[1] - ends[0]


def _end(cost: np.ndarray, rows: list[list[bool]], sums: list[int]) -> float:
    matrix = np.array(rows, dtype=float) if rows else np.zeros((1, len(cost)))
    found = milp(
        cost, integrality=np.ones(len(cost)), bounds=Bounds(0, np.inf),
        constraints=LinearConstraint(matrix, sums or [0], sums or [0]),
    )  # fmt: skip
    return round(found.fun) if found.status == 0 else -inf  # unbounded
