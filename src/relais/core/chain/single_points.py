"""Single points: measures that a later measure cannot do without, whichever road is taken to it.

Definition. A *start* is a measure with nothing before it (`dominators.starts`). A *road* to a
measure is a walk along precedence from any start to it. A measure m *holds* another measure x when
every road to x goes through m: take m away and x is out of reach from every start. m is a *single
point* when it holds at least one other measure. That is dominance, from a root placed before all
starts.

What it does not say: a road is one way among others, so two measures before x count as two ways to
it, even where x requires both. Everything x waits for is `reach.all_before`; a single point is the
narrower warning that no way around exists.
"""

from __future__ import annotations

from dataclasses import dataclass

from relais.core.chain.dominators import immediate_dominators
from relais.core.chain.graph import Chain


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """A measure and how many other measures it holds, directly or not."""

    number: int
    holds: int


def single_points(chain: Chain) -> list[SinglePoint]:
    """All single points, the one that holds most first; equals in order of number."""
    idom = immediate_dominators(chain)
    holds = dict.fromkeys(idom, 0)
    for number in reversed(idom):  # what is held before what holds it
        holder = idom[number]
        if holder is not None:
            holds[holder] += holds[number] + 1
    points = (SinglePoint(number, count) for number, count in holds.items() if count)
    return sorted(points, key=lambda point: (-point.holds, point.number))


def held_by(chain: Chain, number: int) -> list[int]:
    """The measures that this one holds, in order of number."""
    found = {number}
    for each, holder in immediate_dominators(chain).items():
        if holder in found:
            found.add(each)
    return sorted(found - {number})
