"""Figures printed as no number is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from relais.core.figures.audit.figure import Figures, Finding, Kind

_WRITTEN = re.compile(r"-?(?:\d+|\d{1,3}(?:[.  ]\d{3})+)(?:,\d+)?\s?%?")  # as Dutch and French print


def misprints(figures: Figures) -> Iterator[Finding]:
    """Each is read as the value that was recorded; what was printed stays with the figure."""
    for figure in figures.every:
        if figure.printed is not None and not _WRITTEN.fullmatch(figure.printed):
            digits = re.sub(r"[^\d]", "", figure.printed)
            yield Finding(
                Kind.MISPRINT, figure.source, figure.definition, figure.place, figure.period, figure.cut,
                float(digits or "nan"), figure.value, (figure.id,),
            )  # fmt: skip
