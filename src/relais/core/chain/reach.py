"""How far a measure reaches: how many others wait for it, and for how many it waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relais.core.chain.components import condense
from relais.core.chain.graph import Chain, Neighbours


@dataclass(frozen=True, slots=True)
class Reach:
    """How many *other* measures come after (`unlocks`) and before (`waits`).

    "Directly" is one step. Two measures in one cycle each come before and after the other.
    """

    number: int
    unlocks_directly: int
    unlocks: int
    waits_directly: int
    waits: int


def reach(chain: Chain) -> dict[int, Reach]:
    """The reach of every measure, by number.

    A closure over the condensed order, sets of measures being the bits of one integer:
    O((V + E) · V / 64) machine words.
    """
    folded = condense(chain)
    last_first = range(len(folded.parts) - 1, -1, -1)
    unlocked = _closure(folded.parts, folded.after, last_first)
    waited = _closure(folded.parts, folded.before, reversed(last_first))
    return {
        number: Reach(
            number,
            len(chain.after[number]),
            unlocked[folded.part_of[number]],
            len(chain.before[number]),
            waited[folded.part_of[number]],
        )
        for number in chain.nodes
    }


def _closure(
    parts: tuple[tuple[int, ...], ...], ends: tuple[tuple[int, ...], ...], order: Iterable[int]
) -> list[int]:
    """For each part, how many measures one of its measures reaches, itself not counted."""
    bit = {number: i for i, number in enumerate(n for part in parts for n in part)}
    bits = [0] * len(parts)
    for i in order:
        for number in parts[i]:
            bits[i] |= 1 << bit[number]
        for end in ends[i]:
            bits[i] |= bits[end]
    return [each.bit_count() - 1 for each in bits]


def all_after(chain: Chain, number: int) -> list[int]:
    """The measures that wait for this one, directly or not, in order of number."""
    return _walk(chain.after, number)


def all_before(chain: Chain, number: int) -> list[int]:
    """The measures this one waits for, directly or not, in order of number."""
    return _walk(chain.before, number)


def _walk(ends: Neighbours, start: int) -> list[int]:
    seen, to_visit = {start}, [start]
    while to_visit:
        for end in ends[to_visit.pop()]:
            if end not in seen:
                seen.add(end)
                to_visit.append(end)
    return sorted(seen - {start})
