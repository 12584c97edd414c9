"""What hatches, classes and circles mean, in a line beneath a drawing, on as many lines as it takes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from relais.core.figures.charts.chart import Shape
from relais.core.figures.charts.series import Status, Wording
from relais.core.figures.shapes import Box, Words, breadth

SIZE, LINE, SWATCH, GAP = 12.0, 19.0, 13.0, 18.0  # px


def hatches(found: Collection[Status], words: Wording) -> list[tuple[str, str]]:
    """Tone and meaning of what is not shown."""
    meanings = {Status.HIDDEN: words.hidden, Status.MISSING: words.missing}
    return [(status.value, text) for status, text in meanings.items() if status in found]


def key(
    entries: Sequence[tuple[str, str]], left: float, top: float, right: float
) -> tuple[list[Shape], float]:
    """A box of each tone with its meaning, and where the last line ends."""
    shapes: list[Shape] = []
    x, y = left, top
    for tone, text in entries:
        room = SWATCH + 6 + breadth(text, SIZE)
        if x > left and x + room > right:
            x, y = left, y + LINE
        shapes += [Box(x, y, SWATCH, SWATCH, tone), Words(x + SWATCH + 6, y + SIZE - 1, text, kind="light")]
        x += room + GAP
    return shapes, y + LINE if entries else top
