"""Charts of the gallery: figures that are plainly made up, for a look at every kind with all that can befall it."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from relais.apps.ui.charting import wording
from relais.core.figures.charts import (
    About,
    Break,
    Chart,
    Kind,
    Point,
    Series,
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

NAMES = (
    "Anderlecht", "Auderghem", "Berchem-Ste-Agathe", "Bruxelles", "Etterbeek", "Evere", "Forest", "Ganshoren", "Ixelles",
    "Jette", "Koekelberg", "Molenbeek-St-Jean", "Saint-Gilles", "St-Josse-ten-Noode", "Schaerbeek", "Uccle",
    "Watermael-Boitsfort", "Woluwe-St-Lambert", "Woluwe-St-Pierre",
)  # fmt: skip


def charts() -> list[tuple[str, Chart]]:
    """Each with its key."""
    return [
        ("line", _line()),
        ("lines", _lines()),
        ("dots", _dots()),
        ("pairs", _pairs()),
        ("bars", _bars()),
        ("multiples", _multiples()),
        ("pyramid", _pyramid()),
        ("slope", _slope()),
        ("slopes", _slopes()),
        ("shades", _tiles(Kind.SHARE)),
        ("discs", _tiles(Kind.COUNT)),
        ("map-shades", _map(Kind.SHARE)),
        ("map-discs", _map(Kind.COUNT)),
    ]


def _about(title: str) -> About:
    return About(
        f"{title} · {_('made up')}",
        _("Made-up figures: they show how a chart looks, and nothing else."),
        "unit",
        _("Made-up figures: they show how a chart looks, and nothing else."),
    )


def _percent(value: float) -> str:
    return f"{value:.1f} %"


def _words() -> Wording:
    return wording(_percent, lambda v: f"{v:g} %")


def _wave(year: int, turn: int) -> float:
    """A number that goes up and down."""
    return 20 + 6 * turn + (year * (7 + turn) % 11) / 2.5


def _year(year: int, turn: int, half: float = 1.6) -> Point:
    value, day = _wave(year, turn), dt.date(year, 1, 1)
    return Point(str(year), value, day, value - half, value + half)


def _line() -> Chart:
    points = [_year(year, 0) for year in range(2005, 2025)]
    points[5] = Point.missing("2010", dt.date(2010, 1, 1))
    points[15] = Point.hidden("2020", dt.date(2020, 1, 1))
    one = Series("Group A", tuple(points), (Break(dt.date(2017, 1, 1), "new definition"),))
    return line([one], _about("line"), _words(), kind=Kind.SHARE)


def _lines() -> Chart:
    several = []
    for turn in range(5):
        points = [
            Point(str(y), _wave(y, turn) / (1 + turn % 2 / 20), dt.date(y, 1, 1)) for y in range(2012, 2025)
        ]
        if turn == 2:
            points[4] = Point.hidden("2016", dt.date(2016, 1, 1))
        several.append(Series(f"Group {'ABCDE'[turn]} with a name", tuple(points)))
    return line(several, _about("line, several"), _words(), kind=Kind.SHARE, from_zero=False)


def _dots() -> Chart:
    rows = [
        Point(f"Group {'ABCDEFG'[n]}, as it is called", 12 + n * 4.3, low=10 + n * 3.9, high=15 + n * 4.9)
        for n in range(6)
    ]
    rows.insert(3, Point.hidden("Group of few"))
    return dots([Series("", tuple(rows))], _about("dots"), _words(), kind=Kind.SHARE)


def _pairs() -> Chart:
    labels = [f"Place {n}" for n in range(1, 7)]
    one = [Point(label, 20 + n * 3, low=18 + n * 3, high=22.5 + n * 3) for n, label in enumerate(labels)]
    two = [Point(label, 31 + n * 1.5, low=29 + n * 1.5, high=33 + n * 1.5) for n, label in enumerate(labels)]
    one[2] = Point.hidden(labels[2])
    two[4], one[4] = Point.missing(labels[4]), Point.hidden(labels[4])
    return dots(
        [Series("Group A", tuple(one)), Series("Group B", tuple(two))],
        _about("dots, two a row"),
        _words(),
        kind=Kind.SHARE,
    )


def _bars() -> Chart:
    rows = [
        Point(f"Group {'ABCDEFG'[n]}, as it is called", 43 - n * 5.7, low=39 - n * 5.5, high=46 - n * 5.5)
        for n in range(7)
    ]
    rows.insert(4, Point.hidden("Group of few"))
    rows.append(Point.missing("Group not asked"))
    return bars(Series("", tuple(rows)), _about("bars"), _words(), stressed={"Group C, as it is called"})


def _multiples() -> Chart:
    panels = []
    for n in range(8):
        points = [_year(year, n % 4, 2) for year in range(2012, 2025)]
        if n % 3 == 1:
            points[3] = Point.hidden("2015", dt.date(2015, 1, 1))
        breaks = (Break(dt.date(2019, 1, 1), "new definition"),) if n % 2 else ()
        panels.append(Series(f"Place {n + 1}", tuple(points), breaks))
    return multiples(panels, _about("multiples"), _words(), kind=Kind.SHARE)


def _pyramid() -> Chart:
    ages = ["80+", *(f"{age}-{age + 9}" for age in range(70, 9, -10)), "0-9"]
    left = [Point(age, 300.0 + n * 417 % 3900) for n, age in enumerate(ages)]
    right = [Point(age, 500.0 + n * 617 % 5100) for n, age in enumerate(ages)]
    left[0], right[1] = Point.hidden(ages[0]), Point.hidden(ages[1])
    return pyramid(
        Series("Group A", tuple(left)), Series("Group B", tuple(right)), _about("pyramid"), _thousands()
    )


def _two(name: str, first: float, last: float) -> Series:
    return Series(name, (Point("2015", first, dt.date(2015, 1, 1)), Point("2024", last, dt.date(2024, 1, 1))))


def _slope() -> Chart:
    series = [_two("Group A", 31, 36.5), _two("Group B with a name", 30.2, 24), _two("Group C", 18, 18.4)]
    series.append(
        Series(
            "Group of few",
            (Point("2015", 12, dt.date(2015, 1, 1)), Point.hidden("2024", dt.date(2024, 1, 1))),
        )
    )
    return slope(series, _about("slope"), _words(), kind=Kind.SHARE)


def _slopes() -> Chart:
    series = [_two(f"Place {n}", 12 + n * 31 % 23, 14 + n * 29 % 27) for n in range(1, 13)]
    return slope(
        series, _about("slope, two stressed"), _words(), kind=Kind.SHARE, stressed={"Place 3", "Place 7"}
    )


def _made_up_borders() -> dict[str, dict[str, object]]:
    """Cells of a grid whose corners were pushed about: nobody lives there."""

    def corner(x: int, y: int) -> list[float]:
        return [4 + (x + (x * 7 + y * 5) % 9 / 14) / 20, 51 - (y + (x * 5 + y * 3) % 7 / 12) / 30]

    def side(a: list[float], b: list[float], n: int) -> list[list[float]]:
        """From a to b with a bend in each of eight parts, the same from either end."""
        turn = sorted((a, b))
        bends = [
            [turn[0][i] + (turn[1][i] - turn[0][i]) * k / 8 + (k * (3 + i) % 5 - 2) / 1200 for i in (0, 1)]
            for k in range(1, 8)
        ]
        return [a, *(bends if turn[0] == a else bends[::-1])]

    borders = {}
    for code, (x, y) in PLACES.items():
        ring = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)]
        sides = [p for n in range(4) for p in side(ring[n], ring[(n + 1) % 4], n)]
        borders[code] = {"type": "Polygon", "coordinates": [[*sides, sides[0]]]}
    return borders


def _map(kind: Kind) -> Chart:
    about, words = _about(f"map, {kind}"), _words() if kind is Kind.SHARE else _thousands()
    named = [
        Point(f"Place {n}", p.value, code=p.code, status=p.status) for n, p in enumerate(_places(kind), 1)
    ]
    return places(Series("", tuple(named)), _made_up_borders(), about, words, kind=kind)


def _thousands() -> Wording:
    return wording(lambda v: f"{v:,.0f}".replace(",", "\u202f"))


def _places(kind: Kind) -> list[Point]:
    found = []
    for n, (code, name) in enumerate(zip(sorted(PLACES), NAMES, strict=True)):
        value = 8 + n * 37 % 19 * 1.3 if kind is Kind.SHARE else float(40 + n * n * 37 % 6100)
        found.append(Point(name, value, code=code))
    found[4], found[11] = Point.hidden(NAMES[4], code="21005"), Point.missing(NAMES[11], code="21012")
    return found


def _tiles(kind: Kind) -> Chart:
    words = _words() if kind is Kind.SHARE else _thousands()
    return tiles(Series("", tuple(_places(kind))), _about(f"tiles, {kind}"), words, kind=kind)
