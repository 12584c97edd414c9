"""Two periods side by side: who rose and who fell. No line joins two periods that do not compare."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from relais.core.figures.charts.chart import Chart, Drawing, Shape, all_values, chart_of, statuses
from relais.core.figures.charts.keys import BOLD, LEADING, SIZE, SWATCH, hatches, key
from relais.core.figures.charts.levels import Levels, levels
from relais.core.figures.charts.plots import FORMS, MOST
from relais.core.figures.charts.rows import TIGHT, widest
from relais.core.figures.charts.runs import is_broken
from relais.core.figures.charts.series import About, Kind, Series, Wording, WrongSeries, check_axis
from relais.core.figures.charts.spreading import spread
from relais.core.figures.shapes import Box, Dot, Line, Rule, Words, breadth, lines_of

HEIGHT = 260.0  # px


def slope(
    series: Sequence[Series], about: About, words: Wording, *, kind: Kind, from_zero: bool = True,
    stressed: Collection[str] = frozenset(),
) -> Chart:  # fmt: skip
    """Two points each, with date, of the same two periods. More than six lines are grey but the `stressed`.

    Raises WrongSeries: other than two points, other periods, a count not from zero, more than six stressed.
    """
    if any([p.label for p in each.points] != [p.label for p in series[0].points] for each in series):
        raise WrongSeries("each series has the same two periods")
    if any(len(each.points) != 2 for each in series):
        raise WrongSeries("a slope has two periods")
    check_axis(kind, from_zero=from_zero)
    if len(stressed) > MOST:
        raise WrongSeries(f"more than {MOST} stand out: nothing does")
    up = levels(all_values(series), from_zero=from_zero)
    kinds = _kinds(series, stressed)
    return chart_of(series, about, words, lambda width: _drawn(series, kinds, words, up, width))


def _kinds(series: Sequence[Series], stressed: Collection[str]) -> list[str]:
    if len(series) <= MOST and not stressed:
        return [str(n) for n in range(len(series))]
    loud = iter(range(MOST))
    return [str(next(loud)) if each.name in stressed else "soft" for each in series]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Both periods across, values up."""

    left: float
    right: float
    top: float
    height: float
    up: Levels

    def y(self, value: float) -> float:
        return self.top + self.height * (1 - self.up.part(value))


def _drawn(
    series: Sequence[Series], kinds: Sequence[str], words: Wording, up: Levels, width: float
) -> Drawing:
    is_tight = width < TIGHT  # names stand beneath their values, not beside them
    value = max(widest(series, words), SWATCH) + 12
    aside = 10 if is_tight else value
    labels = [lines_of(each.name, width * 0.42 - aside, BOLD) for each in series]
    sizes = [(len(lines) + is_tight) * LEADING + (7 if is_tight else 3) for lines in labels]
    names = max((breadth(text, BOLD) for lines in labels for text in lines), default=0)
    right = width - aside - max(names, is_tight * value) - 6
    frame = _Frame(value + 4, right, LEADING * 2 + 6, max(HEIGHT, sum(sizes)), up)
    shapes = [*_sides(series, frame, width), *_break(series, frame)]
    shapes += [
        shape for each, kind in zip(series, kinds, strict=True) for shape in _line(each, kind, words, frame)
    ]
    for n, centre in enumerate(_spread(series, 0, [LEADING + 1] * len(series), frame)):
        shapes += _end(series[n], 0, words, frame, centre)
    for n, centre in enumerate(_spread(series, 1, sizes, frame)):
        above, beneath = (len(labels[n]) * LEADING / 2, LEADING / 2) if is_tight else (0, 0)
        shapes += _end(series[n], 1, words, frame, centre - above)
        shapes += _name(labels[n], kinds[n], right + aside, centre + beneath)
    foot = frame.top + frame.height + 12
    if not up.begins_at_zero:
        foot += LEADING
        shapes.append(Words(0, foot, words.begins.format(value=words.marked(up.marks[0])), kind="light"))
    keys, end = key(hatches(statuses(series), words), 0, foot + 6, width)
    return Drawing(width, end, (*shapes, *keys))


def _spread(series: Sequence[Series], side: int, sizes: Sequence[float], frame: _Frame) -> list[float]:
    """Centres of the words of one side."""
    wanted = [frame.y(_beside(each, side)) for each in series]
    return spread(wanted, sizes, frame.top - 8, frame.top + frame.height + 8)


def _beside(each: Series, side: int) -> float:
    """The value of this side, else that of the other, else zero: where its words want to be."""
    return next((p.value for p in (each.points[side], each.points[1 - side]) if p.value is not None), 0.0)


def _sides(series: Sequence[Series], frame: _Frame, width: float) -> list[Shape]:
    """A rule for each period, and its label over it."""
    labels = [point.label for point in series[0].points] if series else []
    sides = [frame.left, frame.right][: len(labels)]
    centres = spread(sides, [breadth(label, BOLD) + 8 for label in labels], 0, width)
    rules = [Rule(x, frame.top - 4, x, frame.top + frame.height, "grid") for x in sides]
    words = [Words(x, SIZE, label, "middle", "value") for x, label in zip(centres, labels, strict=True)]
    return [*rules, *words]


def _break(series: Sequence[Series], frame: _Frame) -> list[Shape]:
    """One rule for the breaks between both periods, with their words."""
    found = dict.fromkeys(b.label for each in series for b in each.breaks if is_broken(each, *each.points))
    x = (frame.left + frame.right) / 2
    rule = Rule(x, frame.top, x, frame.top + frame.height, "break")
    return [rule, Words(x, frame.top - 6, ", ".join(found), "middle", "note")] if found else []


def _line(each: Series, kind: str, words: Wording, frame: _Frame) -> list[Shape]:
    first, last = each.points
    form = "disc" if kind == "soft" else FORMS[int(kind)]
    ends = [
        (x, frame.y(point.value), point)
        for x, point in ((frame.left, first), (frame.right, last))
        if point.value is not None
    ]
    shapes: list[Shape] = []
    if len(ends) == 2 and not is_broken(each, first, last):
        shapes.append(Line(tuple((x, y) for x, y, _ in ends), kind))
    return [*shapes, *(Dot(x, y, 4, kind, form, words.whole(each.name, point)) for x, y, point in ends)]


def _end(each: Series, side: int, words: Wording, frame: _Frame, centre: float) -> list[Shape]:
    """The value outside one end, or a hatch where there is none."""
    point, sign, x = each.points[side], 1 if side else -1, frame.right if side else frame.left
    if point.value is None:
        begin = x + 10 if side else x - 10 - SWATCH
        says = words.whole(each.name, point)
        return [Box(begin, centre - SWATCH / 2, SWATCH, SWATCH, point.status.value, says)]
    y = frame.y(point.value)
    text = Words(x + sign * 10, centre + 4, words.of(point), "start" if side else "end", "value")
    return [Rule(x + sign * 3, y, x + sign * 9, centre, "lead"), text] if abs(centre - y) > 5 else [text]


def _name(lines: Sequence[str], kind: str, x: float, centre: float) -> list[Shape]:
    first = centre - (len(lines) - 1) * LEADING / 2 + 4
    return [Words(x, first + n * LEADING, text, kind=f"name {kind}") for n, text in enumerate(lines)]
