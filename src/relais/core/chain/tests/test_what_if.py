"""A question about dates moves what it must, by as much as is known, and changes nothing."""

from __future__ import annotations

import copy
import datetime as dt
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from relais.core.chain import FOREVER, Move, Span, Waiting, what_if
from relais.core.chain.tests.make import make_waiting, waitings

Node = tuple[str, int]
DAYS = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 1))


def make_span(start: int | None, end: int | None) -> Span:
    """Days since the first of January 2026."""
    first = dt.date(2026, 1, 1)
    days = [None if day is None else first + dt.timedelta(day) for day in (start, end)]
    return Span(*days)


def moved(moves: list[Move[Any]]) -> dict[Any, tuple[float, float]]:
    return {move.node: (move.least, move.most) for move in moves}


@st.composite
def questions(draw: st.DrawFn) -> tuple[Waiting[Node], dict[Node, Span], dict[Node, int], set[Node]]:
    waiting, _ = draw(waitings())
    nodes = st.sampled_from(waiting.nodes)
    spans = draw(st.dictionaries(nodes, st.builds(Span, DAYS, DAYS)))
    return waiting, spans, draw(st.dictionaries(nodes, st.integers(0, 90))), draw(st.sets(nodes, max_size=2))


def test_slack_takes_up_delay() -> None:
    waiting = make_waiting(("a", "b"), ("b", "c"))
    spans = {"a": make_span(0, 10), "b": make_span(30, 40), "c": make_span(40, 50)}
    assert moved(what_if(waiting, spans, delays={"a": 20})) == {"a": (20, 20)}
    assert moved(what_if(waiting, spans, delays={"a": 50})) == {"a": (50, 50), "b": (30, 30), "c": (30, 30)}


def test_an_unknown_date_gives_bounds_and_is_never_filled_in() -> None:
    waiting = make_waiting(("a", "b"), ("a", "c"))
    spans = {"a": make_span(None, 10), "b": make_span(None, 40)}
    moves = what_if(waiting, spans, delays={"a": 50})
    assert moved(moves) == {"a": (50, 50), "b": (20, 50), "c": (0, 50)}
    assert [move.is_known for move in moves] == [True, False, False]


def test_what_waits_without_a_way_around_for_something_dropped_is_lost() -> None:
    waiting = make_waiting(("a", "b"), ("b", "c", False), ("c", "d"))
    moves = what_if(waiting, {}, drops=["a"])
    assert {move.node: move.is_lost for move in moves} == {"a": True, "b": True, "c": False, "d": False}
    assert moved(moves)["d"] == (0, FOREVER)


def test_the_way_is_the_one_that_brings_most() -> None:
    waiting = make_waiting(("a", "d"), ("a", "b"), ("b", "d"))
    spans = {"a": make_span(0, 10), "b": make_span(10, 20), "d": make_span(60, 70)}
    last = what_if(waiting, spans, delays={"a": 100})[-1]
    assert (last.node, last.most, [wait.earlier for wait in last.road]) == ("d", 60, ["a", "b"])


def test_several_questions_at_once_move_by_the_largest() -> None:
    waiting = make_waiting(("a", "c"), ("b", "c"))
    spans = {"a": make_span(0, 5), "b": make_span(0, 5), "c": make_span(5, 9)}
    moves = what_if(waiting, spans, delays={"a": 10, "b": 30, "c": 20})
    assert moved(moves) == {"b": (30, 30), "c": (30, 30), "a": (10, 10)}


def test_asking_nothing_or_about_nothing_moves_nothing() -> None:
    waiting = make_waiting(("a", "b"))
    assert what_if(waiting, {}) == []
    assert what_if(waiting, {}, delays={"a": 0, "z": 9}, drops=["y"]) == []


def plain(
    waiting: Waiting[Any], spans: dict[Any, Span], delays: dict[Any, int], drops: set[Any]
) -> dict[Any, tuple[float, float]]:
    """Pushed along every wait until nothing moves any more."""
    asked = {**{n: float(d) for n, d in delays.items()}, **dict.fromkeys(drops, FOREVER)}
    least, most = dict(asked), dict(asked)
    for _ in waiting.nodes:
        for wait in waiting.waits:
            end, later = spans.get(wait.earlier, Span()).end, spans.get(wait.later, Span())
            low, high = 0.0, FOREVER
            if end and later.start:
                low = high = max(0, (later.start - end).days)
            elif end and later.end:
                high = max(0, (later.end - end).days)
            surely = least.get(wait.earlier, 0) if wait.holds else 0
            passed = surely if surely == FOREVER else max(0, surely - high)
            least[wait.later] = max(least.get(wait.later, 0), passed)
            most[wait.later] = max(most.get(wait.later, 0), most.get(wait.earlier, 0) - low)
    return {n: (least.get(n, 0), most[n]) for n in waiting.nodes if most.get(n, 0) > 0}


@given(questions())
def test_it_ends_on_circles_and_says_what_pushing_by_hand_says(question: Any) -> None:
    waiting, spans, delays, drops = question
    assert moved(what_if(waiting, spans, delays=delays, drops=drops)) == plain(waiting, spans, delays, drops)


@given(questions(), st.integers(1, 60), st.data())
def test_a_longer_delay_never_moves_less(question: Any, more: int, data: st.DataObject) -> None:
    waiting, spans, delays, drops = question
    node = data.draw(st.sampled_from(waiting.nodes))
    longer = {**delays, node: delays.get(node, 0) + more}
    before = moved(what_if(waiting, spans, delays=delays, drops=drops))
    after = moved(what_if(waiting, spans, delays=longer, drops=drops))
    dropped = moved(what_if(waiting, spans, delays=delays, drops={*drops, node}))
    for each, (least, most) in before.items():
        assert after[each][0] >= least and after[each][1] >= most
    for each, (least, most) in after.items():
        assert dropped[each][0] >= least and dropped[each][1] >= most


@given(questions())
def test_every_way_leads_from_a_question_to_what_moves(question: Any) -> None:
    waiting, spans, delays, drops = question
    for move in what_if(waiting, spans, delays=delays, drops=drops):
        assert 0 <= move.least <= move.most
        ends = [move.road[0].earlier, *(wait.later for wait in move.road)] if move.road else [move.node]
        assert ends[0] in {*delays, *drops} and ends[-1] == move.node
        assert all(a.later == b.earlier for a, b in pairwise(move.road))


@given(questions())
def test_asking_changes_nothing_and_the_order_of_waits_does_not_matter(question: Any) -> None:
    waiting, spans, delays, drops = question
    given_ = copy.deepcopy((spans, delays, drops))
    moves = what_if(waiting, spans, delays=delays, drops=drops)
    assert (spans, delays, drops) == given_
    turned = Waiting(waiting.nodes[::-1], waiting.waits[::-1])
    assert what_if(turned, spans, delays=delays, drops=drops) == moves
