"""An amount through time as it would be with a reform: the same until a day, another from then on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from math import prod
from typing import Any

from relais.core.rights.parameters import SUPPOSED, Amount, Parameter, Table, Value
from relais.core.rights.reforms.file import WAYS, Change


class Unfit(ValueError):
    """A change that cannot be made to a parameter; the message says why and what to do."""


def amended(parameter: Parameter, change: Change, since: dt.date, source: str) -> Parameter:
    """`parameter`, with every amount from `since` on changed and marked as supposed. Raises Unfit.

    When all of it gets a value, that value holds from then on, and is known. Else later amounts are changed
    as well, and what is not known of them stays so.
    """
    if change.unit and change.unit != parameter.unit:
        raise Unfit(f"is in {parameter.unit}, not in {change.unit}")
    first = parameter.on(since)
    if first is None:
        raise Unfit(f"has no amount on {since}: begin on {parameter.amounts[0].since} or later")
    before = tuple(amount for amount in parameter.amounts if amount.since < since)
    gaps = _gaps_before(parameter, since)
    if change.way == "value" and None not in _operands(first.value, change.said):
        only = Amount(since, _changed(first.value, change), source, SUPPOSED)
        return replace(parameter, amounts=(*before, only), known_to=None, gaps=gaps)
    if any(first.since < gap <= since for gap in parameter.gaps):
        raise Unfit(f"was not found of {since}, so what it becomes is not known: give all of it a “value”")
    later = (first, *(amount for amount in parameter.amounts if amount.since > since))
    changed = tuple(
        Amount(max(amount.since, since), _changed(amount.value, change), source, SUPPOSED)
        for amount in later
    )  # fmt: skip
    after = tuple(gap for gap in parameter.gaps if gap >= since)
    return replace(parameter, amounts=(*before, *changed), gaps=(*gaps, *after))


def _gaps_before(parameter: Parameter, since: dt.date) -> tuple[dt.date, ...]:
    """The days before `since` from which no amount is known, with the one after the last that was."""
    gaps = {gap for gap in parameter.gaps if gap < since}
    end = parameter.known_on(since - dt.timedelta(days=1))
    if end and end + dt.timedelta(days=1) < since:
        gaps.add(end + dt.timedelta(days=1))
    return tuple(sorted(gaps))


def _changed(value: Value, change: Change) -> Value:
    way, said = WAYS[change.way], _operands(value, change.said)
    if not isinstance(value, Table):
        assert said[0] is not None
        return way(value, said[0])
    numbers = (n if by is None else way(n, by) for n, by in zip(value.numbers, said, strict=True))
    return Table(value.bounds, tuple(numbers))


def _operands(value: Value, said: Any) -> list[float | None]:
    """For each number of a value, in their order, what is said of it; None for nothing. Raises Unfit."""
    if isinstance(value, Table):
        return _cells(value.bounds, said)
    if isinstance(said, dict):
        raise Unfit("is one amount and no table: give a number")
    return [said]


def _cells(bounds: tuple[tuple[float, ...], ...], said: Any) -> list[float | None]:
    if not isinstance(said, dict):
        return [said] * prod(map(len, bounds))
    if not bounds:
        raise Unfit("has no bands within these: give a number")
    by = {float(key): each for key, each in said.items()}
    for key in by:
        if key not in bounds[0]:
            there = ", ".join(f"{bound:g}" for bound in bounds[0])
            raise Unfit(f"has no band that begins at {key:g}: there are {there}")
    return [number for bound in bounds[0] for number in _cells(bounds[1:], by.get(bound))]
