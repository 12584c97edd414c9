"""The chain beside networkx, which answers the same questions in general."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import networkx

from relais.core.chain.graph import Chain
from relais.core.chain.links import Link
from relais.core.chain.longest import longest_chain
from relais.core.chain.reach import reach
from relais.core.chain.single_points import single_points

MEASURES, LINKS = 5_000, 20_000


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def measure() -> list[dict[str, object]]:
    draw = random.Random(2020)
    pairs = set()
    while len(pairs) < LINKS:
        pairs.add(tuple(sorted(draw.sample(range(1, MEASURES + 1), 2))))
    nodes = {n: n % 16 + 1 for n in range(1, MEASURES + 1)}
    links = [Link(a, b, "enables", "editorial", "medium") for a, b in pairs]
    chain = Chain(nodes, links)
    peer = networkx.DiGraph(list(pairs))
    starts = [n for n in peer if not peer.in_degree(n)]
    rooted = peer.copy()
    rooted.add_edges_from((0, n) for n in starts)
    rows = [
        (
            "how far each measure reaches",
            lambda: reach(chain),
            lambda: [networkx.descendants(peer, n) for n in peer],
        ),
        ("single points", lambda: single_points(chain), lambda: networkx.immediate_dominators(rooted, 0)),
        ("longest chain", lambda: longest_chain(chain), lambda: networkx.dag_longest_path(peer)),
    ]
    result: list[dict[str, object]] = []
    for what, ours, theirs in rows:
        a, b = _timed(ours), _timed(theirs)
        result.append({"what": what, "Relais": a, "networkx": b, "ratio": f"{b / a:.1f} ×"})
    return result
