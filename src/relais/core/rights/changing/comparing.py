"""Two sets of outcomes side by side, right by right: what is lost, what is gained, and by how much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from relais.core.rights.outcomes import Outcome, State
from relais.core.rights.units import HALF_A_CENT, TIMES_A_YEAR
from relais.core.rights.unknown import Need


class Kind(IntEnum):
    """What became of a right, in the order in which a family must read it: what is lost comes first."""

    LOST = 1
    LESS = 2
    UNCLEAR = 3  # it depends on something that is not known
    OTHER = 4  # for other persons
    MORE = 5
    GAINED = 6
    SAME = 7


@dataclass(frozen=True, slots=True)
class Difference:
    """One right before and after."""

    before: Outcome
    after: Outcome

    @property
    def kind(self) -> Kind:
        was, is_now = self.before.state, self.after.state
        if was != is_now:
            if State.ENTITLED not in (was, is_now):
                return Kind.LOST if is_now == State.NOT_ENTITLED else Kind.UNCLEAR
            if is_now == State.ENTITLED:
                return Kind.GAINED
            return Kind.LOST if is_now == State.NOT_ENTITLED else Kind.UNCLEAR
        if (self.before.amount is None) != (self.after.amount is None):
            return Kind.UNCLEAR
        by = self.by or 0
        if abs(by) >= HALF_A_CENT:
            return Kind.MORE if by > 0 else Kind.LESS
        lost, gained = (set(a.persons) - set(b.persons) for a, b in self._ways)
        if lost or gained:
            return Kind.OTHER if lost and gained else Kind.LESS if lost else Kind.MORE
        return Kind.SAME

    @property
    def _ways(self) -> tuple[tuple[Outcome, Outcome], ...]:
        return (self.before, self.after), (self.after, self.before)

    @property
    def by(self) -> float | None:
        """How much more it is after, in the unit of the right. None where one of both is not known; what one
        is not entitled to is nothing."""
        before, after = self.before.money, self.after.money
        return None if before is None or after is None else after - before

    @property
    def unclear(self) -> tuple[Need, ...]:
        """What must be known to tell what becomes of the right, and was not needed before."""
        return tuple(need for need in self.after.needs if need not in self.before.needs)


def compared(before: Iterable[Outcome], after: Iterable[Outcome]) -> list[Difference]:
    """Right by right, what is lost first, and the largest loss before the smaller one."""
    found = [Difference(a, b) for a, b in zip(before, after, strict=True)]
    return sorted(found, key=lambda each: (each.kind, _in_a_year(each)))


def _in_a_year(difference: Difference) -> float:
    unit = difference.before.unit or difference.after.unit
    return (difference.by or 0) * TIMES_A_YEAR.get(unit, 1)
