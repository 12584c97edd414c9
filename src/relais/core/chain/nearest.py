"""The nearest sources of every node, and one shortest way from them: a search from all sources at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from relais.core.chain.graph import Neighbours

# For each node its nearest sources, nearest first, each with the node before it on the way (-1: it is that
# source itself).
Origins = list[dict[int, int]]


def two_nearest(ends: Neighbours, sources: Iterable[int]) -> Origins:
    """The two nearest sources of each node 0, 1, 2, …: with two, a source too has one that is not itself.

    Among sources equally far the lower; among ways equally short the one whose last step comes from the
    lowest node, and so on back. Breadth first, level by level, each in order: what comes first is kept.
    O(V + E), but for putting each level in order.
    """
    found: Origins = [{} for _ in range(len(ends))]
    level = [(source, source) for source in sorted(set(sources))]
    for source, here in level:
        found[here][source] = -1
    while level:
        reached = []
        for source, here in level:
            for then in ends[here]:
                known = found[then]
                if len(known) < 2 and source not in known:
                    known[source] = here
                    reached.append((source, then))
        level = sorted(reached)
    return found


def way(origins: Origins, source: int, here: int) -> list[int]:
    """The nodes from `source` to `here`, both included; `source` must be among the origins of `here`."""
    steps: list[int] = []
    while here != -1:
        steps.append(here)
        here = origins[here][source]
    return steps[::-1]


def nearest_other(origins: Mapping[int, int], here: int) -> int | None:
    """The nearest source of a node that is not the node itself, given its origins."""
    return next((source for source in origins if source != here), None)


def tree(ends: Neighbours, source: int) -> dict[int, int]:
    """Every node that `source` reaches, nearest first, to the node before it (-1: it is the source itself).

    The same ways as those of `two_nearest`, from one source, and no more work than what is reached.
    """
    came_from = {source: -1}
    level = [source]
    while level:
        reached = []
        for here in level:
            for then in ends[here]:
                if then not in came_from:
                    came_from[then] = here
                    reached.append(then)
        level = sorted(reached)
    return came_from
