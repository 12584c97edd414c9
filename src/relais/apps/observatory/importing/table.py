"""A file as rows of words under a head: what every format comes down to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Row = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """`heads` are the rows of the head, `rows` those under it, each with the number by which people find it.

    `line` is where the head stands. `spot` is the column (if any) that has no word of the file, but the name
    of its column from which the value was taken.
    """

    heads: Sequence[Sequence[str]]
    rows: Iterable[Row]
    line: int = 1
    spot: int | None = None

    @property
    def header(self) -> list[str]:
        """One name for each column; a name that is repeated in several rows of the head counts once."""
        return [" / ".join(dict.fromkeys(filter(None, names))) for names in zip(*self.heads, strict=True)]
