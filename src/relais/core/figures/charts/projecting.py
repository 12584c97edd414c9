"""Geometry of GeoJSON in degrees to corners in a drawing, with as few corners as its size can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

from relais.core.figures.charts.series import WrongSeries

Corner = tuple[float, float]
Ring = tuple[Corner, ...]
Geometry = Mapping[str, Any]  # a Polygon or a MultiPolygon of GeoJSON


@dataclass(frozen=True, slots=True)
class Projection:
    """Longitude shrinks with the cosine of the mean latitude: good to a part in a thousand for one region."""

    west: float
    north: float
    shrink: float
    scale: float

    def __call__(self, corner: Sequence[float]) -> Corner:
        return (corner[0] - self.west) * self.shrink * self.scale, (self.north - corner[1]) * self.scale


@dataclass(frozen=True, slots=True)
class Outlines:
    """Places by code, drawn `width` wide and `height` high: rings, and where words can stand (x, y, room)."""

    width: float
    height: float
    rings: Mapping[str, tuple[Ring, ...]]
    hearts: Mapping[str, tuple[float, float, float]]


def outlines(borders: Mapping[str, Geometry], width: float, corners: int) -> Outlines:
    """All places with about so many corners together. Raises WrongSeries for what is no area in degrees."""
    there = {code: rings_of(geometry) for code, geometry in borders.items()}
    project, height = fitted(
        [corner for rings in there.values() for ring in rings for corner in ring], width - 2
    )
    projected = [
        [tuple((x + 1, y + 1) for x, y in map(project, ring)) for ring in rings] for rings in there.values()
    ]
    kept = dict(zip(there, map(tuple, simplified(projected, corners)), strict=True))
    return Outlines(width, height + 2, kept, {code: heart(rings) for code, rings in kept.items() if rings})


def rings_of(geometry: Geometry) -> list[Sequence[Sequence[float]]]:
    """All rings, holes too. Raises WrongSeries for another type, or for metres instead of degrees."""
    kind, coordinates = geometry.get("type"), geometry.get("coordinates", [])
    if kind not in ("Polygon", "MultiPolygon"):
        raise WrongSeries(f"{kind}: a place is a Polygon or a MultiPolygon")
    rings = [ring for polygon in ([coordinates] if kind == "Polygon" else coordinates) for ring in polygon]
    if any(abs(corner[0]) > 180 or abs(corner[1]) > 90 for ring in rings for corner in ring):
        raise WrongSeries("coordinates are longitude and latitude, in degrees")
    return rings


def fitted(corners: Iterable[Sequence[float]], width: float) -> tuple[Projection, float]:
    """The projection that fills `width`, and how high it is then."""
    points = list(corners)
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    shrink = cos(radians((min(lats) + max(lats)) / 2))
    scale = width / ((max(lons) - min(lons)) * shrink or 1)
    return Projection(min(lons), max(lats), shrink, scale), (max(lats) - min(lats)) * scale


def simplified(places: Sequence[Sequence[Ring]], most: int) -> list[list[Ring]]:
    """The same with at most about `most` corners in all: those that matter least are left out."""
    tolerance = 0.4  # px
    while True:
        found = [[kept for ring in rings if len(kept := _thinned(ring, tolerance)) > 3] for rings in places]
        if sum(len(ring) for rings in found for ring in rings) <= most or tolerance > 8:
            return found
        tolerance *= 1.4


def _thinned(ring: Ring, tolerance: float) -> Ring:
    """Method: Douglas and Peucker, from both ends of the ring to its furthest corner."""
    far = max(range(len(ring)), key=lambda n: _apart(ring[n], ring[0]))
    return (*_between(ring[: far + 1], tolerance)[:-1], *_between(ring[far:], tolerance))


def _between(line: Ring, tolerance: float) -> Ring:
    if len(line) < 3:
        return line
    away = _distance_to(line[0], line[-1])
    most = max(range(1, len(line) - 1), key=lambda n: away(line[n]))
    if away(line[most]) <= tolerance:
        return (line[0], line[-1])
    return (*_between(line[: most + 1], tolerance)[:-1], *_between(line[most:], tolerance))


def _apart(a: Corner, b: Corner) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _distance_to(a: Corner, b: Corner) -> Callable[[Corner], float]:
    """From the line through both."""
    length = _apart(a, b)
    if not length:
        return lambda c: _apart(a, c)
    dx, dy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
    return lambda c: abs((c[0] - a[0]) * dy - (c[1] - a[1]) * dx)


def heart(rings: Sequence[Ring]) -> tuple[float, float, float]:
    """A point well within the largest ring, and how wide the ring is there: on it words can stand."""
    ring = max(rings, key=lambda each: abs(_area(each)))
    turned = tuple((y, x) for x, y in ring)
    low, high = min(turned)[0], max(turned)[0]
    best = (-1.0, ring[0][0], ring[0][1], 0.0)
    for n in range(2, 11):
        y = low + (high - low) * n / 12
        for left, right in _spans(ring, y):
            x, wide = (left + right) / 2, right - left
            above_below = [min(y - up, down - y) for up, down in _spans(turned, x) if up <= y <= down]
            clear = min(above_below, default=0.0)
            best = max(best, (min(wide / 2, clear * 1.6), x, y, wide))
    return best[1:]


def _spans(ring: Ring, y: float) -> list[tuple[float, float]]:
    """Where the row at `y` runs within the ring."""
    crossings = sorted(
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
        for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)
        if (a[1] > y) != (b[1] > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2
