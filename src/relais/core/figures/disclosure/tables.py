"""Tables of counts, before anything is hidden. Nothing here prints a count, because prints end up in logs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import NamedTuple

from relais.core.figures.disclosure.cells import TOTAL, Cell, Codes
from relais.core.figures.disclosure.dimensions import Dimension


class Share(NamedTuple):
    """A rate that is published beside the counts: `code` as a part of what it belongs to in `dimension`."""

    dimension: str
    code: str


@dataclass(frozen=True)
class Frame:
    """What everyone may know of a table: what is counted, when, by which codes, and where nobody can be.

    `structural` names leaves (one leaf code for each dimension) that are zero by definition: they are shown,
    and an attacker knows them. A subtotal of nothing but such leaves is structural too.
    """

    name: str
    of: str
    period: str
    dimensions: tuple[Dimension, ...]
    structural: frozenset[Codes] = frozenset()
    shares: tuple[Share, ...] = ()

    def __post_init__(self) -> None:
        names = [dimension.name for dimension in self.dimensions]
        if len(set(names)) < len(names):
            raise ValueError(f"table {self.name}: two dimensions have one name")
        for share in self.shares:
            if share.dimension not in names or not self.dimension(share.dimension).parent.get(share.code):
                raise ValueError(
                    f"table {self.name}: {share} is a share of nothing; name a code that has a total"
                )
        leaves = [set(dimension.leaves) for dimension in self.dimensions]
        for codes in self.structural:
            if len(codes) != len(leaves) or any(c not in of for c, of in zip(codes, leaves, strict=True)):
                raise ValueError(f"table {self.name}: structural {codes} is not one leaf for each dimension")

    def dimension(self, name: str) -> Dimension:
        return next(dimension for dimension in self.dimensions if dimension.name == name)

    def cell(self, codes: Codes) -> Cell:
        pairs = zip((d.name for d in self.dimensions), codes, strict=True)
        return Cell(self.of, self.period, tuple(sorted(pair for pair in pairs if pair[1] != TOTAL)))

    def leaves(self) -> Iterator[Codes]:
        """Where somebody can be, in the order of the dimensions."""
        every = product(*(dimension.leaves for dimension in self.dimensions))
        return (codes for codes in every if codes not in self.structural)

    def above(self, leaf: Codes) -> Iterator[Codes]:
        """Every place of the table that counts this leaf, itself included."""
        return product(*(d.with_above(code) for d, code in zip(self.dimensions, leaf, strict=True)))

    @cached_property
    def places(self) -> tuple[Codes, ...]:
        """Every place that can hold somebody: leaves, subtotals and totals."""
        return tuple(dict.fromkeys(codes for leaf in self.leaves() for codes in self.above(leaf)))

    def zeros(self) -> Iterator[Codes]:
        """Every structural place, subtotals included."""
        held = set(self.places)
        every = product(*(dimension.codes for dimension in self.dimensions))
        return (codes for codes in every if codes not in held)


@dataclass(frozen=True)
class Table(Frame):
    """A frame with the count of each leaf: whole numbers, not below zero. Totals are computed, never read.

    `answers` gives, for a survey, the number of answers behind each leaf; then small is said of answers, and
    counts are estimates. Raises ValueError, naming the place and never a count, when a leaf is missing,
    unknown or not a count.
    """

    counts: Mapping[Codes, int] = field(default_factory=dict, repr=False)
    answers: Mapping[Codes, int] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        wanted = set(self.leaves())
        for what, numbers in (("counts", self.counts), ("answers", self.answers)):
            if numbers is None:
                continue
            for codes, number in numbers.items():
                if codes not in wanted:
                    raise ValueError(f"table {self.name}, {what}: {codes} is no leaf, or is structural")
                if not isinstance(number, int) or number < 0:
                    raise ValueError(f"table {self.name}, {what}: {codes} is not a whole number from 0")
            if missing := wanted - numbers.keys():
                raise ValueError(
                    f"table {self.name}, {what}: {min(missing)} and {len(missing) - 1} more are missing; "
                    f"give 0 where nobody was counted, or name them in `structural` where nobody can be"
                )

    @cached_property
    def values(self) -> dict[Codes, int]:
        """The count at each place, totals included."""
        return self._sums(self.counts)

    @cached_property
    def sizes(self) -> dict[Codes, int]:
        """What is compared with the threshold: answers of a survey, else the counts themselves."""
        return self.values if self.answers is None else self._sums(self.answers)

    def merged(self, dimension: str, family: str) -> Table:
        """The same people with the parts of `family` taken together."""
        at = [d.name for d in self.dimensions].index(dimension)
        parts = set(self.dimensions[at].parts[family])

        def fold(codes: Codes) -> Codes:
            return (*codes[:at], family, *codes[at + 1 :]) if codes[at] in parts else codes

        def folded(numbers: Mapping[Codes, int]) -> dict[Codes, int]:
            sums: dict[Codes, int] = {}
            for codes, number in numbers.items():
                sums[fold(codes)] = sums.get(fold(codes), 0) + number
            return sums

        counts = folded(self.counts)
        return Table(
            self.name,
            self.of,
            self.period,
            tuple(d.merged(family) if d.name == dimension else d for d in self.dimensions),
            frozenset(fold(codes) for codes in self.structural) - counts.keys(),
            tuple(s for s in self.shares if s.dimension != dimension or s.code not in parts),
            counts,
            None if self.answers is None else folded(self.answers),
        )

    def _sums(self, numbers: Mapping[Codes, int]) -> dict[Codes, int]:
        sums = dict.fromkeys(self.places, 0)
        for leaf, number in numbers.items():
            for codes in self.above(leaf):
                sums[codes] += number
        return sums
