"""Small chains, invented ones, and slow but plain answers to compare with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

from relais.core.chain import KINDS, Chain, Link, Wait, Waiting


def make_link(source: int, kind: str, target: int) -> Link:
    """Written in the order it is read: make_link(3, "requires", 1)."""
    return Link(source, target, kind, "editorial", "high")


def make_chain(*steps: tuple[int, int], nodes: Mapping[int, int] | int = 0) -> Chain:
    """Links "before enables after"; `nodes` is a mapping, or counts measures of theme 1."""
    last = max([n for step in steps for n in step], default=0)
    if isinstance(nodes, int):
        nodes = dict.fromkeys(range(1, max(last, nodes) + 1), 1)
    return Chain(nodes, [make_link(before, "enables", after) for before, after in steps])


@st.composite
def chains(draw: st.DrawFn, *, most: int = 12, acyclic: bool = False, kinds: Iterable[str] = KINDS) -> Chain:
    """Any chain of at most `most` measures; in acyclic ones every step goes to a higher number."""
    count = draw(st.integers(1, most))
    nodes = {n: draw(st.integers(1, 4)) for n in range(1, count + 1)}
    numbers = st.integers(1, count)
    drawn = draw(
        st.lists(
            st.tuples(numbers, numbers, st.sampled_from(sorted(kinds))).filter(lambda t: t[0] != t[1]),
            unique=True,
            max_size=3 * count,
        )
        if count > 1
        else st.just([])
    )
    found = set()
    for a, b, kind in drawn:
        if acyclic and kind in ("requires", "enables") and (a < b) == (kind == "requires"):
            a, b = b, a
        found.add(make_link(a, kind, b))
    return Chain(nodes, draw(st.permutations(sorted(found))))


def reached(steps: Iterable[tuple[int, int]], start: Iterable[int]) -> set[int]:
    """Everything on a walk from `start`, the start included: the plainest way there is."""
    steps, seen = list(steps), set(start)
    while more := {b for a, b in steps if a in seen} - seen:
        seen |= more
    return seen


def rows_from(chain: Chain, here: int) -> Iterator[list[int]]:
    """Every walk along precedence that starts in `here`; only for a chain without cycles."""
    yield [here]
    for then in chain.after[here]:
        for row in rows_from(chain, then):
            yield [here, *row]


def make_waiting(*waits: tuple[Any, Any] | tuple[Any, Any, bool], nodes: Iterable[Any] = ()) -> Waiting[Any]:
    """Waits "earlier, later", and whether it holds (yes unless said)."""
    made = [Wait(wait[0], wait[1], "requires", *wait[2:]) for wait in waits]
    return Waiting({*nodes, *(end for wait in made for end in (wait.earlier, wait.later))}, made)


Node = tuple[str, int]


@st.composite
def waitings(draw: st.DrawFn, *, most: int = 9) -> tuple[Waiting[Node], list[Wait[Node]]]:
    """Any graph of measures and actions, cycles and double waits included, and its waits in some order."""
    nodes = [("action" if draw(st.booleans()) else "measure", n) for n in range(draw(st.integers(1, most)))]
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)).filter(lambda pair: pair[0] != pair[1])
    waits = st.builds(
        lambda pair, reason, holds: Wait(*pair, reason, holds),
        ends, st.sampled_from(["answers", "requires"]), st.booleans(),
    )  # fmt: skip
    made = draw(st.lists(waits, max_size=3 * len(nodes))) if len(nodes) > 1 else []
    return Waiting(nodes, made), made
