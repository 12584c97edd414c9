"""What a figure is made of, and how wide words are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

WIDTH = 640.0
SMALL, PLAIN = 11.0, 13.0  # sizes of words
# Parts of their size, after the widest of the usual fonts (DejaVu Sans, Verdana): generous rather than tight.
_BREADTHS = {"ijlI.,:;'’| ": 0.36, "frt!()-/": 0.44, "mwMW%@€…": 1.0}
_BREADTH = {c: part for characters, part in _BREADTHS.items() for c in characters}
_CAPITAL, _OTHER = 0.79, 0.64


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle. `tone` says what it stands for: good, waiting, late, blocked, unknown, plain, gap.

    `says` is what it tells on its own: a value in words.
    """

    x: float
    y: float
    width: float
    height: float
    tone: str = "plain"
    says: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line. Kinds: axis, tick, lead."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str = "tick"


@dataclass(frozen=True, slots=True)
class Line:
    """A line through corners (x, y). `kind` is its number in the figure, from "0"."""

    corners: tuple[tuple[float, float], ...]
    kind: str = "0"

    @property
    def points(self) -> str:
        """As SVG writes them."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.corners)


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark around x, y, as large as a disc of `radius`: disc, square, diamond, triangle, ring or kite."""

    x: float
    y: float
    radius: float
    kind: str = "0"
    form: str = "disc"
    says: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """What closed `rings` of corners (x, y) go around; a ring within another is a hole."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    kind: str = "band"
    says: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words on a baseline at x, y. Anchors: start, middle, end. Kinds: label, small, inside, light."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    kind: str = "small"


@dataclass(frozen=True, slots=True)
class Figure:
    """All shapes of one figure, within 0…width and 0…height."""

    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    rules: tuple[Rule, ...] = ()
    words: tuple[Words, ...] = ()
    lines: tuple[Line, ...] = ()


@lru_cache(maxsize=8192)
def breadth(text: str, size: float = SMALL) -> float:
    """About how wide `text` is, in the unit of the figure. Never too little for the fonts in use."""
    return size * sum(_BREADTH.get(c, _CAPITAL if c.isupper() else _OTHER) for c in text)


def lines_of(text: str, room: float, size: float = SMALL) -> list[str]:
    """`text` on as many lines as `room` asks for, parted at spaces and hyphens, never within a word."""
    lines: list[str] = []
    for word in re.findall(r"[^\s-]*-|[^\s-]+|(?<=\S)\s+(?=\S)", text):
        if lines and breadth((lines[-1] + word).rstrip(), size) <= room:
            lines[-1] += word
        elif word.strip():
            lines.append(word)
    return [line.rstrip() for line in lines]
