"""Charts of the gallery: figures that are plainly made up, for a look at every kind with all that can befall it."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from relais.apps.ui.charting import wording
from relais.core.figures.charts import About, Break, Chart, Kind, Point, Series, Wording, dots, line, tiles
from relais.core.figures.charts.brussels import PLACES

NAMES = (
    "Anderlecht", "Auderghem", "Berchem-Ste-Agathe", "Bruxelles", "Etterbeek", "Evere", "Forest", "Ganshoren", "Ixelles",
    "Jette", "Koekelberg", "Molenbeek-St-Jean", "Saint-Gilles", "St-Josse-ten-Noode", "Schaerbeek", "Uccle",
    "Watermael-Boitsfort", "Woluwe-St-Lambert", "Woluwe-St-Pierre",
)  # fmt: skip


def charts() -> list[tuple[str, Chart]]:
    """Each with its key."""
    return [("line", _line()), ("lines", _lines()), ("dots", _dots()), ("pairs", _pairs()),
            ("shades", _tiles(Kind.SHARE)), ("discs", _tiles(Kind.COUNT))]


def _about(title: str) -> About:
    return About(f"{title} · {_('made up')}", _("Made-up figures: they show how a chart looks, and nothing else."),
                 "unit", _("Made-up figures: they show how a chart looks, and nothing else."))


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
        points = [Point(str(y), _wave(y, turn) / (1 + turn % 2 / 20), dt.date(y, 1, 1)) for y in range(2012, 2025)]
        if turn == 2:
            points[4] = Point.hidden("2016", dt.date(2016, 1, 1))
        several.append(Series(f"Group {'ABCDE'[turn]} with a name", tuple(points)))
    return line(several, _about("line, several"), _words(), kind=Kind.SHARE, from_zero=False)


def _dots() -> Chart:
    rows = [Point(f"Group {'ABCDEFG'[n]}, as it is called", 12 + n * 4.3, low=10 + n * 3.9, high=15 + n * 4.9) for n in range(6)]
    rows.insert(3, Point.hidden("Group of few"))
    return dots([Series("", tuple(rows))], _about("dots"), _words(), kind=Kind.SHARE)


def _pairs() -> Chart:
    labels = [f"Place {n}" for n in range(1, 7)]
    one = [Point(label, 20 + n * 3, low=18 + n * 3, high=22.5 + n * 3) for n, label in enumerate(labels)]
    two = [Point(label, 31 + n * 1.5, low=29 + n * 1.5, high=33 + n * 1.5) for n, label in enumerate(labels)]
    one[2] = Point.hidden(labels[2])
    two[4], one[4] = Point.missing(labels[4]), Point.hidden(labels[4])
    return dots([Series("Group A", tuple(one)), Series("Group B", tuple(two))], _about("dots, two a row"), _words(), kind=Kind.SHARE)


def _tiles(kind: Kind) -> Chart:
    places = []
    for n, (code, name) in enumerate(zip(sorted(PLACES), NAMES, strict=True)):
        value = 8 + n * 37 % 19 * 1.3 if kind is Kind.SHARE else float(40 + n * n * 37 % 6100)
        places.append(Point(name, value, code=code))
    places[4], places[11] = Point.hidden(NAMES[4], code="21005"), Point.missing(NAMES[11], code="21012")
    words = _words() if kind is Kind.SHARE else wording(lambda v: f"{v:,.0f}".replace(",", " "))
    return tiles(Series("", tuple(places)), _about(f"tiles, {kind}"), words, kind=kind)
