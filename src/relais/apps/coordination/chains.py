"""Measures and actions in one graph: who waits for whom, what is in trouble, and what that holds up.

What waits for what, and whether it can do without:
- a measure for a measure that it requires (holds) or that enables it (slows), as the plan's links say;
- an action for what comes before the measures it answers, unless it answers that as well;
- a measure for the actions that answer it: for the only one known (holds), for one of several (slows);
- an action for the action of a gate that is not open, and for its own parts (holds).
What is finished waits for nothing. Drafts are not in it. Nothing here is stored.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.doings import Doing, Trouble, doings
from relais.apps.coordination.models import Gate
from relais.apps.plan.models import Link as LinkRow
from relais.apps.plan.models import Measure
from relais.apps.plan.vocabulary import Confidence
from relais.core.chain import HOLDS, Hold, Link, Span, Wait, Waiting, propagate


class Node(NamedTuple):
    """A measure by its number, or an action by its code."""

    kind: str
    name: int | str


@dataclass(frozen=True, order=True, slots=True)
class Because:
    """Why one waits for the other: a kind of link or of gate, "answers" or "part".

    `measure` is the one in between, which the waiting action answers; `of` is how many actions answer.
    """

    kind: str
    measure: int = 0
    of: int = 1


@dataclass(frozen=True)
class Situation:
    """The plan and its actions as they stand on a day; everything asked of it is computed once.

    `actions` by code and `measures` by number, in their order. `links` are those that say an order.
    """

    today: dt.date
    actions: Mapping[str, Doing]
    measures: Mapping[int, Measure]
    links: tuple[Link, ...]

    @property
    def is_fiction(self) -> bool:
        """Whether there are invented actions among them."""
        return any(action.is_fictional for action in self.actions.values())

    @cached_property
    def waiting(self) -> Waiting[Node]:
        nodes = [*map(measure_node, self.measures), *map(action_node, self.actions)]
        return Waiting(nodes, [*_links(self), *_answers(self), *_gates(self), *_parts(self)])

    @cached_property
    def troubles(self) -> dict[Node, list[Trouble]]:
        """Actions in trouble, in order of the actions."""
        found = ((action_node(code), doing.troubles(self.today)) for code, doing in self.actions.items())
        return {node: troubles for node, troubles in found if troubles}

    @cached_property
    def held(self) -> dict[Node, Hold[Node]]:
        """What is held up or may be slowed, measures after actions."""
        return propagate(self.waiting, self.troubles)

    @cached_property
    def answering(self) -> dict[int, list[Doing]]:
        """Measure number to the actions that answer it or a part of it."""
        found: dict[int, list[Doing]] = {}
        for action in self.actions.values():
            for number in action.measures:
                found.setdefault(number, []).append(action)
        return found

    @cached_property
    def spans(self) -> dict[Node, Span]:
        """When each starts and ends, as far as known.

        A measure has no dates of its own: it is reached on the day that the last of the actions that answer
        it is due, and on no known day when one of them has no due date.
        """
        spans = {action_node(a.code): Span(a.start_date, a.due_date) for a in self.actions.values()}
        for number, actions in self.answering.items():
            days = [action.finished_date or action.due_date for action in actions]
            last = max((day for day in days if day), default=None) if None not in days else None
            spans[measure_node(number)] = Span(last, last)
        return spans

    @cached_property
    def by_key(self) -> dict[int, Doing]:
        """The same actions by their key."""
        return {action.pk: action for action in self.actions.values()}

    def other(self, gate: Gate) -> Doing | None:
        """The action that a gate waits for; None for a figure, and for what nobody may read yet."""
        return self.by_key.get(gate.other_id) if gate.other_id else None


def situation(today: dt.date, *, doubtful: bool = False) -> Situation:
    """Read everything in six queries, whatever there is. `doubtful`: with links of low confidence too."""
    links = LinkRow.objects.filter(kind__in=HOLDS)
    if not doubtful:
        links = links.exclude(confidence=Confidence.LOW)
    ends = links.values_list("source__number", "target__number", "kind", "origin", "confidence")
    measures = Measure.objects.in_order().select_related("theme").defer("summary", "theme__summary")
    return Situation(
        today,
        {doing.code: doing for doing in doings()},
        {measure.number: measure for measure in measures},
        tuple(Link(*each) for each in ends),
    )


def measure_node(number: int) -> Node:
    return Node("measure", number)


def action_node(code: str) -> Node:
    return Node("action", code)


Waits = Iterator[Wait[Node]]


def _links(situation: Situation) -> Waits:
    for link in situation.links:
        assert link.step is not None
        first, then = link.step
        holds, before = HOLDS[link.kind], measure_node(first)
        yield Wait(before, measure_node(then), Because(link.kind), holds)
        for action in _unfinished(situation.answering.get(then, ())):
            if first not in action.measures:
                yield Wait(before, action_node(action.code), Because(link.kind, measure=then), holds)


def _answers(situation: Situation) -> Waits:
    for number, actions in situation.answering.items():
        because = Because("answers", measure=number, of=len(actions))
        for action in actions:
            yield Wait(action_node(action.code), measure_node(number), because, holds=len(actions) == 1)


def _gates(situation: Situation) -> Waits:
    for action in _unfinished(situation.actions.values()):
        for gate in action.gates:
            other = situation.other(gate)
            if other and gate.state(other) != v.GateState.OPEN:
                yield Wait(action_node(other.code), action_node(action.code), Because(gate.kind))


def _parts(situation: Situation) -> Waits:
    for action in situation.actions.values():
        whole = situation.by_key.get(action.parent) if action.parent else None
        if whole and not whole.is_over:
            yield Wait(action_node(action.code), action_node(whole.code), Because("part"))


def _unfinished(actions: Iterable[Doing]) -> Iterator[Doing]:
    return (action for action in actions if not action.is_over)
