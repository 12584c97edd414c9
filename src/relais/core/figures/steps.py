"""Values that hold from a day until the next, as lines of steps; days of which none is known stay empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from relais.core.figures.axes import AIR, FOOT, Days, Values, values
from relais.core.figures.shapes import SMALL, Box, Figure, Line, Rule, Words, breadth

WIDTH, HEIGHT = 360.0, 110.0  # narrow, so that its words can be read on a telephone
LINE = SMALL + 3  # between two words above one another
KINDS = 6  # of lines that can be told apart without colour
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """A value on all days from `since` up to `to`, both included. `value` None: it is not known."""

    since: dt.date
    to: dt.date
    value: float | None


@dataclass(frozen=True, slots=True)
class Steps:
    """One value through time, its steps in order. `name` tells it from others in the same figure."""

    name: str
    parts: tuple[Step, ...]

    @property
    def last(self) -> Step | None:
        """The last that is known."""
        return next((part for part in reversed(self.parts) if part.value is not None), None)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the lines are drawn: days across and values up."""

    across: Days
    up: Values


def steps(
    lines: Sequence[Steps], *, said: Callable[[float], str], marked: Callable[[int], str], unit: str,
    known_to: str = "", width: float = WIDTH,
) -> Figure:  # fmt: skip
    """All `lines` on one pair of axes. `said` writes a value at the end of its line, `marked` one beside the
    axis, `unit` what both are. `known_to` are the words where the last known value ends before the figure.
    """
    if not any(line.last for line in lines):
        return Figure(width, 0)
    names = [_called(line, said) for line in lines]
    two_rows = bool(known_to) and breadth(unit) + AIR + breadth(known_to) > width
    frame = _frame(lines, names, marked, LINE * (2 if two_rows else 1) + 8, width)
    across, up = frame.across, frame.up
    rules, words = up.drawn(across.left, across.right, marked)
    year_rules, year_words = across.drawn(up.bottom)
    leads, labels = _labels(_ends(lines, names, frame), across.right, up.bottom)
    words += [*year_words, *labels, Words(2, SMALL, unit, kind="light")]
    end = max(line.last.to for line in lines if line.last)
    if known_to and end + DAY < across.end:
        x = across(end + DAY)
        leads.append(Rule(x, up.top - 3, x, up.bottom, "lead"))
        begin = max(min(x, width - breadth(known_to)), 0 if two_rows else breadth(unit) + AIR)
        words.append(Words(begin, up.top - 11, known_to, kind="light"))
    return Figure(
        width, up.bottom + FOOT, tuple(_gaps(lines, frame)), (*rules, *year_rules, *leads), tuple(words),
        tuple(_drawn(lines, frame)),
    )  # fmt: skip


def _frame(
    lines: Sequence[Steps], names: Sequence[str], marked: Callable[[int], str], top: float, width: float
) -> _Frame:
    """Room at the left for the marks, at the right for the names, and for all names above one another."""
    parts = [part for line in lines for part in line.parts]
    up = values(
        max(part.value or 0 for part in parts), top, top + max(HEIGHT, LINE * len(lines))
    )  # fmt: skip
    left = max(breadth(marked(mark)) for mark in up.marks) + 8
    right = width - max(map(breadth, names)) - 12
    return _Frame(Days(min(p.since for p in parts), max(p.to for p in parts) + DAY, left, right), up)


def _called(line: Steps, said: Callable[[float], str]) -> str:
    value = said(line.last.value or 0) if line.last else ""
    return f"{line.name}: {value}" if line.name else value


def _gaps(lines: Sequence[Steps], frame: _Frame) -> Iterator[Box]:
    """The days of which the first line is not known: lines of one figure are known and unknown together."""
    across, up = frame.across, frame.up
    for part in lines[0].parts:
        if part.value is None:
            x = across(part.since)
            yield Box(x, up.top, across(part.to + DAY) - x, up.bottom - up.top, "gap")


def _drawn(lines: Sequence[Steps], frame: _Frame) -> Iterator[Line]:
    """Each line, from one unknown to the next."""
    for n, line in enumerate(lines):
        corners: list[tuple[float, float]] = []
        for part in (*line.parts, None):
            if part and part.value is not None:
                y = frame.up(part.value)
                corners += [(frame.across(part.since), y), (frame.across(part.to + DAY), y)]
            elif corners:
                yield Line(tuple(corners), str(n % KINDS))
                corners = []


def _ends(
    lines: Sequence[Steps], names: Sequence[str], frame: _Frame
) -> list[tuple[float, float, str]]:  # fmt: skip
    """Where each line ends, and the words that belong there."""
    return [
        (frame.across(line.last.to + DAY), frame.up(line.last.value or 0), name)
        for line, name in zip(lines, names, strict=True)
        if line.last
    ]


def _labels(
    ends: list[tuple[float, float, str]], right: float, bottom: float
) -> tuple[list[Rule], list[Words]]:  # fmt: skip
    """The words at the end of each line, moved apart where they would touch, and what leads to them."""
    rules, words = [], []
    ordered = sorted(ends, key=lambda end: end[1])
    for (x, y, name), baseline in zip(
        ordered, _apart([y + SMALL / 3 for _, y, _ in ordered], bottom), strict=True
    ):
        rules.append(Rule(x, y, right + 2, baseline - SMALL / 3, "lead"))
        words.append(Words(right + 6, baseline, name))
    return rules, words


def _apart(wanted: list[float], bottom: float) -> list[float]:
    """Baselines near those that are `wanted`, from the highest to the lowest; none on another or below."""
    found: list[float] = []
    for y in wanted:
        found.append(max(y, found[-1] + LINE) if found else y)
    room = [bottom + SMALL / 3 - LINE * n for n in reversed(range(len(found)))]
    return [min(y, lowest) for y, lowest in zip(found, room, strict=True)]
