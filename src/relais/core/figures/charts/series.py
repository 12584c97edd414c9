"""What a chart is made from: values with a name and a period, and all its words, in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class WrongSeries(ValueError):
    """These values cannot be drawn honestly; says why."""


class Kind(StrEnum):
    """What the values are. Counts are never told by colour: a large place would seem to have it worse."""

    COUNT = "count"
    SHARE = "share"
    RATE = "rate"
    MEAN = "mean"
    AMOUNT = "amount"
    CHANGE = "change"


def check_axis(kind: Kind, *, from_zero: bool) -> None:
    """Raises WrongSeries for a count of which the axis would not begin at zero; ValueError for no Kind."""
    if Kind(kind) == Kind.COUNT and not from_zero:
        raise WrongSeries("a count is drawn from zero")


class Status(StrEnum):
    """A value is shown, is not known, or is hidden to protect persons."""

    SHOWN = "shown"
    MISSING = "missing"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Point:
    """One value. `label` is its period, group or place in words; `date` is where it stands in time.

    `low` and `high` are the ends of the 95 % interval. `code` is what maps find the place by. A point that
    is not shown has no value, so that no drawing or table can tell it: raises WrongSeries.
    """

    label: str
    value: float | None
    date: dt.date | None = None
    low: float | None = None
    high: float | None = None
    status: Status = Status.SHOWN
    code: str = ""

    def __post_init__(self) -> None:
        numbers = (self.value, self.low, self.high)
        if self.is_shown and self.value is None:
            raise WrongSeries(f"{self.label}: no value; say whether it is missing or hidden")
        if not self.is_shown and any(number is not None for number in numbers):
            raise WrongSeries(f"{self.label}: {self.status}, and yet there is a value")
        if (self.low is None) != (self.high is None):
            raise WrongSeries(f"{self.label}: an interval has two ends")
        if self.value is not None and self.ends and not self.ends[0] <= self.value <= self.ends[1]:
            raise WrongSeries(f"{self.label}: the value lies outside its interval")

    @property
    def is_shown(self) -> bool:
        return self.status is Status.SHOWN

    @property
    def ends(self) -> tuple[float, float] | None:
        """Of the interval."""
        return None if self.low is None or self.high is None else (self.low, self.high)

    @classmethod
    def missing(cls, label: str, date: dt.date | None = None, code: str = "") -> Point:
        """Nobody knows."""
        return cls(label, None, date, status=Status.MISSING, code=code)

    @classmethod
    def hidden(cls, label: str, date: dt.date | None = None, code: str = "") -> Point:
        """Hidden to protect persons."""
        return cls(label, None, date, status=Status.HIDDEN, code=code)


@dataclass(frozen=True, slots=True)
class Break:
    """From `date` on values do not compare with those before. `label` says why, in a few words."""

    date: dt.date
    label: str


@dataclass(frozen=True, slots=True)
class Series:
    """Values under one name, in the order in which they are drawn; through time, in order of date."""

    name: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...] = ()

    @property
    def shown(self) -> list[Point]:
        return [point for point in self.points if point.is_shown]


@dataclass(frozen=True, slots=True)
class About:
    """What a chart says of itself. `description` says in words what is to be seen, for who does not see it.

    `measured` is what the values are (“share of households, in %”); `source` who says so, and when.
    """

    title: str
    description: str
    measured: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """How values are written, and all other words. `said` writes one with its unit, `marked` one on an axis.

    `interval` is what an interval is called (“interval (95 %)”), `between` has {low} and {high}, `begins` has
    {value}: the axis begins there and not at zero.
    The rest are heads of columns and words for what is not shown.
    """

    said: Callable[[float], str]
    marked: Callable[[float], str]
    hidden: str
    missing: str
    interval: str
    between: str
    begins: str
    name: str
    label: str
    value: str
    low: str
    high: str

    def of(self, point: Point) -> str:
        """The value of a point, or why there is none."""
        if point.value is None:
            return self.missing if point.status is Status.MISSING else self.hidden
        return self.said(point.value)

    def whole(self, name: str, point: Point) -> str:
        """A point on its own: “Women, 2019: 12.3 %, interval: 11.9 % to 12.7 %”."""
        text = f"{', '.join(filter(None, (name, point.label)))}: {self.of(point)}"
        if point.ends is None:
            return text
        low, high = (self.said(end) for end in point.ends)
        return f"{text}, {self.interval}: {self.between.format(low=low, high=high)}"
