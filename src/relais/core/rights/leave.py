"""Formulas of leave side by side: the same household, computed once for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from relais.core.rights.engine import Of, Result, evaluate
from relais.core.rights.family import Family
from relais.core.rights.formulas import Formula
from relais.core.rights.law import PERSON
from relais.core.rights.laws import Law
from relais.core.rights.outcomes import State, is_amount, known_to, last_known
from relais.core.rights.unknown import Need, Unknown
from relais.core.rights.words.deciding import WHO_IT_IS, Reason, reasons
from relais.core.rights.words.explaining import Step, explained


@dataclass(frozen=True, slots=True)
class Compared:
    """One formula for one family. `lengths`: person, or None for the household, to what is left, in `unit`.

    `paid`: how much of it with an allowance. `gross`, `net`: EUR/month. None: not known or not computed.
    `used_to`: amounts of that day or earlier ones were used; `known_to`: one is missing that was known up to
    that day; `is_derived`: an amount was computed by us from the law, and stands on no official page.
    `needs` are answers that would tell more; `reasons` why it is not open.
    """

    formula: Formula
    state: State
    unit: str
    lengths: Mapping[Of, float]
    paid: float | None
    gross: float | None
    net: float | None
    used_to: dt.date | None
    known_to: dt.date | None
    is_derived: bool
    needs: tuple[Need, ...]
    reasons: tuple[Reason, ...]
    result: Result


def compare(law: Law, formula: Formula, family: Family, *, use_last: bool = False) -> Compared:
    """`formula` for `family` under `law`. Raises WrongInput for an answer that cannot be."""
    names = [*formula.open, formula.length, formula.paid, formula.gross, formula.net]
    asked = [name for name in dict.fromkeys(names) if name and name in law.nodes]
    told = Family(family.persons, {**family.household, **formula.given})
    result = evaluate(law, told, asked, use_last=use_last)
    open_, lengths = [result.value(name) for name in formula.open], _each(result, formula.length)
    state = _state(open_, lengths)
    missing = _needs([*open_, *lengths.values()])
    paid, gross, net = (_amount(result, name, state) for name in (formula.paid, formula.gross, formula.net))
    if state == State.ENTITLED:
        missing = _needs([*lengths.values(), gross])
    return Compared(
        formula, state, law.nodes[formula.length].unit,
        {of: length for of, length in lengths.items() if not isinstance(length, Unknown) and length > 0},
        _known(paid), _known(gross), _known(net),
        last_known(law, formula.gross) if formula.gross and _known(gross) else None,
        known_to(law, missing), bool(_known(gross)) and _is_derived(explained(result, formula.gross or "")),
        tuple(need for need in missing if not is_amount(law, need)),
        _reasons(result, formula) if state == State.NOT_ENTITLED else (), result,
    )  # fmt: skip


def _each(result: Result, name: str) -> dict[Of, Any]:
    who = result.persons if result.law.nodes[name].entity == PERSON else (None,)
    return {of: result.value(name, of) for of in who}


def _state(open_: list[Any], lengths: Mapping[Of, Any]) -> State:
    if any(value is False for value in open_):
        return State.NOT_ENTITLED
    known = [length for length in lengths.values() if not isinstance(length, Unknown)]
    if all(value is True for value in open_) and any(length > 0 for length in known):
        return State.ENTITLED
    is_known = len(known) == len(lengths) and not any(isinstance(value, Unknown) for value in open_)
    return State.NOT_ENTITLED if is_known else State.DEPENDS


def _needs(values: list[Any]) -> list[Need]:
    return list(dict.fromkeys(need for value in values if isinstance(value, Unknown) for need in value.needs))


def _amount(result: Result, name: str | None, state: State) -> Any:
    """An amount a month, of what is open; Unknown where something is missing."""
    if name is None or state != State.ENTITLED or name not in result.law.nodes:
        return None
    return result.value(name)


def _known(amount: Any) -> float | None:
    return None if isinstance(amount, Unknown) else amount


def _is_derived(step: Step) -> bool:
    amount = step.amount.amount if step.amount else None
    return (amount is not None and amount.tag == "DER") or any(_is_derived(each) for each in step.because)


def _reasons(result: Result, formula: Formula) -> tuple[Reason, ...]:
    """Of the first rule that closes it; where only nothing is left, the conditions on which that turns.

    Not the answers that the formula itself gives.
    """
    shut = next((name for name in formula.open if result.value(name) is False), None)
    if shut:
        found = reasons(result, explained(result, shut))
    else:
        steps = [explained(result, formula.length, of) for of in _each(result, formula.length)]
        every = (reason for step in steps for reason in reasons(result, step))
        found = tuple(
            each for each in every if not each.condition.outcome and not each.is_only_about(WHO_IT_IS)
        )
    return tuple(reason for reason in found if not reason.is_only_about(formula.given))
