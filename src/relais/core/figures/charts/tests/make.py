"""Charts of every kind from plain or random series, for rules that hold in all of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some

from relais.core.figures.charts import (
    About,
    Borders,
    Break,
    Chart,
    Drawing,
    Kind,
    Point,
    Series,
    Status,
    Wording,
    bars,
    dots,
    line,
    multiples,
    places,
    pyramid,
    slope,
    tiles,
)
from relais.core.figures.charts.brussels import PLACES
from relais.core.figures.charts.keys import BOLD
from relais.core.figures.shapes import breadth

few = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
ABOUT = About("title", "description", "unit", "source")
WORDS = Wording(
    said=lambda value: f"{value:.1f} %", marked=lambda value: f"{value:g}", 
    hidden="hidden to protect persons, as is right",
    missing="no data", interval="95 % interval", between="{low} to {high}",
    begins="the axis begins at {value}", name="group", label="period", value="value", low="from", high="to",
)  # fmt: skip
WORD = 110.0  # px: no word of a name in use is wider, and within a word no line is parted


def fits(label: str) -> bool:
    return bool(label) and all(breadth(word, BOLD) <= WORD for word in re.split("[ -]", label))


LABELS = some.text("abcdefgh mWi-", min_size=1, max_size=24).map(str.strip).filter(fits)
AGES = some.text("0123456789 -W", min_size=1, max_size=6).map(str.strip).filter(bool)
CODES = sorted(PLACES)


def day(year: int) -> dt.date:
    return dt.date(year, 1, 1)


def year(number: int, value: float | None, half: float | None = None) -> Point:
    """A point of a year; None is hidden."""
    if value is None:
        return Point.hidden(str(number), day(number))
    ends = (None, None) if half is None else (value - half, value + half)
    return Point(str(number), value, day(number), *ends)


@some.composite
def points(draw: some.DrawFn, label: str, date: dt.date | None = None, code: str = "") -> Point:
    status = draw(
        some.sampled_from([Status.SHOWN, Status.SHOWN, Status.SHOWN, Status.MISSING, Status.HIDDEN])
    )
    if status is not Status.SHOWN:
        return Point(label, None, date, status=status, code=code)
    value = draw(some.floats(0, 900).map(lambda number: round(number, 1)))
    if draw(some.booleans()):
        return Point(label, value, date, code=code)
    return Point(label, value, date, value * 0.9, value + draw(some.floats(0, 100)), code=code)


@some.composite
def through_time(draw: some.DrawFn, most: int = 4) -> list[Series]:
    """Series of the same years, with gaps and breaks."""
    years = sorted(draw(some.sets(some.integers(1990, 2030), min_size=1, max_size=12)))
    starts = draw(some.sets(some.integers(1991, 2030), max_size=3))
    breaks = tuple(Break(day(start), f"break {start}") for start in sorted(starts))
    names = draw(some.lists(LABELS, min_size=1, max_size=most, unique=True))
    return [Series(name, tuple(draw(points(str(y), day(y))) for y in years), breaks) for name in names]


@some.composite
def in_rows(
    draw: some.DrawFn, count: int | None = None, labels: some.SearchStrategy[str] = LABELS
) -> list[Series]:
    """Series of the same groups."""
    rows = draw(some.lists(labels, min_size=1, max_size=8, unique=True))
    names = ["", "one", "two", "three"][: count or draw(some.integers(1, 4))]
    return [Series(name, tuple(draw(points(label)) for label in rows)) for name in names]


@some.composite
def charts(draw: some.DrawFn) -> Chart:
    """One of any kind."""
    kind = draw(some.sampled_from([Kind.COUNT, Kind.SHARE]))
    from_zero = kind is Kind.COUNT or draw(some.booleans())
    options = {"about": ABOUT, "words": WORDS, "kind": kind}
    match draw(some.integers(0, 7)):
        case 0:
            return line(draw(through_time()), from_zero=from_zero, **options)
        case 1:
            return multiples(draw(through_time()), from_zero=from_zero, **options)
        case 2:
            return dots(draw(in_rows()), from_zero=from_zero, **options)
        case 3:
            return bars(draw(in_rows(1))[0], ABOUT, WORDS)
        case 4:
            return pyramid(*draw(in_rows(2, AGES)), ABOUT, WORDS)
        case 5:
            names = draw(some.lists(LABELS, min_size=1, max_size=12, unique=True))
            two = [Series(n, tuple(draw(points(str(y), day(y))) for y in (2010, 2020))) for n in names]
            return slope(two, from_zero=from_zero, **options)
        case 6:
            return tiles(draw(municipalities()), **options)
        case _:
            return places(draw(municipalities()), BORDERS, **options)


@some.composite
def municipalities(draw: some.DrawFn) -> Series:
    return Series("", tuple(draw(points(f"place {code[-2:]}", code=code)) for code in CODES))


def square(column: int, row: int) -> dict[str, object]:
    """A twentieth of a degree, with more corners than it needs."""
    west, north, side = 4 + column / 20, 51 - row / 20, [n / 200 for n in range(10)]
    ring = [
        *([west + s, north] for s in side), *([west + 0.05, north - s] for s in side),
        *([west + 0.05 - s, north - 0.05] for s in side), *([west, north - 0.05 + s] for s in side),
    ]  # fmt: skip
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


BORDERS = Borders.of({code: square(*place) for code, place in PLACES.items()})


def drawings(chart: Chart) -> Iterator[Drawing]:
    yield chart.wide
    yield chart.narrow
