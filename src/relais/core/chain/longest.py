"""The longest chain: the most measures that must follow one another."""

from __future__ import annotations

from relais.core.chain.components import Condensation, condense
from relais.core.chain.graph import Chain


def longest_chain(chain: Chain, *, theme: int | None = None, within: bool = False) -> list[int]:
    """The longest row of measures in which each comes directly before the next.

    Empty for a chain or theme without measures. `theme`: only rows that end in a measure of this
    theme; with `within=True`, only rows whose measures are all of it. Among the longest, the one
    with the lowest numbers, read from its start. Steps between measures of one cycle are left out:
    a circle has no length. O(V + E).
    """
    return _longest(chain, condense(chain), theme, within)


def longest_chains(chain: Chain, *, within: bool = False) -> dict[int, list[int]]:
    """`longest_chain` of every theme, by theme number."""
    folded = condense(chain)
    themes = sorted(set(chain.nodes.values()))
    return {theme: _longest(chain, folded, theme, within) for theme in themes}


def _longest(chain: Chain, folded: Condensation, theme: int | None, within: bool) -> list[int]:
    # From each measure: how many measures a row still has, and which comes next.
    rest: dict[int, tuple[int, int | None]] = {}
    for i in range(len(folded.parts) - 1, -1, -1):
        for number in folded.parts[i]:
            ends_here = theme is None or chain.nodes[number] == theme
            if within and not ends_here:
                continue
            onward = [n for n in chain.after[number] if n in rest and folded.part_of[n] != i]
            if onward:
                then = min(onward, key=lambda n: (-rest[n][0], n))
                rest[number] = rest[then][0] + 1, then
            elif ends_here:
                rest[number] = 1, None
    here: int | None = min(rest, key=lambda n: (-rest[n][0], n), default=None)
    row = []
    while here is not None:
        row.append(here)
        here = rest[here][1]
    return row
