"""What is small, what must be wide, and what it costs to hide a cell: the tables in the numbers of one
system."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, inf, log1p

from relais.core.figures.disclosure import knowledge
from relais.core.figures.disclosure.cells import Cell
from relais.core.figures.disclosure.filling import Contradiction, fill
from relais.core.figures.disclosure.moves import Room
from relais.core.figures.disclosure.releases import HIDDEN, Hidden, Release, Shown
from relais.core.figures.disclosure.rules import Rule
from relais.core.figures.disclosure.systems import System, system_of
from relais.core.figures.disclosure.tables import Table

Ruled = tuple[Table, Rule]
AS_BEFORE = 0.2  # hiding what an earlier period hid costs this part: patterns that stay are hard to compare


@dataclass(slots=True)
class Problem:
    """Counts of all cells (`x`; of old cells one filling that fits), what is known of them, small ones,
    needs, prices."""

    system: System
    x: list[int]
    room: Room
    small: set[int]
    need: list[int]
    loss: list[float]
    free: frozenset[int]


def problem_of(ruled: Sequence[Ruled], joined: Sequence[Release], earlier: Sequence[Release]) -> Problem:
    """The problem of these tables, with the cells of the releases `joined` and what is known from all
    `earlier` ones. Raises Contradiction when tables and joined releases do not come from the same counts."""
    old = [table for release in joined for table in release.tables]
    system = system_of([*(table for table, _ in ruled), *old])
    x, down, up = _counts(system, ruled, joined, earlier)
    need, small = _needs(system, x, ruled)
    ours = {table.cell(codes) for table, _ in ruled for codes in table.places}
    for published in old:
        for codes, state in published.states.items():
            place = system.place[published.cell(codes)]
            need[place] = max(need[place], published.protection)
            if isinstance(state, Hidden) and up[place] and system.cells[place] not in ours:
                small.add(place)
    before = _hidden_before(earlier)
    loss = [1 + log1p(value) for value in x]
    for place, cell in enumerate(system.cells):
        if not down[place] + up[place]:
            loss[place] = inf
        elif (cell.of, cell.codes) in before:
            loss[place] *= AS_BEFORE
    return Problem(system, x, Room(system, down, up), small, need, loss, system.implied)


def _needs(system: System, x: Sequence[int], ruled: Sequence[Ruled]) -> tuple[list[int], set[int]]:
    need, small = [0] * len(x), set[int]()
    for table, rule in ruled:
        protection = protection_of(table, rule)
        for codes, size in table.sizes.items():
            place = system.place[table.cell(codes)]
            need[place] = max(need[place], protection)
            if size < rule.threshold:
                small.add(place)
    for place in system.implied:
        need[place] = max(protection_of(*pair) for pair in ruled)
        if x[place] < max(rule.threshold for _, rule in ruled):
            small.add(place)
    return need, small


def protection_of(table: Table, rule: Rule) -> int:
    """In what the table counts: for a survey, what as many answers stand for."""
    if table.answers is None:
        return rule.protection
    return ceil(rule.protection * sum(table.counts.values()) / max(1, sum(table.answers.values())))


def _counts(
    system: System, ruled: Iterable[Ruled], joined: Sequence[Release], earlier: Sequence[Release]
) -> tuple[list[int], list[float], list[float]]:
    """The counts, and how far each may lie below and above by what is known. A cell that was ever shown is
    known."""
    own: dict[Cell, knowledge.Limits] = {}
    for table, _ in ruled:
        for codes, value in table.values.items():
            if own.setdefault(table.cell(codes), (value, value)) != (value, value):
                raise Contradiction(f"{table.cell(codes)} is not the same in all tables")
    zeros = {table.cell(codes): (0, 0) for table, _ in ruled for codes in table.zeros()}
    x = fill(system, *knowledge.in_system(system, knowledge.of_releases(joined) | zeros | own))
    public = knowledge.of_releases(earlier) | zeros
    down, up = [float(value) for value in x], [inf] * len(x)
    for place, cell in enumerate(system.cells):
        low, high = public.get(cell, (0, inf))
        if low == high:
            down[place] = up[place] = 0
        elif low <= x[place] <= high:
            down[place], up[place] = x[place] - low, high - x[place]
    return x, down, up


def _hidden_before(earlier: Sequence[Release]) -> set[tuple[str, tuple[tuple[str, str], ...]]]:
    """What the last release of each period hid, whatever its period."""
    states = {t.cell(codes): s for r in earlier for t in r.tables for codes, s in t.states.items()}
    return {(cell.of, cell.codes) for cell, state in states.items() if state == HIDDEN}


def rounded_before(earlier: Sequence[Release], base: int) -> dict[Cell, int]:
    """Values that were rounded to this base already."""
    return {
        table.cell(codes): state.value
        for release in earlier
        for table in release.tables
        for codes, state in table.states.items()
        if isinstance(state, Shown) and state.base == base
    }
