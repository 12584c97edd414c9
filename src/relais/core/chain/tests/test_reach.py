"""Reach, single points, orphans and the matrix of themes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from relais.core.chain import (
    KINDS,
    PRECEDENCE,
    Chain,
    Reach,
    SinglePoint,
    all_after,
    all_before,
    held_by,
    orphans,
    reach,
    single_points,
    theme_matrix,
    without_precedence,
)
from relais.core.chain.dominators import starts
from relais.core.chain.tests.make import chains, make_chain, make_link, reached


def test_reach_counts_direct_and_all() -> None:
    chain = make_chain((1, 2), (2, 3), (1, 3), (3, 4), nodes=5)
    assert reach(chain) == {
        1: Reach(1, 2, 3, 0, 0),
        2: Reach(2, 1, 2, 1, 1),
        3: Reach(3, 1, 1, 2, 2),
        4: Reach(4, 0, 0, 1, 3),
        5: Reach(5, 0, 0, 0, 0),
    }
    assert all_after(chain, 2) == [3, 4]
    assert all_before(chain, 3) == [1, 2]


@given(chains())
def test_reach_is_what_a_walk_finds(chain: Chain) -> None:
    back = [(after, before) for before, after in chain.steps]
    for number, found in reach(chain).items():
        after = reached(chain.steps, [number]) - {number}
        before = reached(back, [number]) - {number}
        assert all_after(chain, number) == sorted(after)
        assert all_before(chain, number) == sorted(before)
        assert (found.number, found.unlocks, found.waits) == (number, len(after), len(before))
        assert found.unlocks_directly == len(chain.after[number])
        assert found.waits_directly == len(chain.before[number])


def test_the_only_way_on_is_a_single_point() -> None:
    chain = make_chain((1, 3), (2, 3), (3, 4), (4, 5), (4, 6), (5, 7), (6, 7))
    assert single_points(chain) == [SinglePoint(3, 4), SinglePoint(4, 3)]
    assert held_by(chain, 3) == [4, 5, 6, 7]
    assert held_by(chain, 5) == []


def test_two_ways_make_no_single_point() -> None:
    assert single_points(make_chain((1, 3), (2, 3))) == []


def test_a_knot_with_nothing_before_it_starts_everywhere() -> None:
    chain = make_chain((1, 2), (2, 1), (2, 3))
    assert starts(chain) == [1, 2]
    assert single_points(chain) == [SinglePoint(2, 1)]


@given(chains())
def test_what_is_held_is_what_cannot_be_reached_without(chain: Chain) -> None:
    begin = starts(chain)
    assert reached(chain.steps, begin) == set(chain.nodes)
    lost = {}
    for number in chain.nodes:
        steps = [step for step in chain.steps if number not in step]
        still = reached(steps, [n for n in begin if n != number])
        lost[number] = sorted(set(chain.nodes) - still - {number})
        assert held_by(chain, number) == lost[number]
    ranked = sorted((-len(held), number) for number, held in lost.items() if held)
    assert single_points(chain) == [SinglePoint(number, -count) for count, number in ranked]


def test_single_points_of_a_long_chain() -> None:
    points = single_points(make_chain(*pairwise(range(1, 5001))))
    assert points[0] == SinglePoint(1, 4999)
    assert len(points) == 4999


def test_orphans_have_no_link_at_all() -> None:
    links = [make_link(1, "enables", 2), make_link(3, "see-also", 1)]
    chain = Chain(dict.fromkeys(range(1, 5), 1), links)
    assert orphans(chain) == [4]
    assert without_precedence(chain) == [3, 4]


def test_matrix_counts_links_as_they_are_written() -> None:
    links = [make_link(1, "requires", 2), make_link(2, "see-also", 3), make_link(1, "enables", 4)]
    chain = Chain({1: 1, 2: 2, 3: 2, 4: 1, 5: 7}, links)
    matrix = theme_matrix(chain)
    assert matrix.themes == (1, 2, 7)
    assert matrix.rows == ((1, 1, 0), (0, 1, 0), (0, 0, 0))
    assert matrix.row_totals == (2, 1, 0)
    assert matrix.column_totals == (1, 2, 0)
    assert matrix.count(1, 2) == 1
    assert theme_matrix(chain, kinds=PRECEDENCE).rows == ((1, 1, 0), (0, 0, 0), (0, 0, 0))


def test_matrix_of_nothing() -> None:
    matrix = theme_matrix(make_chain())
    assert (matrix.rows, matrix.row_totals, matrix.column_totals, matrix.total) == ((), (), (), 0)


@given(chains())
def test_matrix_totals_are_the_number_of_links(chain: Chain) -> None:
    matrix = theme_matrix(chain)
    assert matrix.total == sum(matrix.row_totals) == sum(matrix.column_totals) == len(chain.links)
    assert sum(theme_matrix(chain, kinds=[kind]).total for kind in KINDS) == len(chain.links)
