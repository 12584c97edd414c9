"""What charts with a row for each group share: labels beside or above, and lines for what is not shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.figures.charts.chart import Shape
from relais.core.figures.charts.keys import BOLD, LEADING, SIZE
from relais.core.figures.charts.levels import Levels
from relais.core.figures.charts.series import Point, Series, Wording, WrongSeries
from relais.core.figures.shapes import Box, Rule, Words, breadth, lines_of

LANE, HATCH = 19.0, 26.0  # px: a line for what is not shown, its hatch
LABEL = SIZE + 1
TIGHT = 500.0  # px: on a page narrower than this, labels stand above their row


@dataclass(frozen=True, slots=True)
class Rows:
    """Labels end at `column`, or stand above where there is none; values stand from `left` to `right`."""

    column: float
    left: float
    right: float
    width: float
    across: Levels

    def x(self, value: float) -> float:
        return self.left + (self.right - self.left) * self.across.part(value)

    def lines(self, label: str) -> list[str]:
        return lines_of(label, self.column, LABEL) if self.column else []


def rows_for(
    labels: Sequence[str], across: Levels, width: float, *, before: float, after: float
) -> Rows:  # fmt: skip
    """`before` and `after` are the room that values need at both ends."""
    widest = max((breadth(label, LABEL) for label in labels), default=0)
    column = 0.0 if width < TIGHT else min(widest, width * 0.36)
    return Rows(column, (column + 12 if column else 1) + before, width - after, width, across)


def labels_of(series: Sequence[Series]) -> list[str]:
    """The rows of all series. Raises WrongSeries where they are not the same, in the same order."""
    rows = [[point.label for point in each.points] for each in series]
    if any(each != rows[0] for each in rows):
        raise WrongSeries("each series has the same rows, in the same order")
    return rows[0] if rows else []


def widest(series: Sequence[Series], words: Wording) -> float:
    """Of the values as they are written."""
    return max((breadth(words.of(point), BOLD) for each in series for point in each.shown), default=0)


def above(label: str, rows: Rows, y: float) -> tuple[list[Shape], float]:
    """The label over its row, on a narrow page, on as many lines as it takes; and where the row begins."""
    if rows.column:
        return [], y
    lines = lines_of(label, rows.width, LABEL)
    over: list[Shape] = [
        Words(0, y + SIZE + 1 + n * LEADING, text, kind="label") for n, text in enumerate(lines)
    ]
    return over, y + len(lines) * LEADING + 3


def beside(label: str, rows: Rows, top: float, bottom: float) -> tuple[list[Shape], float]:
    """The label beside its row, in its middle; and where the row ends with it."""
    lines = rows.lines(label)
    bottom = max(bottom, top + len(lines) * LEADING + 6)
    first = (top + bottom) / 2 - (len(lines) - 1) * LEADING / 2 + 4
    return [
        Words(rows.column, first + n * LEADING, text, "end", "label") for n, text in enumerate(lines)
    ], bottom + (0 if rows.column else 5)


def gap(name: str, point: Point, words: Wording, rows: Rows, top: float) -> tuple[list[Shape], float]:
    """A short hatch and why there is no value, on as many lines as it takes; and where they end."""
    left = rows.x(0) if rows.across.begins_at_zero else rows.left
    begin = left + HATCH + 7
    lines = lines_of(f"{name}: {words.of(point)}" if name else words.of(point), rows.width - begin, SIZE)
    hatch = Box(left, top + LANE / 2 - 6, HATCH, 12, point.status.value, words.whole(name, point))
    texts = [
        Words(begin, top + LANE / 2 + 4 + n * LEADING, text, kind="aside") for n, text in enumerate(lines)
    ]
    return [hatch, *texts], top + LANE + (len(lines) - 1) * LEADING


def axis(
    rows: Rows, words: Wording, spans: Sequence[tuple[float, float]]
) -> tuple[list[Shape], list[Shape], float]:
    """Rules to lie behind all, from top to bottom of each of `spans`; words beneath; and where these end."""
    marks, bottom = rows.across.marks, spans[-1][1] if spans else 0.0
    rules: list[Shape] = [
        Rule(rows.x(mark), top, rows.x(mark), to, "zero" if mark == 0 else "grid")
        for top, to in spans
        for mark in marks
    ]
    below: list[Shape] = [
        Words(max(rows.x(mark), breadth(text, SIZE) / 2), bottom + 18, text, "middle", "light")
        for mark in _sparse(rows, words)
        if (text := words.marked(mark))
    ]
    end = bottom + 24
    if not rows.across.begins_at_zero:
        end += LEADING
        begins = words.begins.format(value=words.marked(marks[0]))
        below.append(Words(rows.right, end - 3, begins, "end", "light"))
    return rules, below, end


def _sparse(rows: Rows, words: Wording) -> Sequence[float]:
    """Marks of which the words do not touch."""
    marks = rows.across.marks
    room = max(breadth(words.marked(mark), SIZE) for mark in marks) + 8
    every = next(
        n
        for n in range(1, len(marks) + 1)
        if n * (rows.x(marks[1]) - rows.x(marks[0])) >= room or n == len(marks)
    )
    return marks[::every]
