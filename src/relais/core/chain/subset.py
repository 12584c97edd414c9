"""Some of a row of things, kept as the bits of one integer: many such sets cost little until one is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subset(Collection[T]):
    """The things among `names` whose bit is set, in the order of `names`. Its size costs no reading."""

    names: tuple[T, ...]
    bits: int

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __iter__(self) -> Iterator[T]:
        bits = self.bits
        while bits:
            lowest = bits & -bits
            yield self.names[lowest.bit_length() - 1]
            bits ^= lowest

    def __contains__(self, thing: object) -> bool:
        return any(each == thing for each in self)
