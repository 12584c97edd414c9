"""Links, what they say about order, and what a chain refuses."""

from __future__ import annotations

import pickle
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.core.chain import FAMILIES, KINDS, PRECEDENCE, Chain, Link, LinkError, precedence
from relais.core.chain.tests.make import chains, make_chain, make_link


def test_a_requires_b_puts_b_first() -> None:
    assert make_link(12, "requires", 5).step == (5, 12)


def test_a_enables_b_puts_a_first() -> None:
    assert make_link(12, "enables", 5).step == (12, 5)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in PRECEDENCE])
def test_other_kinds_say_nothing_about_order(kind: str) -> None:
    assert make_link(12, kind, 5).step is None


def test_the_same_step_said_twice_is_one_step() -> None:
    assert precedence([make_link(2, "requires", 1), make_link(1, "enables", 2)]) == [(1, 2)]


def test_the_family_order_is_precedence() -> None:
    assert {kind for kind, family in FAMILIES.items() if family == "order"} == PRECEDENCE


@pytest.mark.parametrize(
    ("links", "why"),
    [
        ([make_link(1, "blocks", 2)], "1 blocks 2: unknown kind"),
        ([make_link(1, "enables", 9)], "1 enables 9: unknown measure"),
        ([make_link(9, "enables", 1)], "9 enables 1: unknown measure"),
        ([make_link(1, "enables", 1)], "1 enables 1: a measure is not linked to itself"),
        ([make_link(1, "enables", 2), make_link(1, "enables", 2)], "1 enables 2: said twice"),
    ],
)
def test_a_chain_refuses(links: list[Link], why: str) -> None:
    with pytest.raises(LinkError, match=why):
        Chain({1: 1, 2: 1}, links)


def test_two_kinds_between_one_pair_are_allowed() -> None:
    assert len(Chain({1: 1, 2: 1}, [make_link(1, "enables", 2), make_link(1, "refines", 2)]).links) == 2


def test_indexes() -> None:
    chain = make_chain((1, 3), (1, 2), nodes=4)
    assert chain.after == {1: (2, 3), 2: (), 3: (), 4: ()}
    assert chain.before == {1: (), 2: (1,), 3: (1,), 4: ()}
    assert chain.links_of[3] == (make_link(1, "enables", 3),)
    assert chain.links_of[4] == ()


@given(chains(), st.randoms())
def test_the_order_of_measures_and_links_does_not_matter(chain: Chain, random: Random) -> None:
    nodes, links = list(chain.nodes.items()), list(chain.links)
    random.shuffle(nodes)
    random.shuffle(links)
    other = Chain(dict(nodes), links)
    assert other == chain
    assert list(other.nodes) == list(chain.nodes)
    assert other.after == chain.after


def test_a_chain_can_be_cached() -> None:
    chain = make_chain((1, 2))
    assert chain.steps
    assert pickle.loads(pickle.dumps(chain)) == chain
