"""The chain itself: measures, links, and the indexes that every question starts from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from relais.core.chain.links import FAMILIES, Link, Step, precedence

Neighbours = Mapping[int, tuple[int, ...]]  # measure number to measure numbers, in order


class LinkError(ValueError):
    """A link that no chain can hold; the message names it."""


@dataclass(frozen=True)
class Chain:
    """The measures and their links; give `nodes` as {measure number: theme number}.

    Frozen, and equal to any chain with the same measures and links in another order. Each index is
    built once, when it is first asked for, in O(V + E log E). Raises LinkError for a link whose
    ends or kind are not known, that goes from a measure to itself, or that says the same as
    another. A cycle is allowed: every question in this room answers for chains with cycles too.
    """

    nodes: Mapping[int, int]
    links: tuple[Link, ...] = field(default=())

    def __init__(self, nodes: Mapping[int, int], links: Iterable[Link] = ()) -> None:
        object.__setattr__(self, "nodes", dict(sorted(nodes.items())))
        object.__setattr__(self, "links", tuple(sorted(links)))
        seen: set[tuple[int, int, str]] = set()
        for link in self.links:
            key = (link.source, link.target, link.kind)
            if why := self._refusal(link) or ("said twice" if key in seen else ""):
                raise LinkError(f"{link.source} {link.kind} {link.target}: {why}")
            seen.add(key)

    def _refusal(self, link: Link) -> str:
        if link.kind not in FAMILIES:
            return "unknown kind"
        if link.source not in self.nodes or link.target not in self.nodes:
            return "unknown measure"
        return "a measure is not linked to itself" if link.source == link.target else ""

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All (before, after) pairs, each once."""
        return tuple(precedence(self.links))

    @cached_property
    def after(self) -> Neighbours:
        """For every measure, those that come directly after it."""
        return _index(self.nodes, self.steps)

    @cached_property
    def before(self) -> Neighbours:
        """For every measure, those that come directly before it."""
        return _index(self.nodes, ((after, before) for before, after in self.steps))

    @cached_property
    def links_of(self) -> Mapping[int, tuple[Link, ...]]:
        """For every measure, the links that start or end in it."""
        found: dict[int, list[Link]] = {number: [] for number in self.nodes}
        for link in self.links:
            found[link.source].append(link)
            found[link.target].append(link)
        return {number: tuple(links) for number, links in found.items()}


def _index(nodes: Iterable[int], pairs: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {number: [] for number in nodes}
    for start, end in pairs:
        found[start].append(end)
    return {number: tuple(sorted(ends)) for number, ends in found.items()}
