"""Axes of a figure through time: days across, values up from zero, each with round marks that have room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from relais.core.figures.scales import Scale, ticks
from relais.core.figures.shapes import SMALL, Rule, Words, breadth

YEARS = (1, 2, 5, 10, 20, 50)  # between two marks
FOOT = SMALL + 12  # below the axis, for the years
AIR = 10.0  # between two words on one line


@dataclass(frozen=True, slots=True)
class Days:
    """From `start` at `left` to `end` at `right`."""

    start: dt.date
    end: dt.date
    left: float
    right: float

    def __call__(self, day: dt.date) -> float:
        whole = max((self.end - self.start).days, 1)
        return self.left + (self.right - self.left) * min(max((day - self.start).days / whole, 0), 1)

    def marks(self) -> list[dt.date]:
        """The first days of years within, all or every so many, so that their words do not touch."""
        firsts = [
            dt.date(year, 1, 1)
            for year in range(self.start.year, self.end.year + 1)
            if self.start <= dt.date(year, 1, 1) <= self.end
        ]
        room = breadth("2000") + AIR
        wide = (self.right - self.left) / max((self.end - self.start).days / 365.25, 1)
        every = next((years for years in YEARS if years * wide >= room), 100)
        return [first for first in firsts if first.year % every == 0]

    def drawn(self, bottom: float) -> tuple[list[Rule], list[Words]]:
        """The axis at `bottom`, with a mark and the number of each of these years."""
        rules = [Rule(self.left, bottom, self.right, bottom, "axis")]
        words = []
        for first in self.marks():
            x = self(first)
            rules.append(Rule(x, bottom, x, bottom + 4))
            half = breadth("2000") / 2
            words.append(Words(max(x, half), bottom + SMALL + 8, str(first.year), "middle", "light"))
        return rules, words


@dataclass(frozen=True, slots=True)
class Values:
    """From zero at `bottom` to `marks[-1]` at `top`."""

    marks: list[int]
    top: float
    bottom: float

    def __call__(self, value: float) -> float:
        return self.bottom - Scale(self.marks[-1], self.bottom - self.top)(value)

    def drawn(self, left: float, right: float, said: Callable[[int], str]) -> tuple[list[Rule], list[Words]]:
        """A rule at every mark but zero, its value at the left of it."""
        rules = [Rule(left, self(mark), right, self(mark)) for mark in self.marks if mark]
        words = [Words(left - 6, self(m) + SMALL / 3, said(m), "end", "light") for m in self.marks]
        return rules, words


def values(highest: float, top: float, bottom: float) -> Values:
    """An axis whose round marks cover `highest`."""
    return Values(ticks(highest, 4), top, bottom)
