"""Labels that want to stand at the same place, moved apart as little as can be."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], sizes: Sequence[float], first: float, last: float) -> list[float]:
    """Centres as near to `wanted` as may be (least squares), so that no two touch, in the same order.

    `sizes` are how much room each takes along the line; all are kept within `first`…`last` where that holds
    them, and begin at `first` where it does not. Method: isotonic regression by pooling neighbours.
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    before, taken = 0.0, []  # the room that those before take, to each centre
    for n in order:
        taken.append(before + sizes[n] / 2)
        before += sizes[n]
    begins = _pooled([wanted[n] - room for n, room in zip(order, taken, strict=True)])
    highest = max(last - before, first)
    centres = [0.0] * len(wanted)
    for n, begin, room in zip(order, begins, taken, strict=True):
        centres[n] = min(max(begin, first), highest) + room
    return centres


def _pooled(values: Sequence[float]) -> list[float]:
    """The nearest values that never fall: what falls is pooled into its mean."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            more, many = pools.pop()
            total, count = total + more, count + many
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]
