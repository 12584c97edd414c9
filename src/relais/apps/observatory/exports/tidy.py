"""Tidy CSV: one figure a line, a column for each dimension, and how each is known. `_T` is all together."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice
from typing import Any

from relais.apps.observatory.exports.figures import About, Figure, code_in, written

CELL = ("indicator", "definition", "place", "period")
SAID = (
    "value", "unit", "low", "high", "answers", "obs_status", "conf_status", "printed", "note", "source",
    "edition", "published", "known_since", "known_until", "licence", "address",
)  # fmt: skip
AT_ONCE = 2000


def header(about: About) -> list[str]:
    return [*CELL, *(dimension.slug for dimension in about.dimensions), *SAID]


def rows(figures: Iterable[Figure], about: About) -> Iterator[list[Any]]:
    """The cells of each line, in the order of the header; what is not known is empty."""
    for figure in figures:
        definition, codes = about.definitions[figure.definition], figure.codes
        indicator = definition.indicator.slug
        yield [
            indicator, figure.definition, figure.place, figure.period,
            *(code_in(codes, dimension.slug) for dimension in about.dimensions),
            figure.written, definition.unit_code, *_interval(figure), figure.answers, figure.quality,
            figure.secrecy, figure.printed, figure.note, figure.source, figure.edition, figure.published,
            figure.since, figure.until, about.sources[figure.source].licence, about.address_of(figure),
        ]  # fmt: skip


def _interval(figure: Figure) -> Iterator[str]:
    for end in (figure.low, figure.high):
        yield "" if end is None else written(end, figure.decimals)


def lines(cells: Iterable[Iterable[Any]]) -> Iterator[bytes]:
    """CSV as RFC 4180 has it, in UTF-8, a few thousand lines at once."""
    every = iter(cells)
    while several := list(islice(every, AT_ONCE)):
        buffer = StringIO(newline="")
        csv.writer(buffer).writerows(several)
        yield buffer.getvalue().encode()


def write(figures: Iterable[Figure], about: About) -> Iterator[bytes]:
    yield from lines([header(about)])
    yield from lines(rows(figures, about))
