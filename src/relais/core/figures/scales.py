"""From amounts to lengths, and the round values that an axis shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """`highest` is `length` long and zero is nothing: a bar begins at zero, always."""

    highest: float
    length: float

    def __call__(self, value: float) -> float:
        return self.length * value / self.highest if self.highest else 0.0


def ticks(highest: float, most: int = 5) -> list[int]:
    """Round values from 0 that cover `highest`, at most `most` of them after 0. At least 0 and 1."""
    step = 1
    factors = (2, 2.5, 2)  # 1, 2, 5, 10, …
    turn = 0
    while step * most < highest:
        step = int(step * factors[turn % 3])
        turn += 1
    count = max(1, -(-int(-(-highest // 1)) // step))
    return [step * i for i in range(count + 1)]
