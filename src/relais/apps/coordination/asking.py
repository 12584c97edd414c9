"""What becomes of an ask, as of a day: pure functions of its steps, its due date and today."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from relais.apps.coordination.vocabulary import AskState, Reply

TONES: dict[AskState, str] = {
    AskState.SILENT: "late",
    AskState.ASKED: "waiting",
    AskState.ACCEPTED: "good",
    AskState.CONDITIONS: "good",
    AskState.CONTESTED: "blocked",
    AskState.DIVIDED: "blocked",
    AskState.WITHDRAWN: "plain",
}
ACCEPTING = (AskState.ACCEPTED, AskState.CONDITIONS)
OPEN = (AskState.SILENT, AskState.ASKED)  # an answer is still awaited; silence first


class Step(Protocol):
    """One thing that happened to an ask, oldest first."""

    @property
    def reply(self) -> str: ...
    @property
    def organisation_id(self) -> int: ...


class Dated(Step, Protocol):
    """The same with its day; asking again moves the due date."""

    @property
    def answered_date(self) -> dt.date: ...
    @property
    def old_due_date(self) -> dt.date | None: ...
    @property
    def new_due_date(self) -> dt.date | None: ...


D = TypeVar("D", bound=Dated)


def last_words(steps: Iterable[Step]) -> dict[int, str]:
    """Organisation to its last answer, since the cell last asked; `steps` oldest first."""
    said: dict[int, str] = {}
    for step in steps:
        if step.reply == Reply.ASKED_AGAIN:
            said = {}
        elif step.reply != Reply.WITHDRAWN:
            said[step.organisation_id] = step.reply
    return said


def state_of(steps: Iterable[Step], due_date: dt.date, today: dt.date) -> AskState:
    """The state of an ask today. On the due date itself an answer is still awaited; the day after is silence.

    What the cell did last counts first (withdrawn, or asked again: then earlier answers belong to the past);
    else the last answer of each organisation, and “divided” when they differ.
    """
    steps = list(steps)
    of_cell = [step.reply for step in steps if step.reply in (Reply.WITHDRAWN, Reply.ASKED_AGAIN)]
    if of_cell and of_cell[-1] == Reply.WITHDRAWN:
        return AskState.WITHDRAWN
    answers = set(last_words(steps).values())
    if len(answers) > 1:
        return AskState.DIVIDED
    if answers:
        return AskState(answers.pop())
    return AskState.SILENT if today > due_date else AskState.ASKED


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer had come by `since`, the due date; on `until` an answer came, or the cell did something."""

    since: dt.date
    until: dt.date


def with_silences(steps: Iterable[D], due_date: dt.date) -> list[tuple[Silence | None, D]]:
    """Each step, oldest first, with the silence that it ended. `due_date` is the one that stands now."""
    steps = list(steps)
    due = next((step.old_due_date for step in steps if step.old_due_date), due_date)
    is_awaited, found = True, list[tuple[Silence | None, D]]()
    for step in steps:
        is_late = is_awaited and step.answered_date > due
        found.append((Silence(due, step.answered_date) if is_late else None, step))
        is_awaited, due = step.reply == Reply.ASKED_AGAIN, step.new_due_date or due
    return found


@dataclass(frozen=True, slots=True)
class Load:
    """What weighs on one actor. Asks that were withdrawn weigh nothing; late counts actions, not asks."""

    named: int = 0
    asked: int = 0
    answered: int = 0
    accepted: int = 0
    silent: int = 0
    late: int = 0


def load_of(states: Iterable[AskState], *, named: int, late: int) -> Load:
    """The load of an actor that `named` measures name, whose asks stand as `states` say."""
    count: Counter[AskState] = Counter(state for state in states if state != AskState.WITHDRAWN)
    asked = count.total()
    return Load(
        named=named,
        asked=asked,
        answered=asked - sum(count[state] for state in OPEN),
        accepted=sum(count[state] for state in ACCEPTING),
        silent=count[AskState.SILENT],
        late=late,
    )
