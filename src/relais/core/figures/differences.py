"""How far two values lie apart, and whether that can be said to be more than chance or rounding.

The interval of a difference is that of the method of variance estimates recovery (Newcombe 1998, method 10;
Zou and Donner 2008, Statistics in Medicine 27): it needs nothing but the two intervals, which may be
lopsided, and takes the two samples as independent. That of a ratio is of Donner and Zou 2012 (Statistical
Methods in Medical Research 21). Two intervals that overlap may still differ (Schenker and Gentleman 2001,
The American Statistician 55): so the interval of the difference is asked whether it holds zero, and not
whether the two overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value as printed with so many `decimals`; `interval` is its 95 % interval, None: not given."""

    value: float
    decimals: int = 0
    interval: Interval | None = None

    @property
    def rounding(self) -> float:
        """How far the printed value may lie from what it was before it was rounded."""
        return 0.5 * 10.0**-self.decimals


@dataclass(frozen=True, slots=True)
class Difference:
    """`absolute` is one less other; `ratio` one over other, None where other is no positive number.

    The intervals are None where a source gives none. `is_within_rounding`: rounding alone may make it.
    """

    absolute: float
    ratio: float | None
    absolute_interval: Interval | None
    ratio_interval: Interval | None
    is_within_rounding: bool

    @property
    def can_be_said(self) -> bool | None:
        """Whether they can be said to differ; None: nobody gave what one needs to know it."""
        if self.is_within_rounding:
            return False
        if self.absolute_interval is None:
            return None
        low, high = self.absolute_interval
        return not low <= 0 <= high


def difference(one: Estimate, other: Estimate) -> Difference:
    """Between two values of one unit, of different and independent groups."""
    absolute = one.value - other.value
    ratio = one.value / other.value if other.value > 0 else None
    return Difference(
        absolute, ratio, _of_difference(one, other), None if ratio is None else _of_ratio(one, other),
        abs(absolute) < one.rounding + other.rounding - 1e-12,
    )  # fmt: skip


def _of_difference(one: Estimate, other: Estimate) -> Interval | None:
    if one.interval is None or other.interval is None:
        return None
    (low, high), (other_low, other_high) = one.interval, other.interval
    absolute = one.value - other.value
    return (
        absolute - sqrt((one.value - low) ** 2 + (other_high - other.value) ** 2),
        absolute + sqrt((high - one.value) ** 2 + (other.value - other_low) ** 2),
    )


def _of_ratio(one: Estimate, other: Estimate) -> Interval | None:
    """None where an interval reaches zero: such a ratio may be anything."""
    if one.interval is None or other.interval is None or one.interval[0] < 0 or other.interval[0] <= 0:
        return None
    (low, high), (other_low, other_high) = one.interval, other.interval
    both = one.value * other.value
    below, above = other_high * (2 * other.value - other_high), other_low * (2 * other.value - other_low)
    under_low = both**2 - low * (2 * one.value - low) * below
    under_high = both**2 - high * (2 * one.value - high) * above
    if below <= 0 or above <= 0 or under_low < 0 or under_high < 0:
        return None
    return (both - sqrt(under_low)) / below, (both + sqrt(under_high)) / above
