"""Bars made of parts: how many of how many stand how, with the key of each bar beneath it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from relais.core.figures.scales import Scale
from relais.core.figures.shapes import PLAIN, SMALL, WIDTH, Box, Figure, Words, breadth

HEIGHT, LINE, AFTER, KEY, GAP = 20.0, 16.0, 16.0, 9.0, 14.0


@dataclass(frozen=True, slots=True)
class Part:
    """`count` things that stand in one way."""

    name: str
    count: int
    tone: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Everything that is counted under one label. Its length is the sum of its parts: the denominator."""

    label: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        return sum(part.count for part in self.parts)


def stacked(bars: Sequence[Bar], width: float = WIDTH) -> Figure:
    """One bar a line, all on one scale. A part of none is left out; a bar of none is an empty line."""
    scale = Scale(max((bar.total for bar in bars), default=0), width)
    boxes: list[Box] = []
    words: list[Words] = []
    y = 0.0
    for bar in bars:
        y += PLAIN
        words.append(Words(0, y, bar.label, kind="label"))
        words.append(Words(width, y, str(bar.total), anchor="end", kind="label"))
        y += 6
        for box, inside in _parts(bar, scale, y):
            boxes.append(box)
            words.extend(inside)
        y += HEIGHT
        keys, key_words, y = _key(bar, width, y)
        boxes += keys
        words += key_words
        y += AFTER
    return Figure(width, max(y - AFTER, 0), tuple(boxes), (), tuple(words))


def _parts(bar: Bar, scale: Scale, y: float) -> Iterator[tuple[Box, list[Words]]]:
    x = 0.0
    for part in bar.parts:
        if length := scale(part.count):
            fits = breadth(str(part.count), PLAIN) + 8 <= length
            middle = Words(x + length / 2, y + HEIGHT - 6, str(part.count), "middle", _ink(part.tone))
            yield Box(x, y, length, HEIGHT, part.tone), [middle] if fits else []
            x += length


def _ink(tone: str) -> str:
    return "inside" if tone in ("good", "late", "blocked", "plain") else "label"


def _key(bar: Bar, width: float, y: float) -> tuple[list[Box], list[Words], float]:
    """Every part with its tone, name and count, on as many lines as it takes."""
    boxes: list[Box] = []
    words: list[Words] = []
    x, baseline = 0.0, y + LINE
    for part in (part for part in bar.parts if part.count):
        text = f"{part.name} {part.count}"
        needed = KEY + 5 + breadth(text)
        if x and x + needed > width:
            x, baseline = 0.0, baseline + LINE
        boxes.append(Box(x, baseline - KEY + 1, KEY, KEY, part.tone))
        words.append(Words(x + KEY + 5, baseline, text))
        x += needed + GAP
    return boxes, words, baseline + SMALL / 3
