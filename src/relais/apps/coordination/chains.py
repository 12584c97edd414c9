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
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.axes import timeliness
from relais.apps.coordination.models import Action, Blocker, with_what_stops
from relais.apps.plan.models import Link as LinkRow
from relais.apps.plan.models import Measure
from relais.apps.plan.vocabulary import Confidence
from relais.core.chain import HOLDS, Hold, Link, Road, Span, Wait, Waiting, propagate, roads_from


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


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with an action, since when as far as known; a blocker comes with its row."""

    kind: v.TroubleKind
    since: dt.date | None = None
    blocker: Blocker | None = None


@dataclass(frozen=True)
class Situation:
    """The plan and its actions as they stand on a day; everything asked of it is computed once.

    `actions` by code and `measures` by number, in their order. `links` are those that say an order.
    """

    today: dt.date
    actions: Mapping[str, Action]
    measures: Mapping[int, Measure]
    links: tuple[Link, ...]

    @property
    def is_fiction(self) -> bool:
        """Whether there are invented actions among them."""
        return any(action.is_fictional for action in self.actions.values())

    @cached_property
    def waiting(self) -> Waiting[Node]:
        nodes = [*(Node("measure", number) for number in self.measures), *map(node_of, self.actions.values())]
        return Waiting(nodes, [*_links(self), *_answers(self), *_gates(self), *_parts(self)])

    @cached_property
    def troubles(self) -> dict[Node, list[Trouble]]:
        """Actions in trouble, in order of the actions."""
        found = ((node_of(action), troubles_of(action, self.today)) for action in self.actions.values())
        return {node: troubles for node, troubles in found if troubles}

    @cached_property
    def held(self) -> dict[Node, Hold[Node]]:
        """What is held up or may be slowed, measures after actions."""
        return propagate(self.waiting, self.troubles)

    def roads_from(self, node: Node) -> dict[Node, Road[Node]]:
        """What this one alone holds up or may slow, nearest first."""
        return roads_from(self.waiting, node)

    @cached_property
    def answering(self) -> dict[int, list[Action]]:
        """Measure number to the actions that answer it or a part of it."""
        found: dict[int, list[Action]] = {}
        for action in self.actions.values():
            for number in answered_by(action):
                found.setdefault(number, []).append(action)
        return found

    @cached_property
    def spans(self) -> dict[Node, Span]:
        """When each starts and ends, as far as known.

        A measure has no dates of its own: it is reached on the day that the last of the actions that answer
        it is due, and on no known day when one of them has no due date.
        """
        spans = {
            node_of(action): Span(action.start_date, action.due_date) for action in self.actions.values()
        }
        for number, actions in self.answering.items():
            days = [action.finished_date or action.due_date for action in actions]
            last = max((day for day in days if day), default=None) if None not in days else None
            spans[Node("measure", number)] = Span(last, last)
        return spans


def situation(today: dt.date, *, doubtful: bool = False) -> Situation:
    """Read everything in six queries, whatever there is. `doubtful`: with links of low confidence too."""
    links = LinkRow.objects.filter(kind__in=HOLDS)
    if not doubtful:
        links = links.exclude(confidence=Confidence.LOW)
    return Situation(
        today,
        {action.code: action for action in with_what_stops(Action.objects.published().in_order())},
        {measure.number: measure for measure in Measure.objects.in_order().select_related("theme")},
        tuple(Link(*ends) for ends in links.values_list("source__number", "target__number", "kind", "origin",
                                                        "confidence")),
    )  # fmt: skip


def node_of(thing: Action | Measure) -> Node:
    """Where it stands in the graph."""
    return Node("action", thing.code) if isinstance(thing, Action) else Node("measure", thing.number)


def answered_by(action: Action) -> list[int]:
    """The measures that it answers, each once, whether whole or a part. Uses prefetched rows."""
    return list(dict.fromkeys(answered.measure.number for answered in action.answered.all()))


def is_over(action: Action) -> bool:
    """Whether it is finished: then it waits for nothing."""
    return action.phase == v.Phase.FINISHED or action.finished_date is not None


def troubles_of(action: Action, today: dt.date) -> list[Trouble]:
    """What is wrong with it; what goes on inside another plan has not stopped. Uses prefetched blockers."""
    if is_over(action):
        return []
    found = [Trouble(v.TroubleKind.BLOCKED, b.since_date, b) for b in action.blockers.all() if b.is_open]
    timely = timeliness(due=action.due_date, finished=action.finished_date, phase=action.phase, today=today)
    if timely == v.Timeliness.LATE:
        found.append(Trouble(v.TroubleKind.LATE, action.due_date))
    if not getattr(action, "is_absorbed", False):
        if action.decision == v.Decision.REFUSED:
            found.append(Trouble(v.TroubleKind.REFUSED, action.decision_date))
        elif action.phase == v.Phase.STOPPED:
            found.append(Trouble(v.TroubleKind.STOPPED))
    return found


Waits = Iterator[Wait[Node]]


def _links(situation: Situation) -> Waits:
    for link in situation.links:
        assert link.step is not None
        first, then = link.step
        holds, before = HOLDS[link.kind], Node("measure", first)
        yield Wait(before, Node("measure", then), Because(link.kind), holds)
        for action in _unfinished(situation.answering.get(then, ())):
            if action not in situation.answering.get(first, ()):
                yield Wait(before, node_of(action), Because(link.kind, measure=then), holds)


def _answers(situation: Situation) -> Waits:
    of = Counter({number: len(actions) for number, actions in situation.answering.items()})
    for number, actions in situation.answering.items():
        for action in actions:
            because = Because("answers", measure=number, of=of[number])
            yield Wait(node_of(action), Node("measure", number), because, holds=of[number] == 1)


def _gates(situation: Situation) -> Waits:
    for action in _unfinished(situation.actions.values()):
        for gate in action.gates.all():
            if gate.other and gate.other.code in situation.actions and gate.state != v.GateState.OPEN:
                yield Wait(node_of(gate.other), node_of(action), Because(gate.kind))


def _parts(situation: Situation) -> Waits:
    by_key = {action.pk: action for action in situation.actions.values()}
    for action in situation.actions.values():
        if action.parent_id and (whole := by_key.get(action.parent_id)) and not is_over(whole):
            yield Wait(node_of(action), node_of(whole), Because("part"))


def _unfinished(actions: Iterable[Action]) -> Iterator[Action]:
    return (action for action in actions if not is_over(action))
