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
from relais.core.chain.nearest import nearest_other, two_nearest, way
from relais.core.chain.waiting import K, Road, Waiting


@dataclass(frozen=True, slots=True)
class Hold(Generic[K]):
    """A node with trouble before it. Its own trouble, when it has any, is not counted here.

    `nearest` is one shortest way to it, from the nearest of `held_by`, or when there is none, of `slowed_by`.
    """

    node: K
    held_by: tuple[K, ...]
    slowed_by: tuple[K, ...]
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
    def causes(self) -> tuple[K, ...]:
        """All of them, the sure ones first."""
        return self.held_by + self.slowed_by


def propagate(waiting: Waiting[K], troubled: Collection[K]) -> dict[K, Hold[K]]:
    """Every node that something before it holds up or may slow, in order; those of `troubled` that are no
    nodes are passed over.

    Causes are complete: a closure over the graph with its cycles folded, sets being the bits of one integer.
    Ways come from one search from all troubles at once. O(V + E) steps on integers of as many bits as there
    are troubles.
    """
    sources = sorted({waiting.place[node] for node in troubled if node in waiting.place})
    names = [waiting.nodes[place] for place in sources]
    bit = {place: 1 << i for i, place in enumerate(sources)}
    sure, all_ = _causes(waiting.surely_after, bit), _causes(waiting.after, bit)
    surely, loosely = two_nearest(waiting.surely_after, sources), two_nearest(waiting.after, sources)
    held: dict[K, Hold[K]] = {}
    for place, node in enumerate(waiting.nodes):
        own = bit.get(place, 0)
        if not (causes := all_[place] & ~own):
            continue
        origins = surely if (holding := sure[place] & ~own) else loosely
        source = nearest_other(origins[place], place)
        assert source is not None  # the closure and the search reach the same
        held[node] = Hold(
            node,
            _named(holding, names),
            _named(causes & ~holding, names),
            waiting.road(way(origins, source, place)),
        )
    return held


def roads_from(waiting: Waiting[K], cause: K) -> dict[K, Road[K]]:
    """What one trouble alone holds up or may slow, nearest first, each with one shortest way.

    The way is a sure one wherever there is any. O(V + E).
    """
    start = waiting.place[cause]
    roads: dict[K, Road[K]] = {}
    for ends in (waiting.surely_after, waiting.after):
        origins = two_nearest(ends, [start])
        for place, node in enumerate(waiting.nodes):
            if place != start and start in origins[place] and node not in roads:
                roads[node] = waiting.road(way(origins, start, place))
    return dict(sorted(roads.items(), key=lambda found: (len(found[1]), waiting.place[found[0]])))


def effects(held: Mapping[K, Hold[K]]) -> dict[K, list[K]]:
    """The other way round: each cause to what it holds up or may slow, in order."""
    found: dict[K, list[K]] = {}
    for node, hold in held.items():
        for cause in hold.causes:
            found.setdefault(cause, []).append(node)
    return found


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


def _named(bits: int, names: list[K]) -> tuple[K, ...]:
    return tuple(names[i] for i in _ones(bits))


def _ones(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
