"""Values in at most five classes with round bounds, each with about as many values."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.figures.charts.series import Kind, WrongSeries

MOST = 5


@dataclass(frozen=True, slots=True)
class Classes:
    """`bounds` part the classes; a value that is a bound belongs to the higher."""

    bounds: tuple[float, ...]
    lowest: float
    highest: float

    def of(self, value: float) -> int:
        """From 0."""
        return bisect_right(self.bounds, value)

    @property
    def count(self) -> int:
        return len(self.bounds) + 1

    def shade(self, number: int) -> int:
        """Of a class, from 1, light, to 5, dark; fewer classes keep to those that differ most."""
        return 3 if self.count == 1 else 1 + round(number * (MOST - 1) / (self.count - 1))


def classes(values: Sequence[float], kind: Kind) -> Classes:
    """Quantiles, at the roundest number between two neighbours. Raises WrongSeries for counts: no colour."""
    if Kind(kind) == Kind.COUNT:
        raise WrongSeries("a count is never told by colour: a large place would seem to have it worse")
    ordered = sorted(values)
    if not ordered:
        return Classes((), 0, 0)
    places = [round(len(ordered) * n / MOST) for n in range(1, MOST)]
    bounds = {
        _roundest(ordered[n - 1], ordered[n])
        for n in places
        if 0 < n < len(ordered) and ordered[n - 1] < ordered[n]
    }
    return Classes(tuple(sorted(bounds)), ordered[0], ordered[-1])


def _roundest(below: float, to: float) -> float:
    """The number with the fewest figures that is above `below` and no more than `to`."""
    power = 10.0 ** math.ceil(math.log10(to - below) + 1)
    for _ in range(20):
        for step in (power, power / 2, power / 5):
            number = round(math.floor(to / step + 1e-9) * step, 10)
            if below < number <= to:
                return number
        power /= 10
    return to
