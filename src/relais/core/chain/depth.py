"""The earliest step of each measure: how many others must come one after the other before it."""

from __future__ import annotations

from relais.core.chain.components import condense
from relais.core.chain.graph import Chain


def depths(chain: Chain) -> dict[int, int]:
    """For every measure the length of the longest chain before it; 0 when nothing comes before.

    A knot of cycles counts as one step, and its members share a depth.
    """
    folded = condense(chain)
    depth: list[int] = []
    for before in folded.before:
        depth.append(max((depth[i] + 1 for i in before), default=0))
    return {number: depth[folded.part_of[number]] for number in chain.nodes}
