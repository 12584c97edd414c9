"""What a figure is of, said so that two tables that hold the same figure say it alike."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

TOTAL = "_T"

Codes: TypeAlias = tuple[str, ...]
"""One code for each dimension of a table, in the order of its dimensions; `_T` is the total."""


class Cell(NamedTuple):
    """A figure, whatever table it stands in.

    Totals are left out of `codes`, so the margin of one table *is* the cell of a smaller one, and tables are
    linked without anyone saying so. The price: a dimension and a code must mean the same wherever they are
    used.
    """

    of: str
    period: str
    codes: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        where = ", ".join(f"{dimension} {code}" for dimension, code in self.codes)
        return f"{self.of} {self.period}: {where or 'total'}"
