"""Which condition of the law decided a yes or a no, as the law counts: “dependants (2 children) is 0: no”.

`reasons` goes one step further, to the answers of each person that was counted.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from relais.core.rights.engine import Of, Result
from relais.core.rights.unknown import Unknown
from relais.core.rights.words.explaining import Condition, Step

WHO_IT_IS = ("is_child", "role")  # that a parent is no child decides nothing


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition of a rule, with its article; `of` is whom it is about, None the household."""

    article: str
    of: Of
    condition: Condition

    def is_only_about(self, names: Iterable[str]) -> bool:
        """Whether the condition turns on nothing but these."""
        used = {each.id for each in ast.walk(self.condition.written) if isinstance(each, ast.Name)}
        return used <= set(names)


def reasons(result: Result, step: Step) -> tuple[Reason, ...]:
    """Why `step` of `result` is what it is: of a no, or of nothing, the conditions that failed, as deep as
    the law goes; of a yes each one that was met. None for what is unknown, or has no condition."""
    if isinstance(step.named.value, Unknown) or not step.conditions:
        return ()
    if step.named.value:
        return tuple(reason for each in step.conditions for reason in _met(result, step, each))
    return tuple(reason for each in step.decisive for reason in _deepest(result, step, each))


def _met(result: Result, step: Step, condition: Condition) -> tuple[Reason, ...]:
    child = _asked(step, condition)
    is_rule = child is not None and child.conditions and isinstance(condition.written, ast.Name)
    return reasons(result, child) if child and is_rule and condition.outcome else (_reason(step, condition),)


def _deepest(result: Result, step: Step, condition: Condition) -> tuple[Reason, ...]:
    child = _asked(step, condition)
    if child is None or condition.outcome:
        return (_reason(step, condition),)
    if child.conditions:
        return reasons(result, child) or (_reason(step, condition),)
    of_each = [
        reason for member in child.because if not child.named.value for reason in reasons(result, member)
    ]
    telling = tuple(reason for reason in of_each if not reason.is_only_about(WHO_IT_IS))
    return telling or (_reason(step, condition),)


def _reason(step: Step, condition: Condition) -> Reason:
    child = _asked(step, condition)
    return Reason(step.article, child.of if child else step.of, condition)


def _asked(step: Step, condition: Condition) -> Step | None:
    """The value that the condition is about: a name by itself, or the left side of a comparison."""
    match condition.written:
        case ast.Name(id=name) | ast.Compare(left=ast.Name(id=name)):
            return next((each for each in step.because if _is_called(each.name, name)), None)
    return None


def _is_called(full: str, argument: str) -> bool:
    return full.partition(".")[2] == argument or full.replace(".", "__", 1) == argument
