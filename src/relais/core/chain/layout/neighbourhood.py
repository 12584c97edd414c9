"""One measure among its neighbours: before it, after it, and the others below."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from relais.core.chain.graph import Chain
from relais.core.chain.layout.grid import MARGIN, RADIUS
from relais.core.chain.layout.shapes import Column, Drawing, Node
from relais.core.chain.layout.spokes import other_end, spokes
from relais.core.chain.links import KINDS, Link

PITCH = 34.0  # between two measures of a column or of the row below
HEADING = 34.0
DROP = 72.0  # from the measure, or the lowest beside it, to the row below


def draw_neighbourhood(
    chain: Chain, number: int, *, width: float = 360.0, kinds: Collection[str] | None = None
) -> Drawing:
    """A measure and its direct neighbours by links of these kinds (all when None).

    Links among neighbours are left out. A node's `step` is 1 before, 2 the measure itself, 3 after,
    None below; so are the `columns`. A neighbour stands once, where order puts it. Many neighbours
    below make the drawing wider. Raises KeyError for an unknown measure.
    """
    links = [link for link in chain.links_of[number] if kinds is None or link.kind in kinds]
    before, after, below = _sides(links, number)
    rows = max(len(before), len(after), 1)
    width = max(width, (len(below) - 1) * PITCH + 2 * MARGIN)
    x, y = width / 2, HEADING + rows * PITCH / 2
    lowest = HEADING + (rows - 0.5) * PITCH
    at = {number: (x, y)}
    at |= {n: (MARGIN, y + d) for n, d in _spread(before)}
    at |= {n: (width - MARGIN, y + d) for n, d in _spread(after)}
    at |= {n: (x + d, lowest + DROP) for n, d in _spread(below)}
    step = {number: 2} | dict.fromkeys(before, 1) | dict.fromkeys(after, 3)
    return Drawing(
        width=width,
        height=lowest + (DROP if below else 0.0) + PITCH / 2 + RADIUS,
        bands=(),
        columns=tuple(Column(i + 1, i * width / 3, width / 3, HEADING / 2) for i in range(3)),
        edges=tuple(spokes(links, number, at, step, lowest + RADIUS)),
        nodes=tuple(Node(n, chain.nodes[n], *at[n], RADIUS, step.get(n)) for n in at),
    )


def _sides(links: Sequence[Link], number: int) -> tuple[list[int], list[int], list[int]]:
    """Neighbours before and after in order of number, those below by kind; each only once."""
    steps = sorted({link.step for link in links if link.step is not None})
    before = [first for first, then in steps if then == number]
    after = [then for first, then in steps if first == number and then not in before]
    ranked = sorted((KINDS.index(link.kind), other_end(link, number)) for link in links)
    below = [other for _, other in ranked if other not in before and other not in after]
    return before, after, list(dict.fromkeys(below))


def _spread(numbers: Sequence[int]) -> list[tuple[int, float]]:
    """Each with its distance from the middle of its row or column."""
    return [(number, (i - (len(numbers) - 1) / 2) * PITCH) for i, number in enumerate(numbers)]
