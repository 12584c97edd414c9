"""The tables of the findings: found by their source line, titled by the dash above it.

A table whose source stands before its figures has them further down the page, after other text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from relais.core.advice.document import Table
from relais.core.advice.errors import AdviceError
from relais.core.advice.grid import CHECK_TABLE, FIGURE, grid
from relais.core.advice.joining import tidy
from relais.core.advice.misprints import misprints
from relais.core.advice.pages import Line

_SOURCE = re.compile(r"Bron(?:nen)?\s*:\s*(\S.*)")
_TITLE = re.compile(r"(?:[-–•▪]\s+|(?=Tabel\s+\d))(.*)")


def read_tables(lines: Sequence[Line]) -> tuple[Table, ...]:
    """The tables, in the order of their titles. Raises AdviceError when one cannot be read."""
    sources = [at for at, line in enumerate(lines) if _SOURCE.fullmatch(line.text)]
    befores = [0, *(at + 1 for at in sources)]
    return tuple(_table(lines, before, at) for before, at in zip(befores, sources, strict=False))


def _table(lines: Sequence[Line], before: int, source: int) -> Table:
    titles = [at for at in range(before, source) if _TITLE.fullmatch(lines[at].text)]
    if not titles:
        reason = "this source stands under no table title (a line that begins with a dash)"
        raise AdviceError(reason, line=lines[source].number, remedy=CHECK_TABLE)
    start = titles[-1]
    end = start + 1
    while end < source and lines[end].text[0].islower():
        end += 1
    cells = lines[end:source] or _further_down(lines[source + 1 :], lines[source].page)
    if not any(_is_row(line.text) for line in cells):
        reason = "this table has a title but no figures"
        raise AdviceError(reason, line=lines[start].number, remedy=CHECK_TABLE)
    rows = grid(cells)
    title = tidy(_TITLE.sub(r"\1", " ".join(line.text for line in lines[start:end])))
    named = _SOURCE.fullmatch(lines[source].text)
    return Table(
        title,
        tidy(named.group(1)) if named else "",
        rows,
        lines[start].page,
        lines[start].number,
        misprints(rows),
    )


def _further_down(lines: Sequence[Line], page: int) -> Sequence[Line]:
    """The figures that follow on the page, and their head: back to the end of the text before."""
    here = [line for line in lines if line.page == page]
    figures = [at for at, line in enumerate(here) if _is_row(line.text)]
    if not figures:
        return ()
    start = figures[0]
    while start and here[start - 1].text[-1] not in ".;:!?":
        start -= 1
    return here[start : figures[-1] + 1]


def _is_row(text: str) -> bool:
    """At least two figures at the end of the line."""
    words = text.split()
    return len(words) > 1 and all(FIGURE.fullmatch(word) for word in words[-2:])
