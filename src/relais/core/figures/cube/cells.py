"""A cell of the cube, and what an edition says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from relais.core.figures.cube.statuses import FREE, NORMAL


class Cell(NamedTuple):
    """One definition (its slug), for one place (its code), period and cut; the total has no cut."""

    definition: str
    place: str
    period: str
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a cell. `value` None: missing, or hidden; `quality` and `secrecy` tell which.

    `decimals` is how many were printed. `low` and `high` are the ends of the 95 % interval. `answers` is how
    many gave one, unweighted, in a survey. `printed` is what stands there where it is not written as it is
    read. `note` is the slug of a remark.
    """

    value: float | None
    decimals: int = 0
    low: float | None = None
    high: float | None = None
    answers: int | None = None
    quality: str = NORMAL
    secrecy: str = FREE
    printed: str | None = None
    note: str | None = None
