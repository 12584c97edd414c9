"""The money of an action over the years: a total is given only where every year is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


class Year(Protocol):
    """Money of one year, in whole EUR; None is not known."""

    @property
    def planned(self) -> int | None: ...
    @property
    def committed(self) -> int | None: ...
    @property
    def paid(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Money:
    """Totals in whole EUR; None where the figure of at least one year is not known."""

    planned: int | None
    committed: int | None
    paid: int | None


def totals(years: Iterable[Year]) -> Money:
    """Of every column apart. Without any year nothing is known."""
    every = list(years)
    return Money(
        _total([year.planned for year in every]),
        _total([year.committed for year in every]),
        _total([year.paid for year in every]),
    )


def _total(figures: list[int | None]) -> int | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known and len(known) == len(figures) else None
