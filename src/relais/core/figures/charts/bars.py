"""Groups or places one under another as bars from zero, with whiskers, in the order given."""

from __future__ import annotations

from collections.abc import Collection

from relais.core.figures.charts.chart import Chart, Drawing, Shape, all_values, chart_of
from relais.core.figures.charts.keys import interval, key, whisker
from relais.core.figures.charts.levels import Levels, levels
from relais.core.figures.charts.rows import LANE, Rows, above, beside, gap, labels_of, rows_for, widest
from relais.core.figures.charts.series import About, Point, Series, Wording
from relais.core.figures.shapes import Box, Rule, Words

ROW, BAR = 26.0, 17.0  # px


def bars(
    series: Series, about: About, words: Wording, *, stressed: Collection[str] = frozenset()
) -> Chart:  # fmt: skip
    """A bar for each point. `stressed` are labels of bars that stand out from the others."""
    values = [0.0, *all_values([series])]
    across = Levels((min(values), max(values))) if any(values) else levels([])
    return chart_of([series], about, words, lambda width: _drawn(series, words, across, width, stressed))


def _drawn(
    series: Series, words: Wording, across: Levels, width: float, stressed: Collection[str]
) -> Drawing:
    room = widest([series], words) + 12
    rows = rows_for(labels_of([series]), across, width, before=room if across.marks[0] < 0 else 0, after=room)
    shapes: list[Shape] = []
    y = 0.0
    for point in series.points:
        made, begun = above(point.label, rows, y)
        is_soft = bool(stressed) and point.label not in stressed
        body, ended = _bar(point, words, rows, begun, "bar soft" if is_soft else "bar 0")
        label, y = beside(point.label, rows, begun, ended)
        zero = Rule(rows.x(0), begun, rows.x(0), y if rows.column else ended, "zero")
        shapes += [*made, *body, *label, zero]
    keys, end = key(interval([series], words, "whiskers"), rows.x(0), y + 8, width)
    return Drawing(width, end, (*shapes, *keys))


def _bar(point: Point, words: Wording, rows: Rows, top: float, tone: str) -> tuple[list[Shape], float]:
    """One bar from `top` down, and where it ends."""
    if point.value is None:
        shapes, ended = gap("", point, words, rows, top + (ROW - LANE) / 2)
        return shapes, ended + (ROW - LANE) / 2
    middle, zero, x = top + ROW / 2, rows.x(0), rows.x(point.value)
    ends = [rows.x(end) for end in point.ends or (point.value, point.value)]
    bar = Box(min(zero, x), middle - BAR / 2, abs(x - zero), BAR, tone, words.whole("", point))
    whiskers = whisker(ends[0], ends[1], middle) if point.ends else []
    text = words.of(point)
    beyond = (
        Words(min(x, ends[0]) - 8, middle + 4, text, "end", "value")
        if point.value < 0
        else Words(max(x, ends[1]) + 8, middle + 4, text, kind="value")
    )
    return [bar, *whiskers, beyond], top + ROW
