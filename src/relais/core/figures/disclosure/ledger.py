"""What was decided about each cell and why, and what it costs: for those who release, never for readers.

A reason tells more than it seems: *primary* says that a cell lies below the threshold. So it stays beside
the raw table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from relais.core.figures.disclosure.cells import Cell
from relais.core.figures.disclosure.releases import HIDDEN, Release, Shown
from relais.core.figures.disclosure.rules import Rule
from relais.core.figures.disclosure.tables import Table


class Reason(StrEnum):
    """Why a cell is not shown as it is."""

    PRIMARY = "primary"  # small itself
    SECONDARY = "secondary"  # hidden so that a small one cannot be computed
    COARSENED = "coarsened"  # published only together with others
    ROUNDED = "rounded"
    WITHHELD = "withheld"  # nothing of its table can be protected


class Loss(NamedTuple):
    """Cells and persons (or what is counted) that readers no longer see. Persons are those of hidden or
    coarsened leaves."""

    cells: int
    small: int
    hidden: int
    coarsened: int
    persons: int
    persons_hidden: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """`seed` redraws the same rounding; who has it can undo some of it, so it stays here too."""

    decisions: Mapping[Cell, Reason] = field(repr=False)
    loss: Loss
    seed: int | None = field(default=None, repr=False)

    def count(self, reason: Reason) -> int:
        return sum(given is reason for given in self.decisions.values())


def ledger_of(tables: Iterable[tuple[Table, Rule]], release: Release, seed: int | None = None) -> Ledger:
    """What `release` does to these tables, as they were before anything was merged."""
    states = {table.cell(codes): state for table in release.tables for codes, state in table.states.items()}
    decisions: dict[Cell, Reason] = {}
    sizes: dict[Cell, bool] = {}
    leaves: dict[Cell, int] = {}
    for table, rule in tables:
        gone = Reason.WITHHELD if table.name in release.withheld else Reason.COARSENED
        for codes, size in table.sizes.items():
            cell = table.cell(codes)
            sizes[cell] = size < rule.threshold
            match states.get(cell):
                case None:
                    decisions[cell] = gone
                case Shown(base=base) if base > 1:
                    decisions[cell] = Reason.ROUNDED
                case Shown():
                    pass
                case _:
                    decisions[cell] = Reason.PRIMARY if size < rule.threshold else Reason.SECONDARY
        leaves |= {table.cell(codes): value for codes, value in table.counts.items()}
    unseen = sum(
        value for cell, value in leaves.items() if decisions.get(cell, Reason.ROUNDED) is not Reason.ROUNDED
    )
    hidden = sum(states.get(cell) == HIDDEN for cell in sizes)
    coarsened = sum(reason is Reason.COARSENED for reason in decisions.values())
    loss = Loss(len(sizes), sum(sizes.values()), hidden, coarsened, sum(leaves.values()), unseen)
    return Ledger(decisions, loss, seed)
