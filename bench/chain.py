"""The chain beside networkx, which answers the same questions in general."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable

import networkx

from relais.core.chain.graph import Chain
from relais.core.chain.links import HOLDS, Link
from relais.core.chain.longest import longest_chain
from relais.core.chain.propagation import propagate
from relais.core.chain.reach import reach
from relais.core.chain.single_points import single_points
from relais.core.chain.waiting import Wait, Waiting
from relais.core.chain.what_if import Span, what_if

MEASURES, LINKS, TROUBLES, DELAYS = 5_000, 20_000, 300, 3


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def measure() -> list[dict[str, object]]:
    draw = random.Random(2020)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < LINKS:
        pairs.add(tuple(sorted(draw.sample(range(1, MEASURES + 1), 2))))
    nodes = {n: n % 16 + 1 for n in range(1, MEASURES + 1)}
    links = [Link(a, b, "enables", "editorial", "medium") for a, b in pairs]
    chain = Chain(nodes, links)
    peer = networkx.DiGraph(list(pairs))
    starts = [n for n in peer if not peer.in_degree(n)]
    rooted = peer.copy()
    rooted.add_edges_from((0, n) for n in starts)
    kind = {pair: draw.choice(sorted(HOLDS)) for pair in sorted(pairs)}
    waits = [Wait(a, b, said, HOLDS[said]) for (a, b), said in kind.items()]
    surely = networkx.DiGraph([pair for pair, said in kind.items() if HOLDS[said]])
    surely.add_nodes_from(nodes)
    troubled = draw.sample(sorted(nodes), TROUBLES)
    spans = {n: _span(n) for n in nodes if n % 3}
    delays = dict.fromkeys(troubled[:DELAYS], 365)
    rows: list[tuple[str, Callable[[], object], Callable[[], object] | None]] = [
        (
            "how far each measure reaches",
            lambda: reach(chain),
            lambda: [networkx.descendants(peer, n) for n in peer],
        ),
        ("single points", lambda: single_points(chain), lambda: networkx.immediate_dominators(rooted, 0)),
        ("longest chain", lambda: longest_chain(chain), lambda: networkx.dag_longest_path(peer)),
        (
            f"what {TROUBLES} troubles hold up, by which way",
            lambda: propagate(Waiting(nodes, waits), troubled),
            lambda: [networkx.single_source_shortest_path(g, n) for g in (surely, peer) for n in troubled],
        ),
        (
            f"what if {DELAYS} are a year late",
            lambda: what_if(Waiting(nodes, waits), spans, delays=delays),
            None,
        ),
    ]
    result: list[dict[str, object]] = []
    for what, ours, theirs in rows:
        a, b = _timed(ours), _timed(theirs) if theirs else None
        ratio = f"{b / a:.1f} ×" if b else ""
        result.append({"what": what, "Relais": a, "networkx": b or "no equal", "ratio": ratio})
    return result


def _span(number: int) -> Span:
    start = dt.date(2026, 1, 1) + dt.timedelta(number)
    return Span(start, start + dt.timedelta(120))
