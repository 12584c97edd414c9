"""The chain with each knot of cycles folded into one part, so that what remains has an order."""

from __future__ import annotations

from dataclasses import dataclass

from relais.core.chain.graph import Chain, Neighbours


@dataclass(frozen=True, slots=True)
class Condensation:
    """The strongly connected components of precedence, what comes first first.

    `parts[i]` holds the measures of part i in order of number (more than one: a knot of cycles),
    `part_of[measure]` is its i, `after[i]` and `before[i]` are the parts directly after and before.
    Every part in `after[i]` has an index above i.
    """

    parts: tuple[tuple[int, ...], ...]
    part_of: dict[int, int]
    after: tuple[tuple[int, ...], ...]
    before: tuple[tuple[int, ...], ...]


def condense(chain: Chain) -> Condensation:
    """Fold the cycles of the chain's precedence; O(V + E), without recursion."""
    return fold(chain.after)


def fold(ends: Neighbours) -> Condensation:
    """The same for any graph, given as each node to those directly after it."""
    parts = tuple(reversed(_tarjan(ends)))
    part_of = {number: i for i, part in enumerate(parts) for number in part}
    after: list[set[int]] = [set() for _ in parts]
    before: list[set[int]] = [set() for _ in parts]
    for first, thens in ends.items():
        i = part_of[first]
        for then in thens:
            if (j := part_of[then]) != i:
                after[i].add(j)
                before[j].add(i)
    return Condensation(parts, part_of, _frozen(after), _frozen(before))


def _frozen(sets: list[set[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(sorted(each)) for each in sets)


def _tarjan(after: Neighbours) -> list[tuple[int, ...]]:
    """Components, last first: Tarjan, SIAM J. Comput. 1(2), 1972, its call stack kept by hand."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    open_: list[int] = []  # visited, component not yet known
    is_open: set[int] = set()
    found: list[tuple[int, ...]] = []
    for root in after:
        calls = [] if root in index else [(root, iter(after[root]))]
        while calls:
            here, ends = calls[-1]
            if here not in index:
                index[here] = low[here] = len(index)
                open_.append(here)
                is_open.add(here)
            unseen = None
            for end in ends:
                if end not in index:
                    unseen = end
                    break
                if end in is_open:
                    low[here] = min(low[here], index[end])
            if unseen is not None:
                calls.append((unseen, iter(after[unseen])))
                continue
            calls.pop()
            if calls:
                low[calls[-1][0]] = min(low[calls[-1][0]], low[here])
            if low[here] == index[here]:
                part = [open_.pop()]
                while part[-1] != here:
                    part.append(open_.pop())
                is_open.difference_update(part)
                found.append(tuple(sorted(part)))
    return found
