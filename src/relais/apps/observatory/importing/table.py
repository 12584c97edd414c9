"""A file as rows of words under a header: what every format comes down to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Table(NamedTuple):
    """`rows` have the number by which people find them in the file, and a word for each column."""

    header: Sequence[str]
    rows: Iterable[tuple[int, Sequence[str]]]
    line: int = 1  # of the header
