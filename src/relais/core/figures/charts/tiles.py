"""The 19 municipalities as equal tiles: rates in five shades, counts as discs and never as colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

from relais.core.figures.charts.brussels import COLUMNS, PLACES, ROWS
from relais.core.figures.charts.chart import NARROW, Chart, Drawing, Shape, chart_of, statuses
from relais.core.figures.charts.classes import Classes, classes
from relais.core.figures.charts.keys import SIZE, hatches
from relais.core.figures.charts.series import About, Kind, Point, Series, Wording, WrongSeries
from relais.core.figures.charts.shades import entries, key_beside
from relais.core.figures.shapes import Box, Dot, Words, breadth, lines_of

GAP, TALL = 3.0, 66.0  # px
LARGE = 17.0  # px: words of 15 in bold are as wide as plain words of this
MAP, BESIDE = 448.0, 26.0  # px on a wide page, and from there to the key
LARGEST, SMALLEST = 0.16, 6.0  # radius of the disc of the largest count: of the width of a tile; px, at least


def have_tiles(codes: Iterable[str]) -> bool:
    """Another city has no tiles here, and needs borders for a map."""
    return all(code in PLACES for code in codes)


def tiles(series: Series, about: About, words: Wording, *, kind: Kind) -> Chart:
    """Points have the NIS code of their municipality and, as label, a name short enough for a tile.

    Raises WrongSeries for a code that is not of the 19, or twice. A municipality without point is left out.
    """
    codes = [point.code for point in series.points]
    if wrong := [code for code in codes if code not in PLACES or codes.count(code) > 1]:
        raise WrongSeries(f"{', '.join(wrong)}: a tile for each of the 19 municipalities, once")
    numbers = [point.value for point in series.shown if point.value is not None]
    found = None if Kind(kind) == Kind.COUNT else classes(numbers, kind)
    return chart_of([series], about, words, lambda width: _drawn(series, words, found, width))


def _drawn(series: Series, words: Wording, found: Classes | None, width: float) -> Drawing:
    is_beside = width > NARROW
    wide = ((MAP if is_beside else width) - 1 - GAP * (COLUMNS - 1)) / COLUMNS
    at = {p.code: _corner(p.code, wide) for p in series.points}
    kinds = {p.code: _kinds(p, found) for p in series.points}
    boxes = [Box(*at[p.code], wide, TALL, kinds[p.code][0], words.whole("", p)) for p in series.points]
    discs = _discs(series.shown, at, wide, words) if found is None else []
    labels = [s for p in series.points for s in _label(p, at[p.code], wide, kinds[p.code][1], words)]
    bottom = ROWS * (TALL + GAP) - GAP + 1
    meanings = [
        *(entries(found, words) if found and series.shown else []),
        *hatches(statuses([series]), words),
    ]
    left, top = (MAP + BESIDE, 0.5) if is_beside else (0.5, bottom + 16)
    keys, end = key_beside(meanings, left, top, width)
    return Drawing(width, max(bottom, end), (*boxes, *discs, *labels, *keys))


def _corner(code: str, wide: float) -> tuple[float, float]:
    column, row = PLACES[code]
    return 0.5 + column * (wide + GAP), 0.5 + row * (TALL + GAP)


def _kinds(point: Point, found: Classes | None) -> tuple[str, str]:
    """Tone of the tile, and ink on it."""
    if point.value is None:
        return point.status.value, "hatched"
    if found is None:
        return "plain", "disc"
    shade = found.shade(found.of(point.value))
    return f"shade {shade}", f"on {shade}"


def _label(
    point: Point, at: tuple[float, float], wide: float, ink: str, words: Wording
) -> list[Shape]:  # fmt: skip
    x, y = at[0] + 7, at[1]
    lines = lines_of(point.label, wide - 11, SIZE - 1)[:3]
    shapes: list[Shape] = [
        Words(x, y + 16 + n * 13, text, kind=f"tile {ink}") for n, text in enumerate(lines)
    ]
    if not point.is_shown:
        return shapes
    value = words.of(point)
    kind = "figure" if breadth(value, LARGE) <= wide - 11 else "spot"
    return [*shapes, Words(x, y + TALL - 9, value, kind=f"{kind} {ink}")]


def _discs(
    shown: Sequence[Point], at: dict[str, tuple[float, float]], wide: float, words: Wording
) -> list[Shape]:  # fmt: skip
    """Areas tell the counts: a disc twice as large stands for twice as many. None lies on a number."""
    most = max((point.value or 0 for point in shown), default=0) or 1
    beside = wide - 15 - max((breadth(words.of(point), LARGE) for point in shown), default=0)
    largest = max(SMALLEST, min(LARGEST * wide, beside / 2))
    return [
        Dot(
            at[p.code][0] + wide - largest - 5,
            at[p.code][1] + TALL - largest - 4,
            largest * sqrt((p.value or 0) / most),
            "count",
        )
        for p in shown
    ]
