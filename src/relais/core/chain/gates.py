"""May it start? The state of a gate from what is known; of what nothing is known, a gate is unknown."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

State = Literal["open", "closed", "unknown"]


def adopted(decision: str) -> State:
    """“May start once another is adopted”: from the decision about the other."""
    return _said(decision, "adopted")


def finished(phase: str) -> State:
    """“May start once another is finished”: from the phase of the other."""
    return _said(phase, "finished")


def reached(value: Decimal | None, threshold: Decimal, *, at_most: bool = False) -> State:
    """“May start once an indicator reaches a value”, or with `at_most` once it has fallen to it.

    The threshold itself counts as reached. `value` None: never measured, so unknown.
    """
    if value is None:
        return "unknown"
    return "open" if (value <= threshold if at_most else value >= threshold) else "closed"


def _said(value: str, wanted: str) -> State:
    if value == "unknown":
        return "unknown"
    return "open" if value == wanted else "closed"
