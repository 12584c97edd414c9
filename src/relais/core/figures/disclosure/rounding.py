"""Round every cell to a multiple of a base, at random, so that no rounded cell tells what it was.

*Unbiased*: a count goes up as often as its remainder says, so that the mean over draws is the count itself.
*Controlled* (Cox, 1987): each cell goes to one of its two nearest multiples and totals stay the sums of
their parts. Tables of two dimensions can always be controlled; those of three sometimes not, and then each
cell is drawn alone and the table says so.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from relais.core.figures.disclosure.filling import Contradiction, fill
from relais.core.figures.disclosure.programmes import Undecided
from relais.core.figures.disclosure.systems import System


def draw(values: Sequence[int], base: int, seed: int) -> list[int]:
    """Each alone, without bias."""
    dice = random.Random(seed)
    return [value - value % base + base * (dice.random() * base < value % base) for value in values]


def controlled(
    system: System, values: Sequence[int], base: int, seed: int, kept: Mapping[int, int]
) -> tuple[list[int], bool]:
    """Rounded values near to a draw, and whether they add up. `kept` are those of an earlier release:
    drawing a cell anew would let readers take a mean."""
    drawn = draw(values, base, seed)
    for cell, value in kept.items():
        drawn[cell] = value
    low = [(v if c in kept else values[c] - values[c] % base) // base for c, v in enumerate(drawn)]
    high = [(v if c in kept else values[c] + -values[c] % base) // base for c, v in enumerate(drawn)]
    dice = random.Random(seed + 1)
    cost = [(0.5 + dice.random()) * (1 if v // base == low[c] else -1) for c, v in enumerate(drawn)]
    try:
        return [base * steps for steps in fill(system, low, high, cost)], True
    except (Contradiction, Undecided):
        return drawn, False
