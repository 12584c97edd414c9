"""A chart: shapes for a wide and for a narrow page, what it says of itself, and the same values as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from relais.core.figures.charts.series import About, Point, Series, Status, Wording
from relais.core.figures.shapes import Area, Box, Dot, Line, Rule, Words

# px: what a desk and a telephone of 360 px have room for, so words keep their size
WIDE, NARROW = 640.0, 310.0
Shape = Area | Box | Rule | Line | Dot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes from back to front, within 0…width and 0…height."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


class Row(NamedTuple):
    """One value as the table and the CSV have it."""

    name: str
    point: Point


@dataclass(frozen=True, slots=True)
class Chart:
    """What `{% chart %}` of the room `ui` draws. Both drawings show the same; `rows` say the same."""

    about: About
    words: Wording
    wide: Drawing
    narrow: Drawing
    rows: tuple[Row, ...]

    @property
    def has_names(self) -> bool:
        """Several series, told apart by name."""
        return any(row.name for row in self.rows)

    @property
    def has_intervals(self) -> bool:
        return any(row.point.ends for row in self.rows)


def chart_of(
    series: Iterable[Series], about: About, words: Wording, drawn: Callable[[float], Drawing]
) -> Chart:  # fmt: skip
    """`drawn` on a wide and on a narrow page, with the values of all `series` as rows."""
    rows = tuple(Row(each.name, point) for each in series for point in each.points)
    return Chart(about, words, _layered(drawn(WIDE)), _layered(drawn(NARROW)), rows)


def _alike(shape: Shape) -> str:
    """Shapes of one layer that share this are drawn with the same attributes."""
    if isinstance(shape, Box):
        return shape.tone
    if isinstance(shape, Words):
        return f"{shape.kind} {shape.anchor}"
    return f"{shape.kind} {shape.form}" if isinstance(shape, Dot) else shape.kind


LAYERS = (Box, Area, Rule, Line, Dot, Words)  # from back to front


def _layered(drawing: Drawing) -> Drawing:
    """Words before marks before lines; what looks alike stands together, so that it is written once."""
    kinds: dict[tuple[int, str], list[Shape]] = {}
    for shape in drawing.shapes:
        kinds.setdefault((LAYERS.index(type(shape)), _alike(shape)), []).append(shape)
    order = sorted(kinds, key=lambda each: each[0])
    return Drawing(drawing.width, drawing.height, tuple(shape for each in order for shape in kinds[each]))


def all_values(series: Iterable[Series]) -> list[float]:
    """Every value that is shown, with the ends of its interval."""
    points = [point for each in series for point in each.shown]
    return [v for point in points for v in (point.value, *(point.ends or ())) if v is not None]


def statuses(series: Sequence[Series]) -> set[Status]:
    return {point.status for each in series for point in each.points}
