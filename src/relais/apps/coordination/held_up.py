"""What is held up, by what, as the pages tell it: rows with their sentences, the longest-standing first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from relais.apps.coordination.chains import Node, Situation
from relais.apps.coordination.doings import Doing, Trouble
from relais.apps.coordination.models import Gate
from relais.apps.coordination.roads import Words, trouble
from relais.apps.coordination.vocabulary import GateState, TroubleKind
from relais.apps.plan.pictures import Mark
from relais.core.chain import Hold, spread

WAYS = 5  # shown under one trouble; the others are counted
ROWS = 30  # shown of each kind, unless a reader asks for all

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Some(Generic[T]):
    """The first rows of a kind, and how many there are."""

    rows: Sequence[T]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


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

    action: Doing
    trouble: Trouble
    words: SafeString
    effects: Effects


@dataclass(frozen=True, slots=True)
class Held:
    """A measure or an action that is held up or may be slowed, and the line that says by what."""

    name: SafeString
    is_sure: bool
    line: SafeString


@dataclass(frozen=True, slots=True)
class Waiter:
    """A gate that is not open, in words."""

    action: Doing
    gate: Gate
    words: SafeString
    state: GateState


def effects_of(words: Words, node: Node) -> Effects:
    """What waits for `node`, nearest first."""
    found = spread(words.situation.waiting, node)
    nearest = [
        Effect(words.full_name(end), words.way(found.road(end)), is_sure)
        for end, is_sure in islice(found.nodes, WAYS)
    ]
    return Effects(*found.counts, nearest)


def stuck(words: Words, kinds: Collection[TroubleKind], most: int | None = ROWS) -> Some[Stuck]:
    """Troubles of these kinds, since longest first; since an unknown day last."""
    troubles = [
        (node, each)
        for node, every in words.situation.troubles.items()
        for each in every
        if each.kind in kinds
    ]
    troubles.sort(key=lambda pair: pair[1].since or dt.date.max)
    actions = words.situation.actions
    rows = [
        Stuck(actions[str(node.name)], each, trouble(each), effects_of(words, node))
        for node, each in troubles[:most]
    ]
    return Some(rows, len(troubles))


def held(words: Words, most: int | None = ROWS) -> Some[Held]:
    """What something holds up or may slow: what is sure first, then measures before actions."""
    every = words.situation.held.values()
    order = sorted(every, key=lambda hold: (not hold.is_sure, hold.node.kind == "action"))
    return Some([held_as(words, hold) for hold in order[:most]], len(order))


def held_as(words: Words, hold: Hold[Node]) -> Held:
    """One of them in words."""
    return Held(words.full_name(hold.node), hold.is_sure, words.held_up_by(hold))


def waiters(words: Words, most: int | None = ROWS) -> Some[Waiter]:
    """Gates that are closed or unknown, of actions that are not finished, in order of the actions."""
    situation = words.situation
    gates = [(a, gate) for a in situation.actions.values() if not a.is_over for gate in a.gates]
    found = [(action, gate, gate.state(situation.other(gate))) for action, gate in gates]
    shut = [each for each in found if each[2] != GateState.OPEN]
    rows = [Waiter(action, gate, words.gate(gate), state) for action, gate, state in shut[:most]]
    return Some(rows, len(shut))


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
