"""The drawings: nothing overlaps, nothing leaves the page, no edge runs through a measure."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relais.core.chain import KINDS, PRECEDENCE, Chain
from relais.core.chain.layout import Drawing, Edge, draw_neighbourhood, draw_plan
from relais.core.chain.tests.make import chains, make_chain, make_link

Point = tuple[float, float]
PIECES = re.compile(r"([MLC])([^MLC]+)")


def points(edge: Edge) -> list[Point]:
    """Points along an edge, close enough together that none can slip past a circle."""
    found: list[Point] = []
    for letter, numbers in PIECES.findall(edge.path):
        ends = [point(pair) for pair in numbers.split()]
        if letter == "M":
            found.append(ends[0])
            continue
        a, d = found[-1], ends[-1]
        b, c = ends[:2] if letter == "C" else (a, d)
        steps = max(8, int(dist(a, d) / 3))
        found += [bezier(a, b, c, d, i / steps) for i in range(1, steps + 1)]
    return found


def point(pair: str) -> Point:
    x, y = map(float, pair.split(","))
    return x, y


def bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    i, j, k, m = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
    return i * a[0] + j * b[0] + k * c[0] + m * d[0], i * a[1] + j * b[1] + k * c[1] + m * d[1]


def assert_readable(drawing: Drawing) -> None:
    for a, b in combinations(drawing.nodes, 2):
        assert dist((a.x, a.y), (b.x, b.y)) > a.r + b.r + 2, (a, b)
    for node in drawing.nodes:
        assert node.r <= node.x <= drawing.width - node.r
        assert node.r <= node.y <= drawing.height - node.r
    at = {node.number: node for node in drawing.nodes}
    for edge in drawing.edges:
        along = points(edge)
        ends = (edge.target, edge.source) if edge.kind == "requires" else (edge.source, edge.target)
        for number, end in zip(ends, (along[0], along[-1]), strict=True):
            assert dist(end, (at[number].x, at[number].y)) == pytest.approx(at[number].r + 1.5, abs=0.2)
        for x, y in along:
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height
            for node in drawing.nodes:
                if node.number not in (edge.source, edge.target):
                    assert dist((x, y), (node.x, node.y)) > node.r, (edge, node)


def make_plan(seed: int, count: int = 100, links: int = 200) -> Chain:
    """An invented plan of the size of the real one: 16 themes, hubs, links of all kinds."""
    random = Random(seed)
    nodes = {n: min(16, 1 + n * random.choice([15, 16]) // count) for n in range(1, count + 1)}
    found: set[tuple[int, str, int]] = set()
    while len(found) < links:
        a, b = random.sample(range(1, count + 1), 2)
        a = random.choice([a, a, 6, 8])
        if a != b:
            found.add((a, random.choice(KINDS), b))
    return Chain(nodes, [make_link(*link) for link in found])


@settings(deadline=None, max_examples=60)
@given(chains(most=25), st.sampled_from([320.0, 800.0, 1200.0]))
def test_any_plan_is_readable(chain: Chain, width: float) -> None:
    assert_readable(draw_plan(chain, width=width))


@pytest.mark.parametrize("seed", range(3))
def test_a_plan_of_a_hundred_measures_is_readable(seed: int) -> None:
    assert_readable(draw_plan(make_plan(seed)))


@settings(deadline=None)
@given(chains(most=20))
def test_any_neighbourhood_is_readable(chain: Chain) -> None:
    for number in chain.nodes:
        assert_readable(draw_neighbourhood(chain, number))


@settings(deadline=None)
@given(chains(), st.randoms())
def test_the_order_of_links_does_not_change_a_drawing(chain: Chain, random: Random) -> None:
    links = list(chain.links)
    random.shuffle(links)
    assert draw_plan(Chain(chain.nodes, links)) == draw_plan(chain)


@settings(deadline=None)
@given(chains(acyclic=True))
def test_order_reads_from_left_to_right(chain: Chain) -> None:
    at = {node.number: node for node in draw_plan(chain).nodes}
    assert all(at[before].x < at[after].x for before, after in chain.steps)
    step = {number: node.step or 0 for number, node in at.items()}
    assert all(0 < step[before] < step[after] for before, after in chain.steps)


@settings(deadline=None)
@given(chains())
def test_every_measure_stands_in_the_band_of_its_theme(chain: Chain) -> None:
    drawing = draw_plan(chain)
    bands = {band.theme: band for band in drawing.bands}
    assert list(bands) == sorted(set(chain.nodes.values()))
    for node in drawing.nodes:
        band = bands[node.theme]
        assert band.y <= node.y - node.r < node.y + node.r <= band.y + band.height
        assert band.label_x + band.label_width < node.x - node.r


def test_choosing_kinds_moves_no_measure() -> None:
    chain = make_plan(1)
    everything, order = draw_plan(chain), draw_plan(chain, kinds=PRECEDENCE)
    assert everything.nodes == order.nodes
    assert len(everything.edges) == len(chain.links)
    assert {edge.family for edge in order.edges} == {"order"}


def test_measures_of_no_step_stand_in_order_under_their_own_heading() -> None:
    drawing = draw_plan(make_chain((1, 2), nodes=8))
    assert [column.step for column in drawing.columns] == [1, 2, None]
    loose = [node for node in drawing.nodes if node.step is None]
    assert [n.number for n in sorted(loose, key=lambda n: (n.y, n.x))] == [3, 4, 5, 6, 7, 8]
    assert all(node.x > drawing.columns[-1].x for node in loose)


def test_many_steps_make_the_drawing_wider() -> None:
    chain = make_chain(*[(n, n + 1) for n in range(1, 30)])
    assert draw_plan(chain).width > 1200
    assert draw_plan(make_chain((1, 2))).width == 1200


def test_an_empty_chain_is_an_empty_drawing() -> None:
    drawing = draw_plan(make_chain())
    assert (drawing.nodes, drawing.edges, drawing.bands, drawing.columns) == ((), (), (), ())


def test_path_numbers_are_short() -> None:
    numbers = re.findall(r"[\d.]+", "".join(edge.path for edge in draw_plan(make_plan(2)).edges))
    assert max(map(len, numbers)) <= 6


def test_a_neighbourhood_has_before_left_after_right_and_the_rest_below() -> None:
    links = [
        make_link(2, "requires", 1),
        make_link(2, "enables", 3),
        make_link(3, "reinforces", 2),
        make_link(4, "see-also", 2),
        make_link(1, "enables", 5),
    ]
    drawing = draw_neighbourhood(Chain(dict.fromkeys(range(1, 7), 1), links), 2)
    assert {node.number: node.step for node in drawing.nodes} == {2: 2, 1: 1, 3: 3, 4: None}
    assert len(drawing.edges) == 4
    assert drawing.width == 360
    at = {node.number: node for node in drawing.nodes}
    assert at[1].x < at[2].x < at[3].x
    assert at[4].y > at[2].y


def test_a_neighbourhood_of_chosen_kinds() -> None:
    links = [make_link(1, "enables", 2), make_link(3, "see-also", 2)]
    chain = Chain({1: 1, 2: 1, 3: 1}, links)
    assert [n.number for n in draw_neighbourhood(chain, 2, kinds=PRECEDENCE).nodes] == [2, 1]
    assert [n.step for n in draw_neighbourhood(chain, 2, kinds=["see-also"]).nodes] == [2, None]


def test_an_unknown_measure_has_no_neighbourhood() -> None:
    with pytest.raises(KeyError):
        draw_neighbourhood(make_chain((1, 2)), 9)
