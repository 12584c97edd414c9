"""SDMX-CSV 2.0: one dataflow, dimensions in capitals, statuses by the code lists of SDMX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from relais.apps.observatory.exports.figures import About, Figure, code_in, written
from relais.apps.observatory.exports.tidy import lines

FLOW = ("dataflow", "RELAIS:FIGURES(1.0)", "I")  # I: the file informs, it does not replace or delete
CELL = ("DEFINITION", "REF_AREA")
SAID = (
    "SOURCE", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE", "DECIMALS",
    "LOWER_BOUND", "UPPER_BOUND", "SAMPLE_SIZE", "EDITION", "PRINTED", "COMMENT_OBS",
)  # fmt: skip


def write(figures: Iterable[Figure], about: About) -> Iterator[bytes]:
    own = [dimension.slug.upper() for dimension in about.dimensions]
    yield from lines([["STRUCTURE", "STRUCTURE_ID", "ACTION", *CELL, *own, *SAID]])
    yield from lines(_rows(figures, about))


def _rows(figures: Iterable[Figure], about: About) -> Iterator[list[Any]]:
    for figure in figures:
        codes = figure.codes
        yield [
            *FLOW, figure.definition, figure.place,
            *(code_in(codes, dimension.slug) for dimension in about.dimensions),
            figure.source, figure.period, figure.written, figure.quality, figure.secrecy,
            about.definitions[figure.definition].unit_code, figure.decimals,
            *("" if end is None else written(end, figure.decimals) for end in (figure.low, figure.high)),
            figure.answers, figure.edition, figure.printed, figure.note,
        ]  # fmt: skip
