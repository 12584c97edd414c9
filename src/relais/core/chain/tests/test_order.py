"""Cycles, components, depth and the longest chain."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from relais.core.chain import Chain, condense, depths, find_cycle, longest_chain, longest_chains
from relais.core.chain.tests.make import chains, make_chain, reached, rows_from


def test_no_cycle_in_a_chain_without_one() -> None:
    assert find_cycle(make_chain((1, 2), (2, 3), (1, 3))) is None


def test_a_cycle_is_told_from_its_lowest_number() -> None:
    assert find_cycle(make_chain((7, 3), (3, 9), (9, 7), (1, 3))) == [3, 9, 7]


def test_of_two_cycles_through_a_measure_the_shorter_is_told() -> None:
    assert find_cycle(make_chain((1, 2), (2, 3), (3, 1), (2, 1))) == [1, 2]


@given(chains())
def test_a_cycle_is_one_and_is_found_when_there_is_one(chain: Chain) -> None:
    cycle = find_cycle(chain)
    if cycle is None:
        assert all(n not in reached(chain.steps, chain.after[n]) for n in chain.nodes)
    else:
        assert len(set(cycle)) == len(cycle) > 1
        assert all(step in chain.steps for step in pairwise([*cycle, cycle[0]]))


@given(chains(acyclic=True))
def test_no_cycle_is_found_where_none_is(chain: Chain) -> None:
    assert find_cycle(chain) is None


@given(chains())
def test_a_part_holds_what_reaches_each_other(chain: Chain) -> None:
    folded = condense(chain)
    assert sorted(n for part in folded.parts for n in part) == list(chain.nodes)
    ahead = {n: reached(chain.steps, [n]) for n in chain.nodes}
    for a in chain.nodes:
        for b in chain.nodes:
            together = b in ahead[a] and a in ahead[b]
            assert (folded.part_of[a] == folded.part_of[b]) == together


@given(chains())
def test_parts_stand_in_order(chain: Chain) -> None:
    folded = condense(chain)
    assert all(j > i for i, ends in enumerate(folded.after) for j in ends)
    assert all(j < i for i, ends in enumerate(folded.before) for j in ends)


def test_depth_is_the_longest_way_before() -> None:
    assert depths(make_chain((1, 2), (2, 3), (1, 3), nodes=4)) == {1: 0, 2: 1, 3: 2, 4: 0}


def test_a_knot_is_one_step_deep() -> None:
    assert depths(make_chain((1, 2), (2, 3), (3, 2), (3, 4))) == {1: 0, 2: 1, 3: 1, 4: 2}


@given(chains(acyclic=True))
def test_every_step_goes_deeper(chain: Chain) -> None:
    depth = depths(chain)
    assert all(depth[before] < depth[after] for before, after in chain.steps)
    assert max(depth.values()) + 1 == len(longest_chain(chain))


def test_longest_chain_of_equals_has_the_lowest_numbers() -> None:
    assert longest_chain(make_chain((1, 4), (4, 6), (1, 3), (3, 6), (2, 3))) == [1, 3, 6]


def test_longest_chain_that_ends_in_a_theme_or_stays_in_it() -> None:
    chain = make_chain((1, 2), (2, 3), (3, 4), (3, 5), nodes={1: 1, 2: 2, 3: 2, 4: 1, 5: 3})
    assert longest_chain(chain, theme=2) == [1, 2, 3]
    assert longest_chain(chain, theme=2, within=True) == [2, 3]
    assert longest_chains(chain) == {1: [1, 2, 3, 4], 2: [1, 2, 3], 3: [1, 2, 3, 5]}
    assert longest_chains(chain, within=True) == {1: [1], 2: [2, 3], 3: [5]}


def test_longest_chain_of_nothing_is_empty() -> None:
    assert longest_chain(make_chain()) == []
    assert longest_chain(make_chain((1, 2)), theme=9) == []


@given(chains(most=8, acyclic=True))
def test_longest_chain_is_as_long_as_the_longest_walk(chain: Chain) -> None:
    rows = [row for n in chain.nodes for row in rows_from(chain, n)]
    most = max(map(len, rows))
    assert longest_chain(chain) == min(row for row in rows if len(row) == most)
    for theme, found in longest_chains(chain).items():
        ending = [row for row in rows if chain.nodes[row[-1]] == theme]
        most = max(map(len, ending))
        assert found == min(row for row in ending if len(row) == most)
    for theme, found in longest_chains(chain, within=True).items():
        inside = [row for row in rows if {chain.nodes[n] for n in row} == {theme}]
        most = max(map(len, inside))
        assert found == min(row for row in inside if len(row) == most)


@given(chains())
def test_longest_chain_follows_steps_and_passes_no_measure_twice(chain: Chain) -> None:
    row = longest_chain(chain)
    assert all(step in chain.steps for step in pairwise(row))
    assert len(set(row)) == len(row)


def test_a_circle_has_no_length() -> None:
    assert longest_chain(make_chain((1, 2), (2, 3), (3, 2), (3, 4))) == [1, 2]


def test_long_chains_need_no_recursion() -> None:
    count = 5000
    chain = make_chain(*pairwise(range(1, count + 1)))
    assert find_cycle(chain) is None
    assert len(longest_chain(chain)) == count
    ring = make_chain(*pairwise(range(1, count + 1)), (count, 1))
    assert find_cycle(ring) == list(range(1, count + 1))
