"""The small law of the benchmark: ours, numpy by hand and C agree, on a crowd and on one household."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from bench.rights import by_c, by_hand, ours, people
from bench.rights.case import RESULTS

PEOPLE = people.draw(3_000)


def blocks() -> dict[str, Any]:
    return ours.MANY["blocks"](ours.load())(ours.given(PEOPLE))


def in_c() -> dict[str, Any]:
    if not by_c.COMPILER:
        pytest.skip("gcc is not on this machine")
    return by_c.MANY["2 threads"](by_c.load())(PEOPLE)


@pytest.mark.parametrize("engine", [blocks, in_c])
def test_an_engine_gives_what_numpy_by_hand_gives(engine: Callable[[], dict[str, Any]]) -> None:
    expected = by_hand.columns(by_hand.load())(PEOPLE)
    found = engine()
    for name in RESULTS:
        assert np.allclose(found[name], expected[name], rtol=0, atol=1e-9), name


def test_every_result_is_something_for_some_and_nothing_for_others() -> None:
    for name, column in by_hand.columns(by_hand.load())(PEOPLE).items():
        assert column.any() and not column.all(), name


def test_one_household_explained_has_the_total_of_its_column() -> None:
    law = ours.load()
    assert ours.SINGLE["trace"](law)() == ours.SINGLE["text"](law)() == 1309.625
