"""What hatches, classes and circles mean, in a line beneath a drawing, on as many lines as it takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from relais.core.figures.charts.chart import Shape
from relais.core.figures.charts.series import Series, Status, Wording
from relais.core.figures.shapes import Box, Rule, Words, breadth

SIZE, LEADING = 12.0, 15.0  # px: of words, and from one line of them to the next
LINE, SWATCH, GAP = 19.0, 13.0, 18.0  # px: from one line of a key to the next, a swatch, air after words
BOLD = 13.5  # px: words of 12 in bold are as wide as plain words of this


def hatches(found: Collection[Status], words: Wording) -> list[tuple[str, str]]:
    """Tone and meaning of what is not shown."""
    meanings = {Status.HIDDEN: words.hidden, Status.MISSING: words.missing}
    return [(status.value, text) for status, text in meanings.items() if status in found]


def interval(series: Iterable[Series], words: Wording, kind: str) -> list[tuple[str, str]]:
    """What `kind` of mark tells intervals by, where there are any."""
    has_any = any(point.ends for each in series for point in each.points)
    return [(kind, words.interval)] if has_any else []


def key(
    entries: Sequence[tuple[str, str]], left: float, top: float, right: float
) -> tuple[list[Shape], float]:
    """A box of each tone with its meaning, and where the last line ends. It begins at `left`, or before
    where that leaves no room.
    """
    shapes: list[Shape] = []
    widest = max((SWATCH + 6 + breadth(text, SIZE) for _, text in entries), default=0)
    left = max(0, min(left, right - widest))
    x, y = left, top
    for tone, text in entries:
        room = SWATCH + 6 + breadth(text, SIZE)
        if x > left and x + room > right:
            x, y = left, y + LINE
        shapes += [*swatch(tone, x, y), Words(x + SWATCH + 6, y + SIZE - 1, text, kind="light")]
        x += room + GAP
    return shapes, y + LINE if entries else top


def swatch(tone: str, x: float, y: float) -> list[Shape]:
    """A small one of what it explains: whisker, range, or a box of this tone."""
    middle = y + SWATCH / 2
    if tone == "whiskers":
        return whisker(x, x + SWATCH, middle)
    if tone.startswith("range"):
        return [Rule(x + 3, middle, x + SWATCH - 3, middle, tone)]
    return [Box(x, y, SWATCH, SWATCH, tone)]


def whisker(low: float, high: float, middle: float) -> list[Shape]:
    """An interval across, with short ends; it shows on any ground."""
    ends = (Rule(x, middle - 3.5, x, middle + 3.5, "over") for x in (low, high))
    return [Rule(low, middle, high, middle, "under"), Rule(low, middle, high, middle, "over"), *ends]
