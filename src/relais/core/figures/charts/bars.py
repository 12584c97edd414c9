"""Groups or places one under another as bars from zero, with whiskers, in the order given."""

from __future__ import annotations

from collections.abc import Collection

from relais.core.figures.charts.chart import Chart, Drawing, Shape, all_values, chart_of
from relais.core.figures.charts.keys import interval, key, whisker
from relais.core.figures.charts.levels import Levels, levels
from relais.core.figures.charts.rows import Rows, above, beside, gap, labels_of, rows_for, widest
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
        made += _bar(point, words, rows, begun + ROW / 2, "bar soft" if is_soft else "bar 0")
        label, y = beside(point.label, rows, begun, begun + ROW)
        zero = Rule(rows.x(0), begun, rows.x(0), begun + ROW if not rows.column else y, "zero")
        shapes += [*made, *label, zero]
    keys, end = key(interval([series], words, "whiskers"), rows.x(0), y + 8, width)
    return Drawing(width, end, (*shapes, *keys))


def _bar(point: Point, words: Wording, rows: Rows, middle: float, tone: str) -> list[Shape]:
    if point.value is None:
        return gap("", point, words, rows, middle)
    zero, x = rows.x(0), rows.x(point.value)
    ends = [rows.x(end) for end in point.ends or ()]
    says = words.whole("", point)
    shapes: list[Shape] = [Box(min(zero, x), middle - BAR / 2, abs(x - zero), BAR, tone, says)]
    if ends:
        shapes += whisker(ends[0], ends[1], middle)
    text = words.of(point)
    if point.value < 0:
        return [*shapes, Words(min(x, *ends, x) - 8, middle + 4, text, "end", "value")]
    return [*shapes, Words(max(x, *ends, x) + 8, middle + 4, text, kind="value")]
