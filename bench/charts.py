"""Charts: time to compute both drawings of one, to write one of them as SVG, and what that weighs."""

from __future__ import annotations

import datetime as dt
import statistics
import time
from collections.abc import Callable

from relais.apps.ui import pictures
from relais.apps.ui.drawing import drawn
from relais.core.figures.charts import (
    About,
    Borders,
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
from relais.core.figures.charts.tests.make import BORDERS, square

TIMES = 50
ABOUT = About("A chart", "What is to be seen", "in %", "made up")
WORDS = Wording(
    said=lambda value: f"{value:.1f} %", marked=lambda value: f"{value:g} %", hidden="hidden",
    missing="no data", interval="95 % interval", between="{low} to {high}", begins="begins at {value}",
    name="group", label="period", value="value", low="from", high="to",
)  # fmt: skip


def _value(n: int, turn: int) -> float:
    return 20 + 3 * turn + n * (7 + turn) % 11 / 2.5


def _years(turn: int, first: int = 2005) -> tuple[Point, ...]:
    return tuple(
        Point(str(y), _value(y, turn), dt.date(y, 1, 1), _value(y, turn) - 2, _value(y, turn) + 2)
        for y in range(first, 2025)
    )


def _months(turn: int) -> tuple[Point, ...]:
    days = [dt.date(2018 + n // 12, n % 12 + 1, 1) for n in range(72)]
    return tuple(Point(f"{day:%m.%Y}", _value(n, turn), day) for n, day in enumerate(days))


def _rows(turn: int, name: str = "Municipality") -> tuple[Point, ...]:
    return tuple(
        Point(f"{name} {n}", _value(n, turn), low=_value(n, turn) - 2, high=_value(n, turn) + 2)
        for n in range(19)
    )


def _places() -> Series:
    return Series("", tuple(Point(f"Place {n}", _value(n, n), code=code) for n, code in enumerate(PLACES)))


def _kinds() -> list[tuple[str, Callable[[], Chart]]]:
    one, six = [Series("A", _years(0))], [Series(f"Group {n}", _months(n)) for n in range(6)]
    panels = [Series(f"Municipality {n}", _years(n % 5, 2012)) for n in range(19)]
    rows, pair = Series("A", _rows(0)), [Series("A", _rows(0)), Series("B", _rows(3))]
    ages = Series("A", _rows(0, "Age")), Series("B", _rows(3, "Age"))
    slopes = [Series(f"Group {n}", _years(n)[::19]) for n in range(6)]
    where, options = _places(), {"about": ABOUT, "words": WORDS, "kind": Kind.SHARE}
    return [
        ("line: 20 years with intervals", lambda: line(one, **options)),
        ("line: 6 groups, 72 months", lambda: line(six, **options)),
        ("dots: 19 places, 2 groups", lambda: dots(pair, **options)),
        ("bars: 19 places", lambda: bars(rows, ABOUT, WORDS)),
        ("small multiples: 19 places, 13 years", lambda: multiples(panels, **options)),
        ("pyramid: 19 classes of age", lambda: pyramid(*ages, ABOUT, WORDS)),
        ("slope: 6 groups", lambda: slope(slopes, **options)),
        ("tiles: 19 places", lambda: tiles(where, **options)),
        ("map: 19 borders", lambda: places(where, BORDERS, **options)),
    ]


def _ms(act: Callable[[], object]) -> float:
    """Median time of the processor: a busy machine does not make a chart slower."""
    times = []
    for _ in range(TIMES):
        started = time.process_time()
        act()
        times.append(time.process_time() - started)
    return statistics.median(times) * 1000


def measure() -> list[dict[str, object]]:
    rows = [_row(what, make) for what, make in _kinds()]
    borders = {code: square(*place) for code, place in PLACES.items()}
    once = {"what": "borders of 19 places, once", "compute ms": f"{_ms(lambda: Borders.of(borders)) / 2:.2f}"}
    return [*rows, {**dict.fromkeys(rows[0], ""), **once}]


def _row(what: str, make: Callable[[], Chart]) -> dict[str, object]:
    chart = make()
    picture = pictures.svg(chart)
    return {
        "what": what,
        "compute ms": f"{_ms(make) / 2:.2f}",
        "draw ms": f"{_ms(lambda: drawn(chart.wide, 'k')):.2f}",
        "SVG kB": len(picture.encode()) / 1000,
        "PNG ms": _ms(lambda: pictures.png(picture)),
    }
