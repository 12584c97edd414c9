"""Places with the borders they have: rates in five shades, counts as discs and never as colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from relais.core.figures.charts.chart import NARROW, Chart, Drawing, Shape, chart_of, statuses
from relais.core.figures.charts.classes import Classes, classes
from relais.core.figures.charts.keys import BOLD, SIZE, hatches
from relais.core.figures.charts.projecting import Geometry, Outlines, Ring, outlines
from relais.core.figures.charts.series import About, Kind, Point, Series, Wording, WrongSeries
from relais.core.figures.charts.shades import entries, key_beside
from relais.core.figures.shapes import Area, Dot, Words, breadth

MAP, BESIDE = 440.0, 26.0  # px on a wide page, and from there to the key
CORNERS = 620  # in all: what keeps a drawing of 19 places under 12 kB
LARGEST = 0.055  # of the width of the map: radius of the disc of the largest count
TALL = 13.5  # px: of a line of words, without air


@dataclass(frozen=True, slots=True)
class Borders:
    """Outlines for a wide and for a narrow page. Making them takes long: keep them for other charts."""

    wide: Outlines
    narrow: Outlines

    @classmethod
    def of(cls, geometries: Mapping[str, Geometry]) -> Borders:
        """By code of place, a Polygon or MultiPolygon of GeoJSON in degrees. Raises WrongSeries."""
        return cls(outlines(geometries, MAP, CORNERS), outlines(geometries, NARROW, CORNERS))


@dataclass(frozen=True, slots=True)
class _Place:
    point: Point
    across: float  # px: the whole map
    rings: tuple[Ring, ...]
    x: float
    y: float
    wide: float


def places(series: Series, borders: Borders, about: About, words: Wording, *, kind: Kind) -> Chart:
    """Each point is drawn within the border of its code; places without point keep an empty border.

    Raises WrongSeries for a point without border.
    """
    if wrong := [point.code for point in series.points if point.code not in borders.wide.hearts]:
        raise WrongSeries(f"{', '.join(wrong)}: no border")
    numbers = [point.value for point in series.shown if point.value is not None]
    found = None if Kind(kind) == Kind.COUNT else classes(numbers, kind)
    return chart_of([series], about, words, lambda width: _drawn(series, borders, words, found, width))


def _drawn(series: Series, borders: Borders, words: Wording, found: Classes | None, width: float) -> Drawing:
    is_beside = width > NARROW
    outline = borders.wide if is_beside else borders.narrow
    spots = [_Place(p, outline.width, outline.rings[p.code], *outline.hearts[p.code]) for p in series.points]
    others = outline.rings.keys() - {p.code for p in series.points}
    ground = [Area(outline.rings[code], "plain") for code in outline.rings if code in others]
    areas = [Area(each.rings, _tone(each.point, found), words.whole("", each.point)) for each in spots]
    discs = _discs(spots, words) if found is None else []
    meanings = [
        *(entries(found, words) if found and series.shown else []),
        *hatches(statuses([series]), words),
    ]
    left, top = (MAP + BESIDE, 0.0) if is_beside else (0.0, outline.height + 14)
    keys, end = key_beside(meanings, left, top, width)
    shapes = (*ground, *areas, *discs, *_labels(spots, words, found), *keys)
    return Drawing(width, max(end, outline.height), shapes)


def _tone(point: Point, found: Classes | None) -> str:
    if point.value is None:
        return point.status.value
    return f"shade {found.shade(found.of(point.value))}" if found else "plain"


def _radius(each: _Place, most: float) -> float:
    return LARGEST * each.across * sqrt((each.point.value or 0) / most) if most else 0.0


def _most(spots: Sequence[_Place]) -> float:
    return max((each.point.value or 0 for each in spots), default=0)


def _discs(spots: Sequence[_Place], words: Wording) -> list[Shape]:
    """A disc twice as large stands for twice as many; its words stand beneath."""
    most = _most(spots)
    return [
        Dot(each.x, each.y - TALL, _radius(each, most), "count", says=words.whole("", each.point))
        for each in spots
        if each.point.value
    ]


def _labels(spots: Sequence[_Place], words: Wording, found: Classes | None) -> list[Shape]:
    """Values, with names above them where there is room; the widest places first, none over another."""
    most = _most(spots) if found is None else 0.0
    taken: list[tuple[float, float, float, float]] = []
    shapes: list[Shape] = []
    for each in sorted(spots, key=lambda spot: -spot.wide):
        for lines in _tries(each, words, found):
            wide, tall = max(breadth(text, BOLD) for text, _ in lines), TALL * len(lines) + 2
            top = each.y - TALL + _radius(each, most) if most else each.y - tall / 2
            box = (each.x - wide / 2, top, each.x + wide / 2, top + tall)
            if not any(_touch(box, other) for other in taken):
                taken.append(box)
                shapes += [
                    Words(each.x, top + n * TALL, text, "middle", kind)
                    for n, (text, kind) in enumerate(lines, 1)
                ]
                break
    return shapes


def _tries(each: _Place, words: Wording, found: Classes | None) -> list[list[tuple[str, str]]]:
    """What may stand on a place, the best first: words and their kind, line by line."""
    tone = _tone(each.point, found)
    ink = f" {tone.replace('shade', 'on')}" if tone.startswith("shade") else ""
    name, value = (each.point.label, f"place{ink}"), (words.of(each.point), f"spot{ink}")
    if not each.point.is_shown:
        return [[name]]
    fits = breadth(each.point.label, SIZE - 1) <= each.wide * 1.1
    return [[name, value], [value]] if fits else [[value]]


def _touch(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
