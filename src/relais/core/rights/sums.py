"""What all rights bring together: only what can be added, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from relais.core.rights.outcomes import Outcome, State


class LeftOut(StrEnum):
    """Why an amount is not in a sum."""

    INSTEAD_OF_PAY = "instead-of-pay"
    ONCE = "once"
    NOT_KNOWN = "not-known"
    DEPENDS = "depends"


@dataclass(frozen=True, slots=True)
class Sum:
    """Of rights that a family is entitled to. `month`: EUR/month; `year`: EUR/year that comes beside it.

    `added` are the rights in it; `left_out` those with an amount that are not, each with the reason.
    """

    month: float
    year: float
    added: tuple[Outcome, ...]
    left_out: tuple[tuple[Outcome, LeftOut], ...]

    @property
    def in_a_year(self) -> float:
        """EUR/year: twelve months, and what comes once a year."""
        return self.month * 12 + self.year


def summed(outcomes: Iterable[Outcome]) -> Sum:
    """The sum of what can be added. A right that has no amount, or that one does not have, is not in it."""
    with_amount = [each for each in outcomes if each.about.amount and each.state in CONCERNED]
    why = [(each, _why(each)) for each in with_amount]
    added = tuple(each for each, reason in why if reason is None)
    return Sum(
        sum(each.amount or 0 for each in added if each.unit == "EUR/month"),
        sum(each.amount or 0 for each in added if each.unit == "EUR/year"),
        added, tuple((each, reason) for each, reason in why if reason is not None),
    )  # fmt: skip


CONCERNED = (State.ENTITLED, State.DEPENDS)


def _why(outcome: Outcome) -> LeftOut | None:
    if outcome.about.instead_of_pay:
        return LeftOut.INSTEAD_OF_PAY
    if outcome.state == State.DEPENDS:
        return LeftOut.DEPENDS
    if outcome.amount is None:
        return LeftOut.NOT_KNOWN
    return None if outcome.unit in ("EUR/month", "EUR/year") else LeftOut.ONCE
