"""The 19 municipalities as equal tiles: rates in five shades, counts as discs and never as colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt

from relais.core.figures.charts.brussels import COLUMNS, PLACES, ROWS
from relais.core.figures.charts.chart import NARROW, Chart, Drawing, Shape, chart_of, statuses
from relais.core.figures.charts.classes import Classes, classes
from relais.core.figures.charts.keys import SIZE, hatches
from relais.core.figures.charts.series import About, Kind, Point, Series, Status, Wording, WrongSeries
from relais.core.figures.shapes import Box, Dot, Words, lines_of

GAP, TALL, SWATCH, STEP = 3.0, 66.0, 15.0, 21.0
MAP, BESIDE = 448.0, 26.0  # px on a wide page, and from there to the key
LARGEST = 18.0  # px: radius of the disc of the largest count


def tiles(places: Series, about: About, words: Wording, *, kind: Kind) -> Chart:
    """Points have the NIS code of their municipality and, as label, a name short enough for a tile.

    Raises WrongSeries for a code that is not of the 19, or twice. A municipality without point is left out.
    """
    codes = [point.code for point in places.points]
    if wrong := [code for code in codes if code not in PLACES or codes.count(code) > 1]:
        raise WrongSeries(f"{', '.join(wrong)}: a tile for each of the 19 municipalities, once")
    if kind is Kind.COUNT:
        return chart_of([places], about, words, lambda width: _discs(places, words, width))
    found = classes([point.value for point in places.shown if point.value is not None], kind)
    return chart_of([places], about, words, lambda width: _shades(places, words, found, width))


def _size(width: float) -> tuple[float, float]:
    across = MAP if width > NARROW else width
    return (across - GAP * (COLUMNS - 1)) / COLUMNS, TALL


def _map(
    places: Series, words: Wording, width: float, tone: Callable[[Point], str], ink: Callable[[Point], str]
) -> list[Shape]:
    """A tile for each point: its name, its value, and what it says on its own."""
    wide, tall = _size(width)
    shapes: list[Shape] = []
    for point in places.points:
        column, row = PLACES[point.code]
        x, y = column * (wide + GAP), row * (tall + GAP)
        shapes.append(Box(x, y, wide, tall, tone(point), words.whole("", point)))
        for n, text in enumerate(lines_of(point.label, wide - 12, SIZE - 1)[:2]):
            shapes.append(Words(x + 7, y + 16 + n * 13, text, kind=f"tile {ink(point)}"))
        if point.is_shown:
            shapes.append(Words(x + 7, y + tall - 9, words.of(point), kind=f"figure {ink(point)}"))
    return shapes


def _shades(places: Series, words: Wording, found: Classes, width: float) -> Drawing:
    def shade(point: Point) -> str:
        return f"shade {found.shade(found.of(point.value or 0))}" if point.is_shown else point.status.value

    def ink(point: Point) -> str:
        return f"on {found.shade(found.of(point.value or 0))}" if point.is_shown else "on gap"

    ends = [found.lowest, *found.bounds, found.highest]
    entries = [
        (f"shade {found.shade(n)}", f"{words.said(ends[n])} – {words.said(ends[n + 1])}") for n in range(found.count)
    ] if places.shown else []  # fmt: skip
    entries += hatches(statuses([places]), words)
    shapes = _map(places, words, width, shade, ink)
    keys, end = _key(entries, width)
    return Drawing(width, end, (*shapes, *keys))


def _key(entries: Sequence[tuple[str, str]], width: float, top: float = 0) -> tuple[list[Shape], float]:
    """Beside the map where there is room, beneath it in two columns where there is not."""
    tall = ROWS * (TALL + GAP) - GAP
    is_beside = width > NARROW
    shapes: list[Shape] = []
    x, y = (MAP + BESIDE, top) if is_beside else (0.0, tall + 16 + top)
    room = width - x - SWATCH - 8
    for tone, text in entries:
        shapes.append(Box(x, y, SWATCH, SWATCH, tone))
        for line in lines_of(text, room, SIZE):
            shapes.append(Words(x + SWATCH + 8, y + SIZE, line, kind="light"))
            y += STEP - 4
        y += 4
    return shapes, max(tall, y)


def _discs(places: Series, words: Wording, width: float) -> Drawing:
    """Areas tell the counts: a disc twice as large stands for twice as many."""
    most = max((point.value or 0 for point in places.shown), default=0)
    wide, tall = _size(width)
    discs: list[Shape] = []
    for point in places.shown:
        column, row = PLACES[point.code]
        radius = LARGEST * sqrt((point.value or 0) / most) if most else 0
        x, y = column * (wide + GAP) + wide - LARGEST - 5, row * (tall + GAP) + tall - LARGEST - 5
        discs.append(Dot(x, y, radius, "count", says=words.whole("", point)))
    gone = {Status.HIDDEN, Status.MISSING}
    shapes = _map(
        places, words, width, lambda p: p.status.value if p.status in gone else "plain",
        lambda p: "on gap" if p.status in gone else "on card",
    )  # fmt: skip
    keys, end = _key(hatches(statuses([places]), words), width)
    return Drawing(width, end, (*shapes[:0], *shapes, *discs, *keys))
