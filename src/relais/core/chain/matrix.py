"""Which themes lean on which: a table, themes by themes, of the links between measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from relais.core.chain.graph import Chain


@dataclass(frozen=True, slots=True)
class Matrix:
    """`rows[i][j]` links go, as they are written, from `themes[i]` to `themes[j]`."""

    themes: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]

    @property
    def row_totals(self) -> tuple[int, ...]:
        """Links that leave each theme (its own included)."""
        return tuple(map(sum, self.rows))

    @property
    def column_totals(self) -> tuple[int, ...]:
        """Links that arrive in each theme (its own included)."""
        return tuple(map(sum, zip(*self.rows, strict=True)))

    @property
    def total(self) -> int:
        return sum(self.row_totals)

    def count(self, source: int, target: int) -> int:
        """Links from theme `source` to theme `target` (theme numbers; ValueError when unknown)."""
        return self.rows[self.themes.index(source)][self.themes.index(target)]


def theme_matrix(chain: Chain, *, kinds: Collection[str] | None = None) -> Matrix:
    """Count the links of these kinds (all when None) between the themes of their measures."""
    counts = Counter(
        (chain.nodes[link.source], chain.nodes[link.target])
        for link in chain.links
        if kinds is None or link.kind in kinds
    )
    themes = tuple(sorted(set(chain.nodes.values())))
    return Matrix(themes, tuple(tuple(counts[a, b] for b in themes) for a in themes))
