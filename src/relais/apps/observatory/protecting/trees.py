"""The codes of one dimension that a file uses, as the tree that they are declared to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from relais.core.figures.cube import TOTAL
from relais.core.figures.disclosure import Dimension

REST = " - "  # “04000 - 21004+21015”: what is left of a whole; no code of a file has a blank


class Undeclared(ValueError):
    """Codes of which nothing says whether one person can be in two of them."""


@dataclass(frozen=True, slots=True)
class Adding:
    """How codes add up: (whole or None for all together, parts), and what each code is a part of."""

    partitions: Sequence[tuple[str | None, Sequence[str]]] = ()
    parents: Mapping[str, str] = field(default_factory=dict)

    def wholes(self, code: str) -> list[str]:
        """What it may be a part of, the surest first."""
        found = [whole or TOTAL for whole, parts in self.partitions if code in parts]
        return [*found, self.parents[code]] if code in self.parents else found

    def is_complete(self, whole: str | None, parts: Collection[str]) -> bool:
        """Whether these parts are all of `whole` (None: nobody publishes it). Raises Undeclared where they
        may overlap."""
        holding = [set(p) for w, p in self.partitions if set(parts) <= set(p) and whole in (None, w or TOTAL)]
        if holding:
            return set(parts) in holding
        split = any(code in p for code in parts for _, p in self.partitions)
        if len(parts) > 1 and (split or len({self.parents.get(code, code) for code in parts}) > 1):
            raise Undeclared(", ".join(sorted(parts)))
        return False


def tree_of(name: str, codes: Collection[str], adding: Adding, *, total: bool) -> Dimension:
    """A dimension of `codes`, of what lies between them, and of what is left where parts are not all.

    `total`: all together is published too. Raises Undeclared.
    """
    parent: dict[str, str | None] = {}
    for code in codes:
        way = list(_way_up(code, codes, adding, total=total))
        parent |= zip(way, [*way[1:], TOTAL if total else None], strict=True)
    families: dict[str | None, list[str]] = {}
    for code, whole in parent.items():
        families.setdefault(whole, []).append(code)
    for whole, parts in families.items():
        if not adding.is_complete(whole, parts) and whole is not None:
            parent[f"{whole}{REST}{'+'.join(sorted(parts))}"] = whole
    return Dimension(name, parent)


def depths_of(dimension: Dimension) -> dict[str, int]:
    """How far each code lies below all together, which lies at 0."""
    found = {TOTAL: 0}
    for code in dimension.parent:
        found[code] = len(dimension.with_above(code)) - (TOTAL in dimension.with_above(code))
    return found


def down_to(dimension: Dimension, depth: int) -> Dimension:
    """The same without the codes below `depth`."""
    depths = depths_of(dimension)
    return Dimension(
        dimension.name, {code: up for code, up in dimension.parent.items() if depths[code] <= depth}
    )


def _way_up(code: str, codes: Collection[str], adding: Adding, *, total: bool) -> Iterator[str]:
    """The code and what it is a part of, as far as a file that says `codes` knows."""
    way = [code]
    while wholes := adding.wholes(way[-1]):
        whole = next((each for each in wholes if each in codes), wholes[0])
        if whole == TOTAL or whole in way:
            break
        way.append(whole)
    while not total and way[-1] not in codes:
        way.pop()
    yield from way
