"""The axes of an action, computed: each stands alone, none is an average, and “unknown” is a value of each.

Decision and phase are what someone said; timeliness follows from dates, completion from steps (or from a
hand, with its reason), result from a measured value against a target, staleness from the trail. How much was
done (completion) and what changed for families (result) are never merged.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from django.db.models import TextChoices

from relais.apps.coordination.vocabulary import (
    Aim,
    Decision,
    Phase,
    Result,
    Staleness,
    Timeliness,
)

STALE_AFTER = dt.timedelta(days=365)
ALL = 100  # what `completion_by_hand` is a part of


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone, as far as completion is concerned."""

    weight: int
    is_done: bool


@dataclass(frozen=True, slots=True)
class Completion:
    """How much of the work was done: `done` of `of`, in weights of steps or, by hand, in hundredths.

    Never a bare percentage: the denominator is always there. `of` is 0 when nothing is known.
    """

    done: int = 0
    of: int = 0
    steps_done: int = 0
    steps: int = 0
    by_hand: bool = False

    @property
    def is_known(self) -> bool:
        return self.of > 0

    @property
    def tone(self) -> str:
        """Of its mark. A figure set by hand never looks as good as counted steps."""
        if not self.is_known:
            return "unknown"
        return "good" if self.done == self.of and not self.by_hand else "waiting"

    @property
    def is_weighted(self) -> bool:
        """Whether steps weigh differently, so that their number alone does not tell how much was done."""
        return self.steps > 0 and (self.done, self.of) != (self.steps_done, self.steps)


@dataclass(frozen=True, slots=True)
class Axes:
    """How one action stands today. Activity is `completion`; what it changed is `result`."""

    decision: Decision
    phase: Phase
    timeliness: Timeliness
    completion: Completion
    result: Result


def timeliness(*, due: dt.date | None, finished: dt.date | None, phase: str, today: dt.date) -> Timeliness:
    """On the due date itself it is still on time. Without a due date only an end is known, never lateness.

    What was finished on an unknown day was in time if the due date is still to come; else that is unknown.
    """
    if phase == Phase.STOPPED:
        return Timeliness.STOPPED
    if due is None:
        return Timeliness.UNKNOWN
    if finished is not None:
        return Timeliness.DONE if finished <= due else Timeliness.DONE_LATE
    if phase == Phase.FINISHED:
        return Timeliness.DONE if today <= due else Timeliness.UNKNOWN
    return Timeliness.ON_TIME if today <= due else Timeliness.LATE


def completion(steps: Iterable[Step], by_hand: int | None = None) -> Completion:
    """From the steps by weight; a figure set by hand comes before them, and they stay beside it."""
    every = list(steps)
    ready = [step for step in every if step.is_done]
    if by_hand is not None:
        return Completion(by_hand, ALL, steps_done=len(ready), steps=len(every), by_hand=True)
    done, of = (sum(step.weight for step in some) for some in (ready, every))
    return Completion(done, of, steps_done=len(ready), steps=len(every))


def result(value: Decimal | None, target: Decimal | None, aim: str = Aim.AT_LEAST) -> Result:
    """What was measured against what was aimed at; nothing measured is unknown, never zero."""
    if value is None:
        return Result.UNKNOWN
    if target is None:
        return Result.NO_TARGET
    if value <= target if aim == Aim.AT_MOST else value >= target:
        return Result.REACHED
    return Result.PARTLY if aim == Aim.AT_LEAST and value > 0 else Result.NOT_REACHED


def staleness(last_told: dt.date | None, today: dt.date) -> Staleness:
    """From the day on which its owners, or an observer, last said something of it."""
    if last_told is None:
        return Staleness.UNKNOWN
    return Staleness.FRESH if today - last_told <= STALE_AFTER else Staleness.STALE


@dataclass(frozen=True, slots=True)
class Rollup:
    """Of several actions, how many stand where, axis by axis, in the order of each list. Never an average."""

    count: int
    decision: dict[Decision, int]
    phase: dict[Phase, int]
    timeliness: dict[Timeliness, int]
    result: dict[Result, int]
    steps_known: int


def rollup(actions: Iterable[Axes]) -> Rollup:
    """Counts of the values that occur; they add up to `count` on every axis."""
    every = list(actions)
    return Rollup(
        count=len(every),
        decision=_counts(Decision, (a.decision for a in every)),
        phase=_counts(Phase, (a.phase for a in every)),
        timeliness=_counts(Timeliness, (a.timeliness for a in every)),
        result=_counts(Result, (a.result for a in every)),
        steps_known=sum(a.completion.is_known for a in every),
    )


Value = TypeVar("Value", bound=TextChoices)


def _counts(vocabulary: type[Value], values: Iterable[Value]) -> dict[Value, int]:
    counted = Counter(values)
    return {value: counted[value] for value in vocabulary if counted[value]}
