"""The words of a chart: values as they were printed, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from relais.apps.languages.reader import colon
from relais.apps.observatory import models as m
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.reading.words import (
    PER_CENT,
    Codes,
    cut_in_words,
    place_in_words,
    told_apart,
    value_in_words,
)
from relais.apps.ui.charting import wording as common
from relais.core.figures import charts


def wording(definition: m.Definition, figures: Iterable[m.Observation], label: str = "") -> charts.Wording:
    """A value is written with as many decimals as were printed of it, an end of an interval likewise.

    `label` is the head of the column of points.
    """
    printed: dict[float, int] = {}
    for each in figures:
        for number in (each.value, each.low, each.high):
            if number is not None:
                printed[number] = min(each.decimals, printed.get(number, each.decimals))
    sign = "\N{NO-BREAK SPACE}%" if definition.unit_code == PER_CENT else ""

    def said(value: float) -> str:
        return value_in_words(value, printed.get(value, definition.decimals)) + sign

    return common(said, _marked, name=_("Of whom"), label=label)


def about(definition: m.Definition, figures: Sequence[m.Observation], names: Codes) -> charts.About:
    """Title, what is to be seen for who does not see it, unit, and who says it."""
    publishers = dict.fromkeys(str(each.release.source.publisher) for each in figures)
    return charts.About(
        title(definition, figures, names), _description(definition, figures, names), str(definition.unit),
        _("Source: %(who)s") % {"who": ", ".join(publishers)},
    )  # fmt: skip


def title(definition: m.Definition, figures: Sequence[m.Observation], names: Codes) -> str:
    """The name of the definition, with what all its figures share: group, place, period."""
    cuts, places, periods = ({*each} for each in zip(*map(_whereabouts, figures), strict=True))
    alike = told_apart(list(cuts), names)[0]
    shared = [
        *(cut_in_words(cut, names) for cut in cuts if len(cuts) == 1 and cut),
        *([alike] if alike else []),
        *(place_in_words(place, names) for place in places if len(places) == 1),
        *(period_in_words(period) for period in periods if len(periods) == 1),
    ]
    return f"{definition.name}{colon()} {', '.join(shared)}" if shared else str(definition.name)


def _whereabouts(figure: m.Observation) -> tuple[str, str, str]:
    return figure.cut, figure.place, figure.period


def _description(definition: m.Definition, figures: Sequence[m.Observation], names: Codes) -> str:
    known = [each for each in figures if each.value is not None]
    if not known:
        return _("No value is shown.")
    said = wording(definition, figures).said
    highest, lowest = (pick(known, key=lambda each: each.value or 0) for pick in (max, min))
    told = {
        "n": len(known), "high": said(highest.value or 0), "of_high": _of(highest, names),
        "low": said(lowest.value or 0), "of_low": _of(lowest, names),
    }  # fmt: skip
    return _("%(n)s values, from %(low)s (%(of_low)s) to %(high)s (%(of_high)s).") % told


def _of(figure: m.Observation, names: Codes) -> str:
    parts = (
        cut_in_words(figure.cut, names),
        place_in_words(figure.place, names),
        period_in_words(figure.period),
    )
    return ", ".join(parts)


def _marked(value: float) -> str:
    return value_in_words(value, len(f"{value:.6f}".rstrip("0").partition(".")[2]))
