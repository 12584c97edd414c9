"""Breaks through a plot: a rule each, with its words above, in lanes where they would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.figures.charts.chart import Shape
from relais.core.figures.charts.keys import LEADING, SIZE
from relais.core.figures.charts.plots import Plot
from relais.core.figures.charts.series import Series
from relais.core.figures.shapes import Rule, Words, breadth, lines_of

ROOM = 150.0  # px: words that are wider stand on two lines


@dataclass(frozen=True, slots=True)
class Note:
    """Words at `begin` for a break at `x`, the last line in `lane`, counted upwards from the plot."""

    x: float
    begin: float
    lines: list[str]
    lane: int

    @property
    def highest(self) -> int:
        return self.lane + len(self.lines)


def notes(series: Sequence[Series], plot: Plot) -> list[Note]:
    """The breaks of all series, each once. From the right, so that no rule runs through words of another."""
    breaks = {b for each in series for b in each.breaks if plot.days[0] < b.date <= plot.days[-1]}
    found: list[Note] = []
    for each in sorted(breaks, key=lambda b: (b.date, b.label), reverse=True):
        x = plot.parting(each.date)
        lines = lines_of(each.label, ROOM, SIZE)
        wide = max((breadth(text, SIZE) for text in lines), default=0)
        begin = max(0.0, min(x + 5, plot.right - wide))
        beside = [note for note in found if note.begin < begin + wide + 10]
        found.append(Note(x, begin, lines, max((note.highest for note in beside), default=0)))
    return found


def height(found: Sequence[Note]) -> float:
    """Of all words above the plot."""
    return LEADING * max((note.highest for note in found), default=0)


def drawn(found: Sequence[Note], plot: Plot) -> list[Shape]:
    shapes: list[Shape] = []
    for note in found:
        last = plot.top - 7 - note.lane * LEADING
        first = last - (len(note.lines) - 1) * LEADING
        shapes.append(Rule(note.x, first - 9, note.x, plot.bottom, "break"))
        shapes += [
            Words(note.begin, first + n * LEADING, text, kind="note") for n, text in enumerate(note.lines)
        ]
    return shapes
