"""What the shades of a map mean."""

from __future__ import annotations

from collections.abc import Sequence

from relais.core.figures.charts.chart import Shape
from relais.core.figures.charts.classes import Classes
from relais.core.figures.charts.keys import SIZE
from relais.core.figures.charts.series import Wording
from relais.core.figures.shapes import Box, Words, lines_of

SWATCH, LINE, AIR = 15.0, 17.0, 5.0  # px


def entries(found: Classes, words: Wording) -> list[tuple[str, str]]:
    """Tone and bounds of each class, from least to most."""
    ends = [found.lowest, *found.bounds, found.highest]
    return [
        (f"shade {found.shade(n)}", f"{words.said(ends[n])} – {words.said(ends[n + 1])}")
        for n in range(found.count)
    ]


def key_beside(
    meanings: Sequence[tuple[str, str]], left: float, top: float, right: float
) -> tuple[list[Shape], float]:
    """One under another, and where the last ends."""
    shapes: list[Shape] = []
    y = top
    for tone, text in meanings:
        shapes.append(Box(left, y, SWATCH, SWATCH, tone))
        for line in lines_of(text, right - left - SWATCH - 8, SIZE):
            shapes.append(Words(left + SWATCH + 8, y + SIZE, line, kind="light"))
            y += LINE
        y += AIR
    return shapes, y
