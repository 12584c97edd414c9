"""Who waits for whom: measures and actions in one graph, each wait with its reason.

A `Chain` says how measures bear on one another. Here nodes may be of any kind, and only one thing is said of
two of them: one waits for the other, for a reason. Trouble and delay travel along waits.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Generic, Protocol, TypeVar

from relais.core.chain.graph import LinkError, Neighbours


class Ordered(Hashable, Protocol):
    """What a node or a reason must be: usable as a key, and with an order, so that answers have one too."""

    def __lt__(self, other: Any, /) -> bool: ...


K = TypeVar("K", bound=Ordered)


@dataclass(frozen=True, slots=True)
class Wait(Generic[K]):
    """`later` waits for `earlier`, for a reason (a short word, or any ordered value).

    `holds`: later cannot do without earlier, so trouble there holds it up. Otherwise it can, less well: it
    may be slowed.
    """

    earlier: K
    later: K
    reason: Any
    holds: bool = True


Road = tuple[Wait[K], ...]  # waits one after the other, what comes first first


class Waiting(Generic[K]):
    """Nodes and their waits. Neither the order nor repetition of what is given changes any answer.

    Of several waits between the same two nodes the strongest counts; among equals, the first reason in
    order. Inside, a node is its place in order. Raises LinkError for an end that is no node, and for a node
    that waits for itself. Cycles are allowed.
    """

    def __init__(self, nodes: Iterable[K], waits: Iterable[Wait[K]] = ()) -> None:
        self.nodes: tuple[K, ...] = tuple(sorted(set(nodes)))
        self.place: Mapping[K, int] = {node: i for i, node in enumerate(self.nodes)}
        self._strongest: dict[tuple[int, int], Wait[K]] = {}
        for wait in waits:
            ends = self._ends(wait)
            known = self._strongest.get(ends)
            if known is None or (not wait.holds, wait.reason) < (not known.holds, known.reason):
                self._strongest[ends] = wait

    def _ends(self, wait: Wait[K]) -> tuple[int, int]:
        try:
            ends = self.place[wait.earlier], self.place[wait.later]
        except KeyError as error:
            raise LinkError(f"{wait}: unknown node") from error
        if ends[0] == ends[1]:
            raise LinkError(f"{wait}: a node does not wait for itself")
        return ends

    @cached_property
    def waits(self) -> tuple[Wait[K], ...]:
        """Every wait that counts, one for two nodes, in order of their places."""
        return tuple(self._strongest[ends] for ends in sorted(self._strongest))

    @cached_property
    def after(self) -> Neighbours:
        """For every place, those of the nodes that wait for it."""
        return self._neighbours(only_sure=False)

    @cached_property
    def surely_after(self) -> Neighbours:
        """The same, without what may only be slowed."""
        return self._neighbours(only_sure=True)

    def _neighbours(self, *, only_sure: bool) -> Neighbours:
        found: list[list[int]] = [[] for _ in self.nodes]
        for (earlier, later), wait in self._strongest.items():
            if wait.holds or not only_sure:
                found[earlier].append(later)
        return {i: tuple(sorted(ends)) for i, ends in enumerate(found)}

    def wait(self, earlier: int, later: int) -> Wait[K]:
        """The wait between two places."""
        return self._strongest[earlier, later]

    def road(self, places: Iterable[int]) -> Road[K]:
        """The waits along places that follow one another."""
        walked = list(places)
        return tuple(self.wait(a, b) for a, b in pairwise(walked))
