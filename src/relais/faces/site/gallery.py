"""Charts of the gallery: plainly made up, for a look at every kind with all that can befall it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from relais.apps.ui.charting import wording
from relais.core.figures import charts as of
from relais.core.figures.charts import About, Break, Chart, Kind, Point, Series
from relais.core.figures.charts.brussels import PLACES

GROUPS = [f"Group {letter}, as it is called" for letter in "ABCDEF"]
BREAK = Break(dt.date(2018, 1, 1), "new definition")


def charts() -> list[tuple[str, Chart]]:
    """Each with its key."""
    percent, number = wording(lambda v: f"{v:.1f} %", lambda v: f"{v:g} %"), wording(lambda v: f"{v:.0f}")
    share: dict[str, Any] = {"words": percent, "kind": Kind.SHARE}
    shares, counts = _places(Kind.SHARE), _places(Kind.COUNT)
    borders = of.Borders.of(_borders())
    return [
        ("line", of.line([_years("Group A", 0, {2010, 2020})], _about("line"), **share)),
        ("lines", of.line(_lines(), _about("line"), from_zero=False, **share)),
        ("multiples", of.multiples(_panels(), _about("multiples"), **share)),
        ("slope", of.slope(_two(4), _about("slope"), **share)),
        ("slopes", of.slope(_two(12), _about("slope"), from_zero=False, stressed={"Place 7"}, **share)),
        ("dots", of.dots([_rows("", 12)], _about("dots"), **share)),
        ("pairs", of.dots([_rows("Group A", 20), _rows("Group B", 33, 4)], _about("dots"), **share)),
        ("bars", of.bars(_rows("", 20), _about("bars"), percent, stressed=GROUPS[1:2])),
        ("pyramid", of.pyramid(_ages("Group A", 417), _ages("Group B", 617), _about("pyramid"), number)),
        ("shades", of.tiles(shares, _about("tiles"), **share)),
        ("discs", of.tiles(counts, _about("tiles"), number, kind=Kind.COUNT)),
        ("map-shades", of.places(shares, borders, _about("places"), **share)),
        ("map-discs", of.places(counts, borders, _about("places"), number, kind=Kind.COUNT)),
    ]  # fmt: skip


def _about(title: str) -> About:
    made_up = _("Made-up figures: they show how a chart looks, and nothing else.")
    return About(title, made_up, made_up)


def _years(
    name: str, turn: int, gaps: Iterable[int], first: int = 2005, breaks: tuple[Break, ...] = (BREAK,)
) -> Series:
    """A wave with intervals; every other gap is hidden, the rest is missing."""
    points = []
    for year in range(first, 2025):
        day, value = dt.date(year, 1, 1), 20 + 5 * turn + year * (7 + turn) % 11 / 2.5
        gap = Point.hidden if year % 20 else Point.missing
        points.append(
            gap(str(year), day) if year in gaps else Point(str(year), value, day, value - 2, value + 2)
        )
    return Series(name, tuple(points), breaks)


def _lines() -> list[Series]:
    """Without intervals; one is hidden for a year."""
    years = [
        _years(f"{name[:7]} with a name", n, {2016} if n == 2 else (), 2012, ())
        for n, name in enumerate(GROUPS[:5])
    ]
    return [
        Series(s.name, tuple(Point(p.label, p.value, p.date, status=p.status) for p in s.points))
        for s in years
    ]


def _panels() -> list[Series]:
    return [
        _years(f"Place {n}", n % 4, {2015} if n % 3 == 1 else (), 2012, (BREAK,) if n % 2 else ())
        for n in range(1, 9)
    ]


def _two(count: int) -> list[Series]:
    """Two periods each; the second of few."""
    days = dt.date(2015, 1, 1), dt.date(2024, 1, 1)
    series = [
        Series(
            f"Place {n}", (Point("2015", 12 + n * 31 % 23, days[0]), Point("2024", 14 + n * 29 % 27, days[1]))
        )
        for n in range(1, count + 1)
    ]
    hidden = Series("Place of few", (Point("2015", 19, days[0]), Point.hidden("2024", days[1])))
    return [*series, hidden] if count < 6 else series


def _rows(name: str, first: float, gap: int = 3) -> Series:
    """A value with an interval for each group; one is hidden, and the last nobody knows."""
    rows = [
        Point(label, first + n * 3.7, low=first + n * 3.3 - 1, high=first + n * 4 + 2)
        for n, label in enumerate(GROUPS)
    ]
    rows[gap] = Point.hidden(GROUPS[gap])
    return Series(name, (*rows, Point.missing("Group not asked")))


def _ages(name: str, step: int) -> Series:
    ages = ["80+", *(f"{age}-{age + 9}" for age in range(70, -1, -10))]
    points = [Point(age, 300.0 + n * step % 5100) for n, age in enumerate(ages)]
    return Series(name, (Point.hidden("80+"), *points[1:]))


def _places(kind: Kind) -> Series:
    points = []
    for n, code in enumerate(sorted(PLACES), 1):
        value = 8 + n * 37 % 19 * 1.3 if kind is Kind.SHARE else float(40 + n * n * 37 % 6100)
        gap = {5: Point.hidden, 12: Point.missing}.get(n)
        points.append(gap(f"Place {n}", code=code) if gap else Point(f"Place {n}", value, code=code))
    return Series("", tuple(points))


def _borders() -> dict[str, dict[str, Any]]:
    """Cells of a grid whose corners were pushed about: nobody lives there."""

    def corner(x: int, y: int) -> list[float]:
        return [4 + (x + (x * 7 + y * 5) % 9 / 14) / 20, 51 - (y + (x * 5 + y * 3) % 7 / 12) / 30]

    def cell(x: int, y: int) -> list[list[float]]:
        return [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1), corner(x, y)]

    return {code: {"type": "Polygon", "coordinates": [cell(*place)]} for code, place in PLACES.items()}
