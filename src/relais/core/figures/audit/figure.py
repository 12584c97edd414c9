"""What the audit reads and what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from relais.core.figures.cube import PLACE, cut_of, parts_of


class Figure(NamedTuple):
    """One value that a source says. `printed` is what stands there, where it is not written as the value is.

    `decimals` is how many were printed: the value is known to half of the last one.
    """

    id: int | str
    source: str
    definition: str
    place: str
    period: str
    cut: str
    value: float
    decimals: int = 0
    printed: str | None = None

    @property
    def rounding(self) -> float:
        """How far the true value may be from the printed one."""
        return 0.5 * 10.0**-self.decimals


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a definition counts. A share is `numerator` ÷ `denominator`, in %; where `share_of` names a
    dimension, the denominator has no code of it: the share of women is women ÷ all. `family` is the kind of
    family of those with the codes of `family_cut`.
    """

    indicator: str
    is_count: bool = False
    family: str | None = None
    family_cut: str = ""
    numerator: str | None = None
    denominator: str | None = None
    share_of: str | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """How codes add up: dimension to (whole, parts); the whole None is all together. And which codes are what
    sources call one and the same group: dimension to lists of them.
    """

    partitions: Mapping[str, Sequence[tuple[str | None, tuple[str, ...]]]] = field(default_factory=dict)
    alike: Mapping[str, Sequence[tuple[str, ...]]] = field(default_factory=dict)

    def group(self, cut: str) -> str:
        """A cut by the first name of each group that sources call otherwise."""
        first = {
            (d, code): codes[0] for d, several in self.alike.items() for codes in several for code in codes
        }
        return cut_of({name: first.get((name, code), code) for name, code in parts_of(cut).items()})


class Kind(StrEnum):
    """What does not fit."""

    MISPRINT = "misprint"  # printed as no number is
    SHARE = "share"  # a share does not follow from its parts
    SUM = "sum"  # parts do not add up to the whole
    POPULATIONS = "populations"  # one name for two populations
    CONFLICT = "conflict"  # two sources say another value of one cell
    JUMP = "jump"  # a change far larger than the others of its series


@dataclass(frozen=True, slots=True)
class Finding:
    """`said` is what was printed, `computed` what follows from others; `of` has every figure concerned."""

    kind: Kind
    source: str
    definition: str
    place: str
    period: str
    cut: str
    said: float
    computed: float
    of: tuple[int | str, ...]


Key = tuple[str, str, str, str, str]  # source, definition, place, period, cut


@dataclass(frozen=True)
class Figures:
    """Figures by their cell, with what each definition means and how codes add up."""

    every: tuple[Figure, ...]
    meanings: Mapping[str, Meaning]
    structure: Structure

    @cached_property
    def by_key(self) -> dict[Key, Figure]:
        return {key_of(figure): figure for figure in self.every}

    def whole(self, source: str, definition: str, place: str, period: str, cut: str) -> list[Figure]:
        """The figure of a cell; where it is not said, the parts that make it up; else nothing."""
        found = self.by_key.get((source, definition, place, period, cut))
        if found:
            return [found]
        codes = parts_of(cut)
        for dimension, partitions in self.structure.partitions.items():
            for whole, parts in partitions:
                if dimension != PLACE and codes.get(dimension) == whole:
                    cuts = [cut_of({**codes, dimension: part}) for part in parts]
                    each = [self.by_key.get((source, definition, place, period, one)) for one in cuts]
                    if all(each):
                        return [figure for figure in each if figure]
        return []


def key_of(figure: Figure) -> Key:
    return figure.source, figure.definition, figure.place, figure.period, figure.cut


def value_of(figures: Iterable[Figure]) -> float:
    return sum(figure.value for figure in figures)


def rounding_of(figures: Iterable[Figure]) -> float:
    """How far the true sum may be from the sum of printed values. Counts are printed whole and are exact."""
    return sum(figure.rounding for figure in figures if figure.decimals)
