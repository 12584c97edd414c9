"""Attack a release as an outsider would, knowing nothing but releases.

The attacker knows every total, linked table and earlier release, and that counts are whole and not below
zero. For each hidden cell we look for two fillings that agree with all of it and lie `protection` apart;
where there are none, linear programmes give the interval itself (Fischetti and Salazar, 2001, call this the
attacker's subproblem).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from relais.core.figures.disclosure import knowledge
from relais.core.figures.disclosure.cells import Cell
from relais.core.figures.disclosure.filling import Contradiction, fill
from relais.core.figures.disclosure.moves import Room
from relais.core.figures.disclosure.programmes import Undecided
from relais.core.figures.disclosure.releases import HIDDEN, Release, Shown
from relais.core.figures.disclosure.suppression import ALMOST_NOTHING
from relais.core.figures.disclosure.systems import System, system_of
from relais.core.figures.disclosure.witnesses import Witnesses


class Interval(NamedTuple):
    """What an attacker computes for a cell; without end, `high` is infinite. When not `sharp`, it is at
    least this."""

    low: int
    high: float
    sharp: bool

    @property
    def width(self) -> float:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Findings:
    """What the audit found. It is not for publication, and prints no numbers of cells.

    `narrow`: cells that can be computed too closely. `undecided`: cells of which the solver did not know in
    time; they count as failures. `left_out`: how many earlier releases do not agree with this one, so that
    they could not be joined.
    """

    intervals: Mapping[Cell, Interval] = field(repr=False)
    narrow: tuple[Cell, ...]
    undecided: tuple[Cell, ...] = ()
    left_out: int = 0

    @property
    def passes(self) -> bool:
        return not self.failed

    @property
    def failed(self) -> tuple[Cell, ...]:
        return (*self.narrow, *self.undecided)

    @property
    def recoverable(self) -> tuple[Cell, ...]:
        """Cells of which the exact number can be computed."""
        return tuple(cell for cell in self.narrow if not self.intervals[cell].width)


def audit(release: Release, earlier: Sequence[Release] = (), *, sharp: bool = False) -> Findings:
    """Findings on every hidden cell of `release` and of the earlier ones that it can be joined with.

    With `sharp`, each interval is computed to its ends (many times slower); without, only as far as its
    protection.
    """
    joined: list[Release] = [release]
    try:
        attack = Attack.on(joined)
    except Undecided:
        every = (table.cell(codes) for table in release.tables for codes in table.states)
        return Findings({}, (), tuple(every))
    earlier = knowledge.of_same_figures(earlier, release.tables)
    for old in reversed(earlier):
        try:
            attack = Attack.on([old, *joined])
        except (Contradiction, Undecided):
            continue
        joined.insert(0, old)
    for cell in attack.asked():
        attack.widen(cell, sharp=sharp)
    return attack.findings(left_out=len(earlier) + 1 - len(joined))


@dataclass(slots=True)
class Attack:
    """One filling of everything unknown, and how far each cell can move from it."""

    system: System
    filling: list[int]
    witnesses: Witnesses
    price: list[float]
    need: dict[int, int]
    threshold: dict[int, int]
    ends: dict[int, Interval] = field(default_factory=dict)
    undecided: list[int] = field(default_factory=list)

    @classmethod
    def on(cls, releases: Sequence[Release]) -> Attack:
        """Raises Contradiction when the releases do not agree."""
        tables = [table for release in releases for table in release.tables]
        system = system_of(tables)
        low, high = knowledge.in_system(system, knowledge.of_releases(releases))
        x = fill(system, low, high)
        down = [at - least for at, least in zip(x, low, strict=True)]
        up = [most - at for at, most in zip(x, high, strict=True)]
        need: dict[int, int] = {}
        threshold: dict[int, int] = {}
        for table in tables:
            for codes, state in table.states.items():
                cell = system.place[table.cell(codes)]
                if state == HIDDEN or (isinstance(state, Shown) and state.base > 1):
                    need[cell] = max(need.get(cell, 0), table.protection)
                if state != HIDDEN:
                    threshold[cell] = max(threshold.get(cell, 0), table.threshold)
        for cell in system.implied:
            need[cell] = max(table.protection for table in tables)
            threshold[cell] = max(table.threshold for table in tables)
        price = [ALMOST_NOTHING if least < most else inf for least, most in zip(low, high, strict=True)]
        return cls(system, x, Witnesses(Room(system, down, up)), price, need, threshold)

    def asked(self) -> list[int]:
        """Every cell that is to be protected: what is hidden, and what was rounded or can be subtracted and
        may be small."""
        room = self.witnesses.room
        return [
            c
            for c in self.need
            if c not in self.threshold or self.filling[c] - room.down[c] < self.threshold[c]
        ]

    def widen(self, cell: int, *, sharp: bool) -> None:
        """Find how far it moves; the ends of its interval when that is not far enough, or when asked."""
        room, need = self.witnesses.room, self.need[cell]
        try:
            while self.witnesses.width(cell) < need and not sharp:
                low, high = self.witnesses.reach(cell)
                move = room.cheapest(self.price, cell, low + need)
                move = move or room.cheapest(self.price, cell, high - need)
                if move is None:
                    break
                self.witnesses.add(move)
            if sharp or self.witnesses.width(cell) < need:
                self.ends[cell] = self._ends(cell)
        except Undecided:
            self.undecided.append(cell)

    def findings(self, left_out: int) -> Findings:
        intervals = {}
        narrow = []
        for cell in self.asked():
            interval = self.ends.get(cell) or Interval(*self._reach(cell), False)
            intervals[self.system.cells[cell]] = interval
            is_large = cell in self.threshold and interval.low >= self.threshold[cell] and interval.sharp
            if interval.width < self.need[cell] and not is_large and cell not in self.undecided:
                narrow.append(self.system.cells[cell])
        undecided = tuple(self.system.cells[cell] for cell in self.undecided)
        return Findings(intervals, tuple(narrow), undecided, left_out)

    def _reach(self, cell: int) -> tuple[int, int]:
        low, high = self.witnesses.reach(cell)
        return self.filling[cell] + low, self.filling[cell] + high

    def _ends(self, cell: int) -> Interval:
        room = self.witnesses.room
        free = [c for c, price in enumerate(self.price) if price < inf]
        beyond = sum(self.filling) + self.need[cell]  # what goes so far goes on for ever
        for sign in (1, -1):
            if move := room.farthest(free, cell, sign, beyond):
                self.witnesses.add(move)
        low, high = self._reach(cell)
        return Interval(low, high if high < self.filling[cell] + beyond else inf, True)
