"""A value, a place and a cut in the words of the reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.core.figures.cube import PLACE, cut_of, parts_of

PER_CENT = "PT"  # the unit code of SDMX of all that is said in percent

Codes = Mapping[tuple[str, str], LocalText]


def names_of_codes() -> Codes:
    """What every code is called, by dimension and code, in their order. One query."""
    found = m.Code.objects.order_by("dimension__position", "position")
    return {(dimension, code): name for dimension, code, name in
            found.values_list("dimension__slug", "code", "name")}  # fmt: skip


def place_in_words(place: str, names: Codes) -> str:
    return str(names.get((PLACE, place), place))


def cut_in_words(cut: str, names: Codes) -> str:
    """“women, single-parent family”; of the total, “all together”."""
    parts = [str(names.get(part, part[1])) for part in parts_of(cut).items()]
    return ", ".join(parts) or _("all together")


def told_apart(cuts: Sequence[str], names: Codes) -> tuple[str, list[str]]:
    """What all of them share, in words ("" for nothing), and what tells each from the others."""
    every = [parts_of(cut) for cut in cuts]
    shared = dict(set.intersection(*({*parts.items()} for parts in every))) if len({*cuts}) > 1 else {}
    rest = [{name: code for name, code in parts.items() if name not in shared} for parts in every]
    return cut_in_words(cut_of(shared), names) if shared else "", [
        cut_in_words(cut_of(each), names) for each in rest
    ]


def value_in_words(value: float, decimals: int) -> str:
    """With as many decimals as were printed, in the way of the reader’s language."""
    return _value(value, decimals, get_language())


def said(value: float | None, decimals: int) -> str:
    """The same; nothing for what is missing or hidden."""
    return "" if value is None else value_in_words(value, decimals)


def with_unit(value: str, definition: m.Definition) -> str:
    """“25.6 %”, “9,235 persons”: the sign alone of what is said in percent."""
    unit = "%" if definition.unit_code == PER_CENT else str(definition.unit)
    return f"{value}\N{NO-BREAK SPACE}{unit}"


def interval_in_words(figure: m.Observation) -> str:
    """Nothing where none is given."""
    if figure.low is None or figure.high is None:
        return ""
    ends = (value_in_words(end, figure.decimals) for end in (figure.low, figure.high))
    return "\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}".join(ends)


# Remembered: a page writes the same few hundred values several times, for every reader.
@lru_cache(maxsize=65536)
def _value(value: float, decimals: int, _language: str | None) -> str:
    return number_format(f"{value:.{decimals}f}", use_l10n=True, force_grouping=True)
