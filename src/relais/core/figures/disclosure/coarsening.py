"""Merge codes whose cells are mostly small, along the tree that a dimension declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from relais.core.figures.disclosure.releases import Merged
from relais.core.figures.disclosure.rules import Rule
from relais.core.figures.disclosure.tables import Table


class _Choice(NamedTuple):
    large: int
    small: int
    dimension: str
    family: str


def coarsen(table: Table, rule: Rule) -> tuple[Table, tuple[Merged, ...]]:
    """The table with fewer codes, and what was merged.

    One family of leaf codes at a time, of those where at least `rule.merge_from` of the cells is small, the
    one that loses the fewest cells that could be shown; until there is none. The tree is the only way: codes
    that nobody declared to belong together are never put together.
    """
    merged: list[Merged] = []
    while choices := list(_choices(table, rule)):
        _, _, dimension, family = min(choices)
        merged.append(Merged(dimension, family, table.dimension(dimension).parts[family]))
        table = table.merged(dimension, family)
    return table, tuple(merged)


def _choices(table: Table, rule: Rule) -> Iterator[_Choice]:
    if rule.merge_from is None:
        return
    for i, dimension in enumerate(table.dimensions):
        for family in dimension.families:
            parts = set(dimension.parts[family])
            sizes = [size for codes, size in table.sizes.items() if codes[i] in parts]
            small = sum(size < rule.threshold for size in sizes)
            if small and small >= rule.merge_from * len(sizes):
                yield _Choice(len(sizes) - small, small, dimension.name, family)
