"""Moments on a line, each with its words in a lane of its own where they would collide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from relais.core.figures.shapes import WIDTH, Box, Figure, Rule, Words, breadth

LANE, DOT = 18.0, 8.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What happened, or was due, on a day."""

    date: dt.date
    label: str
    tone: str = "plain"


def timeline(
    marks: Sequence[Mark], start: dt.date, end: dt.date, *, said: Callable[[dt.date], str],
    width: float = WIDTH,
) -> Figure:  # fmt: skip
    """From `start` to `end`, with a tick every month; marks outside stand at the nearer end."""
    days = max((end - start).days, 1)

    def at(date: dt.date) -> float:
        return DOT / 2 + (width - DOT) * min(max((date - start).days / days, 0), 1)

    ordered = sorted(marks, key=lambda mark: mark.date)
    lanes = _lanes([_span(at(mark.date), mark.label, width) for mark in ordered])
    axis = LANE * (max(lanes, default=-1) + 1) + 6
    boxes = [Box(at(m.date) - DOT / 2, axis - DOT / 2, DOT, DOT, m.tone) for m in ordered]
    rules = [Rule(0, axis, width, axis, "axis")]
    words = []
    for mark, lane in zip(ordered, lanes, strict=True):
        x, y = at(mark.date), axis - 10 - lane * LANE
        rules.append(Rule(x, y + 3, x, axis, "lead"))
        words.append(Words(_span(x, mark.label, width)[0], y, mark.label))
    for month in _months(start, end):
        rules.append(Rule(at(month), axis, at(month), axis + 5))
    ends = ((start, "start", 0.0), (end, "end", width))
    words += [Words(x, axis + 20, said(date), anchor, "light") for date, anchor, x in ends]
    return Figure(width, axis + 24, tuple(boxes), tuple(rules), tuple(words))


def _span(x: float, label: str, width: float) -> tuple[float, float]:
    """Where the words begin and end: at their mark, moved left where they would stick out."""
    begin = max(0.0, min(x, width - breadth(label)))
    return begin, begin + breadth(label)


def _lanes(spans: list[tuple[float, float]]) -> list[int]:
    """For each span the lowest lane in which it touches no earlier one."""
    free_from: list[float] = []
    found = []
    for begin, end in spans:
        lane = next((n for n, free in enumerate(free_from) if free <= begin), len(free_from))
        free_from[lane : lane + 1] = [end + 8]
        found.append(lane)
    return found


def _months(start: dt.date, end: dt.date) -> list[dt.date]:
    firsts = (dt.date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13))
    return [first for first in firsts if start <= first <= end]
