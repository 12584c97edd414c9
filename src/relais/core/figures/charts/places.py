"""Places with the borders they have: rates in five shades, counts as discs and never as colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from relais.core.figures.charts.chart import NARROW, Chart, Drawing, Shape, chart_of, statuses
from relais.core.figures.charts.classes import Classes, classes
from relais.core.figures.charts.keys import SIZE, hatches
from relais.core.figures.charts.projecting import Geometry, Ring, fitted, heart, rings_of, simplified
from relais.core.figures.charts.series import About, Kind, Point, Series, Wording, WrongSeries
from relais.core.figures.charts.shades import entries, key_beside
from relais.core.figures.shapes import Area, Dot, Words, breadth

MAP, BESIDE = 440.0, 26.0  # px on a wide page, and from there to the key
CORNERS = 620  # in all: what keeps a drawing of 19 places under 12 kB
LARGEST = 24.0  # px: radius of the disc of the largest count
TALL = 12.0  # px: of a line of words, without air


@dataclass(frozen=True, slots=True)
class _Place:
    point: Point
    rings: tuple[Ring, ...]
    x: float
    y: float
    wide: float


def places(
    series: Series, borders: Mapping[str, Geometry], about: About, words: Wording, *, kind: Kind
) -> Chart:
    """Each point is drawn within the border of its code, a geometry of GeoJSON in degrees.

    Raises WrongSeries for a point without border, and for geometry that is none.
    """
    if wrong := [point.code for point in series.points if point.code not in borders]:
        raise WrongSeries(f"{', '.join(wrong)}: no border")
    numbers = [point.value for point in series.shown if point.value is not None]
    found = None if kind is Kind.COUNT else classes(numbers, kind)
    rings = [rings_of(borders[point.code]) for point in series.points]
    return chart_of([series], about, words, lambda width: _drawn(series, rings, words, found, width))


def _drawn(
    series: Series, rings: Sequence[Sequence[Sequence[Sequence[float]]]], words: Wording, found: Classes | None,
    width: float,
) -> Drawing:  # fmt: skip
    if not series.points:
        return Drawing(width, 0, ())
    is_beside = width > NARROW
    across = MAP if is_beside else width
    project, height = fitted((corner for each in rings for ring in each for corner in ring), across - 2)
    there = [[tuple((x + 1, y + 1) for x, y in map(project, ring)) for ring in each] for each in rings]
    spots = [
        _Place(point, tuple(kept), *heart(kept))
        for point, kept in zip(series.points, simplified(there, CORNERS), strict=True)
        if kept
    ]
    areas = [Area(each.rings, _tone(each.point, found), words.whole("", each.point)) for each in spots]
    discs = _discs(spots, words) if found is None else []
    meanings = [
        *(entries(found, words) if found and series.shown else []),
        *hatches(statuses([series]), words),
    ]
    left, top = (MAP + BESIDE, 0.0) if is_beside else (0.0, height + 16)
    keys, end = key_beside(meanings, left, top, width)
    shapes = sorted(areas, key=lambda area: area.kind)
    return Drawing(width, max(end, height + 2), (*shapes, *discs, *_labels(spots, words), *keys))


def _tone(point: Point, found: Classes | None) -> str:
    if point.value is None:
        return point.status.value
    return f"shade {found.shade(found.of(point.value))}" if found else "plain"


def _discs(spots: Sequence[_Place], words: Wording) -> list[Shape]:
    most = max((each.point.value or 0 for each in spots), default=0) or 1
    return [
        Dot(
            each.x, each.y, LARGEST * sqrt(each.point.value / most), "count", says=words.whole("", each.point)
        )
        for each in spots
        if each.point.value
    ]


def _labels(spots: Sequence[_Place], words: Wording) -> list[Shape]:
    """Values with a halo, names above them where there is room; the widest places first, none over another."""
    taken: list[tuple[float, float, float, float]] = []
    shapes: list[Shape] = []
    for each in sorted(spots, key=lambda spot: -spot.wide):
        value = words.of(each.point) if each.point.is_shown else ""
        for texts in ([each.point.label, value], [value or each.point.label]):
            lines = [text for text in texts if text]
            fits = breadth(each.point.label, SIZE - 1) <= each.wide * 1.1 or len(texts) == 1
            wide, tall = max(breadth(text, SIZE) for text in lines), TALL * len(lines) + 2
            box = (each.x - wide / 2, each.y - tall / 2, each.x + wide / 2, each.y + tall / 2)
            if fits and not any(_touch(box, other) for other in taken):
                taken.append(box)
                shapes += [
                    Words(
                        each.x,
                        each.y - tall / 2 + (n + 1) * TALL,
                        text,
                        "middle",
                        "spot" if text == value else "place",
                    )
                    for n, text in enumerate(lines)
                ]
                break
    return sorted(shapes, key=lambda shape: shape.kind if isinstance(shape, Words) else "")


def _touch(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
