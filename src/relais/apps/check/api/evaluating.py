"""A household evaluated as plain data: each right's outcome, and on request every value with its reasons."""

from __future__ import annotations

import ast
from typing import Any

from relais.apps.check import catalogue
from relais.apps.check.api import records as r
from relais.apps.check.api.reading import plain
from relais.apps.check.household import HouseholdFile
from relais.core.rights.engine import Of
from relais.core.rights.laws import Known
from relais.core.rights.outcomes import Checked, Outcome, check
from relais.core.rights.problems import WrongInput
from relais.core.rights.unknown import Need, Unknown
from relais.core.rights.words.explaining import Condition, Step, explained
from relais.core.rights.words.values import Named
from relais.core.rights.words.wording import condition, label, written

MOST_EXPLAINED = 20  # persons: the answer is 1.5 MB then


def evaluated(told: HouseholdFile, *, use_last: bool, language: str, explain: bool) -> r.Evaluated:
    """What the law of its day gives a household. Raises WrongInput for what cannot be, or a day too early."""
    asked = {name: catalogue.rights()[name] for name in told.ask}
    if explain and len(told.family.persons) > MOST_EXPLAINED:
        raise WrongInput(f"persons: {len(told.family.persons)} are too many to explain, at most "
                         f"{MOST_EXPLAINED}; ask without “explain”")  # fmt: skip
    checked = check(catalogue.law(told.date), asked, told.family, use_last=use_last)
    steps: dict[tuple[str, Of], Step] = {}
    if explain:
        for name, of in (begun for outcome in checked.outcomes for begun in _begun(checked, outcome)):
            _gather(explained(checked.result, name, of), steps)
    return {
        "date": told.date.isoformat(), "use_last": use_last, "language": language,
        "outcomes": [_outcome(each, checked, language, explain) for each in checked.outcomes],
        "steps": [_step(each, language) for each in steps.values()],
    }  # fmt: skip


def _outcome(outcome: Outcome, checked: Checked, language: str, explain: bool) -> r.Outcome:
    amount = None if outcome.amount is None else round(outcome.amount, 2)
    said = written(Named(None, outcome.amount, outcome.unit, {}), language) if amount is not None else None
    return {
        "right": outcome.right, "title": outcome.about.name.said(language).words,
        "state": outcome.state.value, "persons": list(outcome.persons), "amount": amount,
        "unit": outcome.unit or None, "in_words": said,
        "known_to": outcome.known_to.isoformat() if outcome.known_to else None,
        "needs": [_need(need, checked, language) for need in outcome.needs],
        "because": [{"name": name, "person": of} for name, of in _begun(checked, outcome) if explain],
    }  # fmt: skip


def _need(need: Need, checked: Checked, language: str) -> r.Need:
    text = checked.result.law.nodes[need.name].label
    return {
        "input": need.name, "person": need.person,
        "label": text.said(language).words if text else need.name,
    }  # fmt: skip


def _begun(checked: Checked, outcome: Outcome) -> list[tuple[str, Of]]:
    """The values with which the explanation of a right begins: its amount and its verdict, of each person."""
    names = {f"{outcome.right}.{name}" for name in (outcome.about.amount, outcome.about.verdict) if name}
    return [(name, of) for name, of in checked.result.values if name in names]


def _gather(step: Step, steps: dict[tuple[str, Of], Step]) -> None:
    if (step.name, step.of) not in steps:
        steps[step.name, step.of] = step
        for each in step.because:
            _gather(each, steps)


def _step(step: Step, language: str) -> r.Step:
    return {
        "name": step.name, "person": step.of, "label": label(step.named, step.name, language),
        "value": _value(step.named), "unit": step.named.unit, "in_words": _in_words(step, language),
        "article": step.article or None,
        "conditions": [_condition(one, language) for one in step.conditions],
        "because": [{"name": each.name, "person": each.of} for each in step.because],
        "parameter": _source(step.amount) if step.amount else None,
    }  # fmt: skip


def _value(named: Named) -> Any:
    """Null for what is not known, and for a table, of which the rule that reads it says the number."""
    value = named.value
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int | float):
        return plain(value, named.unit)
    return None


def _in_words(step: Step, language: str) -> str:
    is_table = not isinstance(step.named.value, Unknown | bool | str | int | float)
    return "" if is_table else written(step.named, language)


def _condition(one: Condition, language: str) -> r.Condition:
    said, _, _ = condition(one, language).rpartition(": ")
    return {"written": ast.unparse(one.written), "in_words": said, "holds": one.outcome}


def _source(known: Known) -> r.Source | None:
    if known.amount is None:
        return None
    return {
        "since": known.amount.since.isoformat(),
        "known_to": known.known_to.isoformat() if known.known_to else None,
        "is_known": known.is_known, "tag": known.amount.tag, "source": known.amount.source,
    }  # fmt: skip
