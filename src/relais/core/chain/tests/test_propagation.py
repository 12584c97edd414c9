"""Trouble goes on along waits: completely, by the shortest way, and no further than it is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.core.chain import LinkError, Road, Wait, Waiting, propagate, spread
from relais.core.chain.tests.make import make_waiting, waitings

Node = tuple[str, int]


def troubles(waiting: Waiting[Node]) -> st.SearchStrategy[set[Node]]:
    return st.sets(st.sampled_from(waiting.nodes))


def distances(waits: list[Wait[Any]], start: Any) -> dict[Any, int]:
    """Steps from `start` to all it reaches, the plainest way there is."""
    found, steps, edge = {start: 0}, 0, {start}
    while edge:
        steps += 1
        edge = {wait.later for wait in waits if wait.earlier in edge} - set(found)
        found |= dict.fromkeys(edge, steps)
    return found


Plainly = tuple[tuple[Any, ...], tuple[Any, ...], Road[Any]]


def told(waiting: Waiting[Any], troubled: Collection[Any]) -> dict[Any, Plainly]:
    """What `propagate` says: held up by, slowed by, and the nearest way."""
    held = propagate(waiting, troubled)
    return {node: (tuple(h.held_by), tuple(h.slowed_by), h.nearest) for node, h in held.items()}


def plain(waiting: Waiting[Any], troubled: set[Any]) -> dict[Any, Plainly]:
    """What `propagate` promises, one cause at a time."""
    every = list(waiting.waits)
    sure = [wait for wait in every if wait.holds]
    surely = {cause: distances(sure, cause) for cause in sorted(troubled)}
    loosely = {cause: distances(every, cause) for cause in sorted(troubled)}
    held = {}
    for node in waiting.nodes:
        holding = tuple(c for c, reached in surely.items() if node in reached and c != node)
        slowing = tuple(c for c, reached in loosely.items() if node in reached and c not in {node, *holding})
        if holding or slowing:
            reached, waits = (surely, sure) if holding else (loosely, every)
            cause = min(holding or slowing, key=lambda c: (reached[c][node], c))
            held[node] = holding, slowing, walk_back(waits, reached[cause], cause, node)
    return held


def walk_back(waits: list[Wait[Any]], reached: dict[Any, int], cause: Any, node: Any) -> Road[Any]:
    road: Road[Any] = ()
    while node != cause:
        last = min((w for w in waits if w.later == node and reached.get(w.earlier) == reached[node] - 1),
                   key=lambda w: w.earlier)  # fmt: skip
        road = (last, *road)
        node = last.earlier
    return road


def test_a_required_measure_in_trouble_holds_up_what_requires_it_and_enabling_only_slows() -> None:
    waiting = make_waiting((12, 37), (37, 40), (12, 50, False), (50, 51), nodes=[99])
    held = propagate(waiting, {12})
    assert list(held) == [37, 40, 50, 51]
    assert [(h.node, (*h.held_by,), (*h.slowed_by,), h.is_sure) for h in held.values()] == [
        (37, (12,), (), True),
        (40, (12,), (), True),
        (50, (), (12,), False),
        (51, (), (12,), False),
    ]
    assert held[40].nearest == (Wait(12, 37, "requires"), Wait(37, 40, "requires"))
    assert held[40].cause == 12


def test_a_sure_cause_is_named_before_a_nearer_one_that_only_slows() -> None:
    waiting = make_waiting((1, 2), (2, 3), (4, 3, False))
    hold = propagate(waiting, {1, 4})[3]
    assert (hold.cause, list(hold.held_by), list(hold.slowed_by)) == (1, [1], [4])
    assert (list(hold.causes), hold.count, 4 in hold.slowed_by, 4 in hold.held_by) == ([1, 4], 2, True, False)


def test_a_node_in_trouble_is_not_held_up_by_itself_but_by_what_comes_before_it() -> None:
    waiting = make_waiting((1, 2), (2, 3), (3, 1))
    held = propagate(waiting, {1, 2})
    assert list(held[2].causes) == [1]
    assert list(held[1].causes) == [2]
    assert held[1].nearest == (Wait(2, 3, "requires"), Wait(3, 1, "requires"))
    assert propagate(waiting, {1}).keys() == {2, 3}


def test_the_first_of_equals_is_named() -> None:
    waiting = make_waiting((2, 9), (1, 9), (5, 2), (5, 1))
    assert propagate(waiting, {1, 2})[9].cause == 1
    assert [wait.earlier for wait in propagate(waiting, {5})[9].nearest] == [5, 1]


@given(st.data())
def test_causes_are_complete_and_ways_are_shortest(data: st.DataObject) -> None:
    waiting, _ = data.draw(waitings())
    troubled = data.draw(troubles(waiting))
    assert told(waiting, troubled) == plain(waiting, troubled)


@given(st.data())
def test_the_order_in_which_things_are_told_changes_nothing(data: st.DataObject) -> None:
    waiting, waits = data.draw(waitings())
    troubled = data.draw(troubles(waiting))
    nodes, more = data.draw(st.permutations(waiting.nodes)), data.draw(st.permutations(waits + waits[:2]))
    turned = data.draw(st.permutations(sorted(troubled)))
    assert told(Waiting(nodes, more), turned) == told(waiting, troubled)


@given(st.data())
def test_removing_a_trouble_removes_its_effects_and_nothing_else(data: st.DataObject) -> None:
    waiting, _ = data.draw(waitings())
    troubled = data.draw(troubles(waiting))
    if not troubled:
        return
    gone = data.draw(st.sampled_from(sorted(troubled)))
    before, after = propagate(waiting, troubled), propagate(waiting, troubled - {gone})
    left = {
        node: ([c for c in hold.held_by if c != gone], [c for c in hold.slowed_by if c != gone])
        for node, hold in before.items()
        if set(hold.causes) != {gone}
    }
    assert {node: (list(hold.held_by), list(hold.slowed_by)) for node, hold in after.items()} == left
    for node, hold in after.items():
        if before[node].cause != gone and before[node].is_sure == hold.is_sure:
            assert hold.nearest == before[node].nearest


@given(st.data())
def test_what_one_trouble_does_is_what_it_does_among_others(data: st.DataObject) -> None:
    waiting, _ = data.draw(waitings())
    troubled = data.draw(troubles(waiting))
    held = propagate(waiting, troubled)
    for cause in troubled:
        found = spread(waiting, cause)
        nodes = dict(found.nodes)
        assert set(nodes) == {node for node, hold in held.items() if cause in hold.causes}
        assert found.counts == (sum(nodes.values()), len(nodes) - sum(nodes.values()))
        alone = propagate(waiting, {cause})
        assert {node: found.road(node) for node in nodes} == {n: hold.nearest for n, hold in alone.items()}
        assert nodes == {node: hold.is_sure for node, hold in alone.items()}
        steps = [(not is_sure, len(found.road(node))) for node, is_sure in found.nodes]
        assert steps == sorted(steps)


def test_trouble_of_what_is_not_there_is_passed_over() -> None:
    assert propagate(make_waiting((1, 2)), {7}) == {}


def test_the_strongest_of_several_waits_between_two_counts() -> None:
    weak, strong = Wait(1, 2, "answers", False), Wait(1, 2, "requires", True)
    assert Waiting([1, 2], [weak, strong]).waits == Waiting([1, 2], [strong, weak]).waits == (strong,)


@pytest.mark.parametrize(("wait", "said"), [(Wait(1, 3, "x"), "unknown node"), (Wait(1, 1, "x"), "itself")])
def test_a_wait_that_cannot_be_is_refused_by_name(wait: Wait[int], said: str) -> None:
    with pytest.raises(LinkError, match=said):
        Waiting([1, 2], [wait])
