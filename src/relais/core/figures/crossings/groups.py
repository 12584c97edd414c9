"""What is kept of answers: for each stratum how many, their mean and their spread. No person is kept.

The models use nothing else: all that they know of a person is the stratum and the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Codes: TypeAlias = tuple[str, ...]
"""One code for each variable of a study, in the order of its variables."""


class NotToBeStudied(ValueError):
    """These answers cannot be studied; says why and what to do, without a value of anyone."""


class Kind(StrEnum):
    """What an answer is."""

    YES_NO = "yes-no"
    NUMBER = "number"


@dataclass(slots=True)
class Group:
    """The answers of one stratum. `squares` is the sum of squared distances to the mean."""

    count: int = 0
    mean: float = 0.0
    squares: float = 0.0

    def add(self, answer: float) -> None:
        """One more answer (Welford, 1962: no sum of squares that cancels out)."""
        self.count += 1
        distance = answer - self.mean
        self.mean += distance / self.count
        self.squares += distance * (answer - self.mean)


@dataclass(frozen=True)
class Answers:
    """Everyone's answers, by stratum. A yes is 1 and a no is 0."""

    kind: Kind
    variables: tuple[str, ...]
    groups: Mapping[Codes, Group]

    @classmethod
    def of(cls, kind: Kind, variables: tuple[str, ...], rows: Iterable[tuple[Codes, float]]) -> Answers:
        groups: dict[Codes, Group] = {}
        for codes, answer in rows:
            groups.setdefault(codes, Group()).add(answer)
        return cls(kind, variables, groups)
