"""What is held up, by what, as the pages tell it: rows with their sentences, the longest-standing first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from relais.apps.coordination import roads
from relais.apps.coordination.chains import Node, Situation, Trouble, is_over
from relais.apps.coordination.models import Action, Gate
from relais.apps.coordination.vocabulary import GateState, TroubleKind
from relais.apps.plan.pictures import Mark
from relais.core.chain import Hold, Road

SHOWN = 8  # ways shown under one trouble; the others are counted


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that a trouble holds up, or may slow, and by which way."""

    name: SafeString
    way: SafeString
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Effects:
    """What waits for one node: how many surely, how many perhaps, and the nearest of them."""

    sure: int
    perhaps: int
    nearest: list[Effect]

    @property
    def more(self) -> int:
        """How many are counted but not shown."""
        return self.sure + self.perhaps - len(self.nearest)


@dataclass(frozen=True, slots=True)
class Stuck:
    """An action, one thing that is wrong with it, and what that does further on."""

    action: Action
    trouble: Trouble
    words: SafeString
    effects: Effects

    @property
    def since(self) -> dt.date:
        return self.trouble.since or dt.date.max


@dataclass(frozen=True, slots=True)
class Held:
    """A measure or an action that is held up or may be slowed, and the line that says by what."""

    name: SafeString
    is_sure: bool
    line: SafeString


@dataclass(frozen=True, slots=True)
class Waiter:
    """A gate that is not open, in words."""

    gate: Gate
    words: SafeString
    state: GateState


def effects_of(situation: Situation, node: Node) -> Effects:
    """What waits for `node`, nearest first."""
    found = situation.roads_from(node)
    sure = sum(_is_sure(road) for road in found.values())
    nearest = [
        Effect(roads.full_name(situation, end), roads.way(situation, road), _is_sure(road))
        for end, road in list(found.items())[:SHOWN]
    ]
    return Effects(sure, len(found) - sure, nearest)


def stuck(situation: Situation, kinds: Collection[TroubleKind]) -> list[Stuck]:
    """Every trouble of these kinds, since longest first; since an unknown day last."""
    rows = [
        Stuck(situation.actions[str(node.name)], trouble, roads.trouble(trouble), effects)
        for node, troubles in situation.troubles.items()
        if any(trouble.kind in kinds for trouble in troubles)
        for effects in [effects_of(situation, node)]
        for trouble in troubles
        if trouble.kind in kinds
    ]
    return sorted(rows, key=lambda row: row.since)


def held(situation: Situation) -> list[Held]:
    """All that something holds up or may slow: what is sure first, then measures before actions."""
    order = sorted(situation.held.values(), key=lambda hold: (not hold.is_sure, hold.node.kind == "action"))
    return [held_as(situation, hold) for hold in order]


def held_as(situation: Situation, hold: Hold[Node]) -> Held:
    """One of them in words."""
    name = roads.full_name(situation, hold.node)
    return Held(name, hold.is_sure, roads.held_up_by(situation, hold))


def waiters(situation: Situation) -> list[Waiter]:
    """Gates that are closed or unknown, of actions that are not finished, in order of the actions."""
    gates = (gate for a in situation.actions.values() if not is_over(a) for gate in a.gates.all())
    found = [Waiter(gate, roads.gate(situation, gate), gate.state) for gate in gates]
    return [waiter for waiter in found if waiter.state != GateState.OPEN]


def marks(situation: Situation) -> dict[int, Mark]:
    """How to mark the measures in a drawing: number to mark."""
    sure = {node for node, hold in situation.held.items() if hold.is_sure}
    return marked(sure, situation.held, _("held up"), _("may be slowed"))


def marked(sure: Collection[Node], every: Iterable[Node], surely: str, perhaps: str) -> dict[int, Mark]:
    """Marks for the measures among `every`, with the words for those that are sure and for the others."""
    return {
        int(node.name): Mark("held", surely) if node in sure else Mark("slowed", perhaps)
        for node in every
        if node.kind == "measure"
    }


def _is_sure(road: Road[Node]) -> bool:
    return all(wait.holds for wait in road)
