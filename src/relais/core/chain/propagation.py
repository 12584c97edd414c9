"""What trouble does further on: for every node that is held up, by what, and by which way.

Trouble travels along waits. Where every wait on some way from a trouble holds, the node is *held up*; where
each way has a wait that can be done without, it *may be slowed*. Nothing else weakens with distance: the page
shows the way, and the reader judges.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic

from relais.core.chain.components import fold
from relais.core.chain.graph import Neighbours
from relais.core.chain.nearest import nearest_other, tree, two_nearest, way
from relais.core.chain.subset import Subset
from relais.core.chain.waiting import K, Road, Waiting


@dataclass(frozen=True, slots=True)
class Hold(Generic[K]):
    """A node with trouble before it. Its own trouble, when it has any, is not counted here.

    `nearest` is one shortest way to it, from the nearest of `held_by`, or when there is none, of `slowed_by`.
    """

    node: K
    held_by: Subset[K]
    slowed_by: Subset[K]
    nearest: Road[K]

    @property
    def is_sure(self) -> bool:
        """Held up; otherwise it may be slowed."""
        return bool(self.held_by)

    @property
    def cause(self) -> K:
        """The nearest node in trouble."""
        return self.nearest[0].earlier

    @property
    def causes(self) -> Iterator[K]:
        """All of them, the sure ones first."""
        yield from self.held_by
        yield from self.slowed_by

    @property
    def count(self) -> int:
        """How many causes there are."""
        return len(self.held_by) + len(self.slowed_by)


def propagate(waiting: Waiting[K], troubled: Collection[K]) -> dict[K, Hold[K]]:
    """Every node that something before it holds up or may slow, in order; those of `troubled` that are no
    nodes are passed over.

    Causes are complete: a closure over the graph with its cycles folded, sets being the bits of one integer.
    Ways come from one search from all troubles at once. O(V + E) steps on integers of as many bits as there
    are troubles.
    """
    sources = sorted({waiting.place[node] for node in troubled if node in waiting.place})
    names = tuple(waiting.nodes[place] for place in sources)
    bit = {place: 1 << i for i, place in enumerate(sources)}
    sure, every = _causes(waiting.surely_after, bit), _causes(waiting.after, bit)
    surely, loosely = two_nearest(waiting.surely_after, sources), two_nearest(waiting.after, sources)
    held: dict[K, Hold[K]] = {}
    for place, node in enumerate(waiting.nodes):
        own = bit.get(place, 0)
        if not (causes := every[place] & ~own):
            continue
        origins = surely if (holding := sure[place] & ~own) else loosely
        source = nearest_other(origins[place], place)
        assert source is not None  # the closure and the search reach the same
        road = waiting.road(way(origins, source, place))
        held[node] = Hold(node, Subset(names, holding), Subset(names, causes & ~holding), road)
    return held


@dataclass(frozen=True, slots=True)
class Spread(Generic[K]):
    """What one trouble alone does: what it holds up (`sure`) and what it may slow, each nearest first."""

    waiting: Waiting[K]
    sure: dict[int, int]
    perhaps: dict[int, int]

    @property
    def nodes(self) -> Iterator[tuple[K, bool]]:
        """What it holds up, then what it may slow, each with whether that is sure."""
        yield from ((self.waiting.nodes[place], True) for place in list(self.sure)[1:])
        yield from ((self.waiting.nodes[place], False) for place in self.perhaps if place not in self.sure)

    @property
    def counts(self) -> tuple[int, int]:
        """How many it holds up, and how many it may slow."""
        return len(self.sure) - 1, len(self.perhaps) - len(self.sure)

    def road(self, node: K) -> Road[K]:
        """One shortest way to it: a sure one wherever there is any."""
        place = self.waiting.place[node]
        came_from = self.sure if place in self.sure else self.perhaps
        steps = []
        while place != -1:
            steps.append(place)
            place = came_from[place]
        return self.waiting.road(reversed(steps))


def spread(waiting: Waiting[K], cause: K) -> Spread[K]:
    """What trouble in one node would hold up or may slow. O(what it reaches)."""
    start = waiting.place[cause]
    return Spread(waiting, tree(waiting.surely_after, start), tree(waiting.after, start))


def _causes(ends: Neighbours, bit: Mapping[int, int]) -> list[int]:
    """For each place the troubles that reach it, its own included, as bits."""
    folded = fold(ends)
    bits = [0] * len(folded.parts)
    for i, part in enumerate(folded.parts):
        for place in part:
            bits[i] |= bit.get(place, 0)
        for before in folded.before[i]:
            bits[i] |= bits[before]
    return [bits[folded.part_of[place]] for place in range(len(ends))]
