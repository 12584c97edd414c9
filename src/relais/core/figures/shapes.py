"""What a figure is made of, and how wide words are."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 640.0
SMALL, PLAIN = 11.0, 13.0  # sizes of words
_NARROW, _WIDE, _OTHER = 0.29, 0.86, 0.55  # parts of their size, generous rather than tight


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle. `tone` says what it stands for: good, waiting, late, blocked, unknown, plain."""

    x: float
    y: float
    width: float
    height: float
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line. Kinds: axis, tick, lead."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str = "tick"


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


def breadth(text: str, size: float = SMALL) -> float:
    """About how wide `text` is, in the unit of the figure. Never too little for the fonts in use."""
    return size * sum(
        _NARROW if c in "iljtfrI.,:;'’ !|()" else _WIDE if c in "mwMW%@€" else _OTHER + (c.isupper() * 0.15)
        for c in text
    )
