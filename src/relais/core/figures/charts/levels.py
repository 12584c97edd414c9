"""An axis of values: from zero, or said otherwise, with round marks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_ROUND = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Levels:
    """`marks` are round, in order, and cover all values; the axis runs from the first to the last of them."""

    marks: tuple[float, ...]

    @property
    def begins_at_zero(self) -> bool:
        return self.marks[0] <= 0

    def part(self, value: float) -> float:
        """Where a value stands: 0 at the first mark, 1 at the last."""
        return (value - self.marks[0]) / (self.marks[-1] - self.marks[0])


def levels(values: Sequence[float], *, most: int = 4, from_zero: bool = True) -> Levels:
    """An axis for these values with about `most` spaces between its marks; none gives 0 and 1."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if from_zero or low < 0:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low, low + 1) if low >= 0 else (low, 0.0)
    step = _step((high - low) / most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Levels(tuple(float(f"{n * step:.12g}") for n in range(first, last + 1)))


def _step(least: float) -> float:
    """The smallest round number that is no less."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in _ROUND if factor * power >= least * (1 - 1e-9))
