"""Rounded cells are near, add up, and tell nothing more when they are drawn again."""

from statistics import mean

import pytest
from hypothesis import given, settings

from relais.core.figures.disclosure import PLAIN, SENSITIVE, Shown, protect
from relais.core.figures.disclosure.rounding import draw
from relais.core.figures.disclosure.tests.make import Atoms, atoms, make_table, table_of

FIVES = PLAIN.rounded(5)
TABLE = make_table([[2, 21, 33], [38, 44, 52], [60, 73, 81]])


@settings(max_examples=20, deadline=None)
@given(atoms((4, 3, 2)))
def test_each_cell_is_one_of_its_two_nearest_multiples_and_totals_are_sums(persons: Atoms) -> None:
    table = table_of(persons, (0, 1, 2), "t")
    protected = protect([table], FIVES, seed=1)
    for published in protected.release.tables:
        rounded = {
            codes: state.value for codes, state in published.states.items() if isinstance(state, Shown)
        }
        assert all(abs(rounded[c] - v) < 5 and rounded[c] % 5 == 0 for c, v in table.values.items())
        if published.adds_up:
            for codes in table.values:
                for i, dimension in enumerate(table.dimensions):
                    parts = [
                        (*codes[:i], part, *codes[i + 1 :]) for part in dimension.parts.get(codes[i], ())
                    ]
                    assert not parts or rounded[codes] == sum(rounded[part] for part in parts)
    assert protected.findings.passes


def test_a_table_of_two_dimensions_adds_up() -> None:
    assert protect([TABLE], FIVES, seed=3).release.table("t").adds_up


def test_a_draw_has_no_bias() -> None:
    assert mean(draw([7], 5, seed)[0] for seed in range(2000)) == pytest.approx(7, abs=0.15)


def test_the_same_seed_gives_the_same_release_and_the_ledger_keeps_it() -> None:
    first = protect([TABLE], FIVES)
    assert first.ledger.seed is not None and str(first.ledger.seed) not in repr(first)
    assert protect([TABLE], FIVES, seed=first.ledger.seed).release == first.release


def test_a_cell_that_was_rounded_before_is_not_drawn_again() -> None:
    """The mean of many draws would be the count."""
    first = protect([TABLE], FIVES, seed=1).release
    assert all(protect([TABLE], FIVES, [first], seed=n).release == first for n in range(2, 6))


def test_rounded_and_unrounded_tables_do_not_mix() -> None:
    with pytest.raises(ValueError, match="one base"):
        protect([TABLE, make_table([[5]], "u")], {"t": FIVES, "u": SENSITIVE})
