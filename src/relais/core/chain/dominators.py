"""The dominator tree of precedence: for each measure, the last one on every road to it."""

from __future__ import annotations

from relais.core.chain.components import condense
from relais.core.chain.graph import Chain


def starts(chain: Chain) -> list[int]:
    """The measures a chain can start from: those with nothing before them.

    In a knot of cycles with nothing before the knot, every member is a start.
    """
    folded = condense(chain)
    first = (part for part, before in zip(folded.parts, folded.before, strict=True) if not before)
    return sorted(number for part in first for number in part)


def immediate_dominators(chain: Chain) -> dict[int, int | None]:
    """For each measure its immediate dominator, or None when no other measure is on every road.

    Keys are in an order where a dominator stands before what it dominates. Method: Cooper, Harvey
    and Kennedy, "A simple, fast dominance algorithm", 2001; two passes when there is no cycle.
    """
    firsts = starts(chain)
    order = _reverse_postorder(chain, firsts)  # place 0 is a root before all starts
    place = {number: i for i, number in enumerate(order, start=1)}
    before = [[place[b] for b in chain.before[number]] for number in order]
    for number in firsts:
        before[place[number] - 1].append(0)
    idom = [0] + [-1] * len(order)
    changed = True
    while changed:
        changed = False
        for i, ends in enumerate(before, start=1):
            known = [end for end in ends if idom[end] >= 0]
            new = known[0]
            for end in known[1:]:
                new = _meet(idom, new, end)
            if idom[i] != new:
                idom[i], changed = new, True
    return {number: order[idom[i] - 1] if idom[i] else None for number, i in place.items()}


def _meet(idom: list[int], a: int, b: int) -> int:
    while a != b:
        while a > b:
            a = idom[a]
        while b > a:
            b = idom[b]
    return a


def _reverse_postorder(chain: Chain, firsts: list[int]) -> list[int]:
    """Every measure once, each after at least one measure before it (starts apart)."""
    seen: set[int] = set()
    done: list[int] = []
    for first in reversed(firsts):
        if first in seen:
            continue
        seen.add(first)
        calls = [(first, iter(chain.after[first]))]
        while calls:
            here, ends = calls[-1]
            unseen = next((end for end in ends if end not in seen), None)
            if unseen is None:
                done.append(here)
                calls.pop()
            else:
                seen.add(unseen)
                calls.append((unseen, iter(chain.after[unseen])))
    return done[::-1]
