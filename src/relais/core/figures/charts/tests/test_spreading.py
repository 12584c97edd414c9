"""Labels moved apart: none touches another, none goes further than it must."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relais.core.figures.charts.spreading import spread
from relais.core.figures.charts.tests.make import few

LABELS = some.lists(some.tuples(some.floats(-50, 350), some.floats(1, 40)), max_size=8)


@few
@given(LABELS)
def test_no_two_touch_and_all_keep_their_order(labels: list[tuple[float, float]]) -> None:
    wanted, sizes = [w for w, _ in labels], [s for _, s in labels]
    centres = spread(wanted, sizes, 0, 320)
    placed = sorted(zip(centres, sizes, strict=True))
    for (a, one), (b, other) in pairwise(placed):
        assert b - a >= (one + other) / 2 - 1e-6
    assert sorted(range(len(labels)), key=lambda n: wanted[n]) == sorted(
        range(len(labels)), key=lambda n: centres[n]
    )


@few
@given(LABELS)
def test_all_stay_within_where_there_is_room(labels: list[tuple[float, float]]) -> None:
    sizes = [s for _, s in labels]
    for centre, size in zip(spread([w for w, _ in labels], sizes, 0, 320), sizes, strict=True):
        assert centre - size / 2 >= -1e-6
        assert centre + size / 2 <= 320 + 1e-6


def test_what_is_free_does_not_move_and_a_pair_moves_equally() -> None:
    assert spread([50, 200], [20, 20], 0, 300) == pytest.approx([50, 200])
    assert spread([100, 104], [20, 20], 0, 300) == pytest.approx([92, 112])
