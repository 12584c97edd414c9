"""A comparison in words: how far apart, and what can and cannot be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from relais.apps.observatory import models as m
from relais.apps.observatory.comparing.comparing import Comparison, Pair, Side
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.reading.words import (
    PER_CENT,
    Codes,
    cut_in_words,
    interval_in_words,
    place_in_words,
    told_apart,
    value_in_words,
    with_unit,
)
from relais.apps.observatory.vocabulary import Kind
from relais.core.figures.differences import Difference


@dataclass(frozen=True, slots=True)
class Line:
    """A side in words. `apart` and `times` are against the first; `verdict` is what can be said of it."""

    name: str
    figure: m.Observation
    value: str
    interval: str
    apart: str = ""
    times: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A side through time: from an earlier period to the one that is compared."""

    name: str
    earlier: str
    now: str
    apart: str
    verdict: str


def lines(comparison: Comparison, names: Codes) -> list[Line]:
    """Every side, the one that the others are set against first."""
    first, *others = zip(named(comparison.sides, names), comparison.figures, strict=True)
    return [
        _line(*first),
        *(
            _line(name, figure, *_against(pair, figure))
            for (name, figure), pair in zip(others, comparison.pairs, strict=True)
        ),
    ]


def courses(comparison: Comparison, names: Codes) -> list[Course]:
    """How far each has come since the earlier period."""
    told = zip(named(comparison.sides, names), comparison.figures, comparison.changes, strict=False)
    return [
        Course(name, _value(change.earlier), _value(now), _apart(change.difference, now),
               _verdict(change.difference, now))
        for name, now, change in told
    ]  # fmt: skip


def named(sides: Sequence[Side], names: Codes) -> list[str]:
    """By group and place; what all share is left out."""
    places, cuts = {side.place for side in sides}, {side.cut for side in sides}
    if len(places) == 1:
        return told_apart([side.cut for side in sides], names)[1]
    if len(cuts) == 1:
        return [place_in_words(side.place, names) for side in sides]
    return [in_full(side, names) for side in sides]


def in_full(side: Side, names: Codes) -> str:
    return f"{cut_in_words(side.cut, names)}, {place_in_words(side.place, names)}"


def periods(comparison: Comparison) -> list[tuple[str, str]]:
    """Those that all sides have: code and words."""
    return [(code, period_in_words(code)) for code in comparison.periods]


def _line(name: str, figure: m.Observation, apart: str = "", times: str = "", verdict: str = "") -> Line:
    return Line(name, figure, _value(figure), interval_in_words(figure), apart, times, verdict)


def _value(figure: m.Observation) -> str:
    assert figure.value is not None
    return with_unit(value_in_words(figure.value, figure.decimals), figure.definition)


def _against(pair: Pair, figure: m.Observation) -> tuple[str, str, str]:
    verdict = _("One is part of the other.") if pair.is_part else _verdict(pair.difference, figure)
    return _apart(pair.difference, figure), _times(pair.difference), verdict


def _apart(found: Difference, figure: m.Observation) -> str:
    """“12.4 percentage points more (95 % interval: 3.1 to 21.7)”."""
    if found.absolute == 0:
        return _("the same")
    told = {"n": _amount(abs(found.absolute), figure)}
    said = (_("%(n)s more") if found.absolute > 0 else _("%(n)s less")) % told
    if found.absolute_interval is None:
        return said
    low, high = (value_in_words(end, figure.decimals) for end in found.absolute_interval)
    return f"{said} ({_('95 % interval: {low} to {high}').format(low=low, high=high)})"


def _amount(number: float, figure: m.Observation) -> str:
    words = value_in_words(number, figure.decimals)
    if figure.definition.unit_code == PER_CENT:
        return _("%(n)s percentage points") % {"n": words}
    return with_unit(words, figure.definition)


def _times(found: Difference) -> str:
    """“1.8 times as much”: of a change, which may be below zero, nothing."""
    if found.ratio is None or found.ratio <= 0:
        return ""
    said = _("%(n)s times as much") % {"n": value_in_words(found.ratio, 2)}
    if found.ratio_interval is None:
        return said
    low, high = (value_in_words(end, 2) for end in found.ratio_interval)
    return f"{said} ({_('95 % interval: {low} to {high}').format(low=low, high=high)})"


def _verdict(found: Difference, figure: m.Observation) -> str:
    if found.is_within_rounding:
        return _("They cannot be said to differ: rounding alone may make this difference.")
    if found.can_be_said is None:
        if figure.definition.kind == Kind.COUNT:
            return _("Counted; no interval is published.")
        return _(
            "No interval is published: whether this is more than chance, nobody can say from these figures."
        )
    if found.can_be_said:
        return _("They differ by more than chance: the 95 % interval of the difference does not hold zero.")
    return _("They cannot be said to differ: the 95 % interval of the difference holds zero.")
