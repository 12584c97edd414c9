"""A gate opens on what is known, and on nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from relais.core.chain import gates


@pytest.mark.parametrize(
    ("decision", "state"),
    [("adopted", "open"), ("proposed", "closed"), ("refused", "closed"), ("none", "closed"),
     ("unknown", "unknown")],
)  # fmt: skip
def test_a_gate_on_a_decision(decision: str, state: str) -> None:
    assert gates.adopted(decision) == state


@pytest.mark.parametrize(
    ("phase", "state"),
    [("finished", "open"), ("running", "closed"), ("stopped", "closed"), ("unknown", "unknown")],
)
def test_a_gate_on_an_end(phase: str, state: str) -> None:
    assert gates.finished(phase) == state


@pytest.mark.parametrize(
    ("value", "at_most", "state"),
    [("9.99", False, "closed"), ("10", False, "open"), ("10.01", False, "open"), ("9.99", True, "open"),
     ("10", True, "open"), ("10.01", True, "closed"), (None, False, "unknown"), (None, True, "unknown")],
)  # fmt: skip
def test_a_gate_on_a_figure_counts_the_threshold_as_reached(
    value: str | None, at_most: bool, state: str
) -> None:
    known = Decimal(value) if value is not None else None
    assert gates.reached(known, Decimal(10), at_most=at_most) == state
