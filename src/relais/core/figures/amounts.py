"""Amounts beside one another, on one scale that begins at zero; what is not known is drawn as not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from relais.core.figures.scales import Scale, ticks
from relais.core.figures.shapes import SMALL, WIDTH, Box, Figure, Rule, Words, breadth

HEIGHT, BETWEEN, UNKNOWN_LENGTH = 14.0, 5.0, 34.0


@dataclass(frozen=True, slots=True)
class Amount:
    """One bar. `value` None is not known, which is not 0."""

    label: str
    value: int | None
    tone: str = "good"


def amounts(
    rows: Sequence[Amount], *, said: Callable[[int], str], unknown: str, width: float = WIDTH
) -> Figure:
    """`said` writes an amount, `unknown` stands where there is none; all unknown have no scale."""
    left = max((breadth(row.label) for row in rows), default=0) + 10
    highest = max((row.value or 0 for row in rows), default=0)
    marks = ticks(highest, 4) if any(row.value is not None for row in rows) else []
    right = max((breadth(said(mark)) for mark in marks), default=0) + 8
    scale = Scale(max(marks, default=0), max(width - left - right, 1))
    bottom = len(rows) * (HEIGHT + BETWEEN)
    boxes: list[Box] = []
    words: list[Words] = []
    for n, row in enumerate(rows):
        y = n * (HEIGHT + BETWEEN)
        length = UNKNOWN_LENGTH if row.value is None else scale(row.value)
        boxes.append(Box(left, y, length, HEIGHT, "unknown" if row.value is None else row.tone))
        text = unknown if row.value is None else said(row.value)
        words.append(Words(left - 8, y + HEIGHT - 3, row.label, anchor="end"))
        words.append(Words(left + length + 6, y + HEIGHT - 3, text))
    rules = [Rule(left + scale(mark), 0, left + scale(mark), bottom) for mark in marks]
    words += [Words(left + scale(mark), bottom + SMALL, said(mark), "middle", "light") for mark in marks]
    return Figure(width, bottom + SMALL + 5, tuple(boxes), tuple(rules), tuple(words))
