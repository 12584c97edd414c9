"""A chosen chart with its words: titles, periods, names, and what is missing or hidden."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from relais.apps.observatory import models as m
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.pictures.choosing import Across, Groups, Lines, Map, Pairs, choose
from relais.apps.observatory.pictures.wording import about, wording
from relais.apps.observatory.reading.outlines import borders
from relais.apps.observatory.reading.places import Places
from relais.apps.observatory.reading.series import Series
from relais.apps.observatory.reading.words import Codes, cut_in_words, place_in_words, told_apart
from relais.apps.observatory.vocabulary import Secrecy
from relais.core.figures import charts
from relais.core.figures.charts.spark import spark
from relais.core.figures.cube import parts_of

MOST_TOGETHER = 5  # lines in one plot: more are a small plot each


def picture(
    definition: m.Definition, figures: Sequence[m.Observation], breaks: Sequence[m.BreakMark], names: Codes,
    places: Places,
) -> charts.Chart | None:  # fmt: skip
    """The chart that suits the figures of `definition`; None where there is nothing to see."""
    match choose(definition, figures, places, breaks):
        case Map(found):
            return of_map(definition, found, names, places) or of_rows(definition, found, names)
        case Lines(series):
            return of_lines(definition, series, breaks, names)
        case Pairs(pairs):
            return of_pairs(definition, pairs, names)
        case Groups(found) | Across(found):
            return of_rows(definition, found, names)
    return None


def of_lines(
    definition: m.Definition, series: Sequence[Series], breaks: Iterable[m.BreakMark], names: Codes
) -> charts.Chart:
    marks = tuple(charts.Break(mark.date, mark.get_kind_display()) for mark in breaks)
    figures = [figure for each in series for figure in each.figures]
    short = _short(figures)
    drawn = [
        charts.Series(name, tuple(_point(one, short[one.period]) for one in each.figures), marks)
        for name, each in zip(_names(series, names), series, strict=True)
    ]
    draw = charts.line if len(drawn) <= MOST_TOGETHER else charts.multiples
    told, words = about(definition, figures, names), wording(definition, figures)
    return draw(drawn, told, words, kind=charts.Kind(definition.kind))


def sparks(figures: Sequence[m.Observation], breaks: Iterable[m.BreakMark]) -> tuple[charts.Drawing, str]:
    """The course of a figure as small as a word, and the same in words; of figures of one definition."""
    definition = figures[0].definition
    marks = tuple(charts.Break(mark.date, "") for mark in breaks)
    series = charts.Series("", tuple(_point(one, period_in_words(one.period)) for one in figures), marks)
    words = wording(definition, figures)
    known = series.shown
    ends = [words.whole("", point) for point in (known[0], known[-1])] if known else []
    return spark(series, words), " – ".join(ends)


def of_map(
    definition: m.Definition, figures: Sequence[m.Observation], names: Codes, places: Places
) -> charts.Chart | None:
    """On borders where somebody brought them in, else on tiles; None in a city that has neither."""
    known = {each.place: each for each in figures}
    points = tuple(
        _point(known[code], name) if code in known else charts.Point.missing(name, code=code)
        for code in places.municipalities
        for name in [place_in_words(code, names).split("/")[0]]  # a tile has no room for two names
    )
    series, told = charts.Series("", points), about(definition, figures, names)
    words, kind = wording(definition, figures), charts.Kind(definition.kind)
    if found := borders(places):
        return charts.places(series, found, told, words, kind=kind)
    return charts.tiles(series, told, words, kind=kind) if charts.have_tiles(places.municipalities) else None


def of_pairs(
    definition: m.Definition, pairs: Sequence[tuple[m.Observation, m.Observation]], names: Codes
) -> charts.Chart:
    """A line for each group or place from the one period to the other."""
    figures, later = [each for pair in pairs for each in pair], [last for _, last in pairs]
    labels = _labels(later, names)
    drawn = [
        charts.Series(label, tuple(_point(one, period_in_words(one.period)) for one in pair))
        for label, pair in zip(labels, pairs, strict=True)
    ]
    return charts.slope(
        drawn, about(definition, figures, names), wording(definition, figures),
        kind=charts.Kind(definition.kind), stressed=_stressed(definition, later, labels),
    )  # fmt: skip


def of_rows(definition: m.Definition, figures: Sequence[m.Observation], names: Codes) -> charts.Chart:
    """The highest first; what is not shown comes last."""
    pairs = zip(figures, _labels(figures, names), strict=True)
    ordered = sorted(pairs, key=lambda pair: _height(pair[0]))
    return beside(definition, [each for each, _ in ordered], [label for _, label in ordered], names)


def _labels(figures: Sequence[m.Observation], names: Codes) -> list[str]:
    """What tells them apart: the place where all are of one group, else the group."""
    cuts = [each.cut for each in figures]
    if len({*cuts}) == 1:
        return [place_in_words(each.place, names) for each in figures]
    return told_apart(cuts, names)[1]


def beside(
    definition: m.Definition, figures: Sequence[m.Observation], labels: Sequence[str], names: Codes
) -> charts.Chart:
    """A row for each figure: marks with their intervals, else bars; single-parent families in full colour."""
    points = tuple(_point(figure, label) for figure, label in zip(figures, labels, strict=True))
    told, words = about(definition, figures, names), wording(definition, figures)
    series = charts.Series("", points)
    if any(point.ends for point in points):
        return charts.dots([series], told, words, kind=charts.Kind(definition.kind))
    return charts.bars(series, told, words, stressed=_stressed(definition, figures, labels))


def _stressed(definition: m.Definition, figures: Sequence[m.Observation], labels: Sequence[str]) -> set[str]:
    """The groups of single-parent families, where others stand beside them."""
    own = parts_of(definition.family_cut).items()
    found = {label for figure, label in zip(figures, labels, strict=True) if own <= figure.parts.items()}
    return found if own and len(found) < len(figures) else set()


def _height(figure: m.Observation) -> tuple[bool, float]:
    return figure.value is None, -(figure.value or 0)


def _point(figure: m.Observation, label: str) -> charts.Point:
    if figure.value is None:
        is_hidden = figure.secrecy == Secrecy.HIDDEN
        made = charts.Point.hidden if is_hidden else charts.Point.missing
        return made(label, figure.start, figure.place)
    low, high = figure.low, figure.high
    if low is None or high is None or not low <= figure.value <= high:
        low = high = None  # half an interval, or one that does not hold its value, is no interval
    return charts.Point(label, figure.value, figure.start, low, high, code=figure.place)


def _names(series: Sequence[Series], names: Codes) -> list[str]:
    """What tells them apart: the place where all are of one group, the group where all are in one place."""
    places, cuts = {each.place for each in series}, {each.cut for each in series}
    if len(series) == 1:
        return [""]  # the title says it
    if len(cuts) == 1 and len(places) > 1:
        return [place_in_words(each.place, names) for each in series]
    if len(places) == 1:
        return [cut_in_words(each.cut, names) for each in series]
    return [f"{cut_in_words(each.cut, names)}, {place_in_words(each.place, names)}" for each in series]


def _short(figures: Sequence[m.Observation]) -> dict[str, str]:
    """Period to what stands under its mark: the year alone where every year has one."""
    periods = {each.period: str(each.start.year) for each in figures}
    is_enough = len(set(periods.values())) == len(periods)
    return periods if is_enough else {period: period_in_words(period) for period in periods}
