"""The graph of the measures: which come first, which hold others up, and how to draw it.

Nouns: a `Link` is one typed arrow between two measures, a `Chain` is all measures with all their
links. *Precedence* is what the kinds `requires` and `enables` say about order; a *step* is one
"before → after". Every question is a function of a chain that gives plain values: `find_cycle`,
`reach`, `single_points`, `orphans`, `longest_chain`, `theme_matrix`; `layout` draws.
A `Wait` says that one node, of whatever kind, waits for another; `Waiting` is all of them. Along waits
trouble goes on (`propagate`) and delay (`what_if`); `gates` says what may start. Neighbours: none; this
room knows no other room.
"""

from relais.core.chain.components import Condensation, condense
from relais.core.chain.cycles import find_cycle
from relais.core.chain.depth import depths
from relais.core.chain.graph import Chain, LinkError
from relais.core.chain.links import FAMILIES, HOLDS, KINDS, PRECEDENCE, Link, Step, precedence
from relais.core.chain.longest import longest_chain, longest_chains
from relais.core.chain.matrix import Matrix, theme_matrix
from relais.core.chain.orphans import orphans, without_precedence
from relais.core.chain.propagation import Hold, Spread, propagate, spread
from relais.core.chain.reach import Reach, all_after, all_before, reach
from relais.core.chain.single_points import SinglePoint, held_by, single_points
from relais.core.chain.subset import Subset
from relais.core.chain.waiting import Road, Wait, Waiting
from relais.core.chain.what_if import FOREVER, Move, Span, what_if

__all__ = [
    "FAMILIES",
    "FOREVER",
    "HOLDS",
    "KINDS",
    "PRECEDENCE",
    "Chain",
    "Condensation",
    "Hold",
    "Link",
    "LinkError",
    "Matrix",
    "Move",
    "Reach",
    "Road",
    "SinglePoint",
    "Span",
    "Spread",
    "Step",
    "Subset",
    "Wait",
    "Waiting",
    "all_after",
    "all_before",
    "condense",
    "depths",
    "find_cycle",
    "held_by",
    "longest_chain",
    "longest_chains",
    "orphans",
    "precedence",
    "propagate",
    "reach",
    "single_points",
    "spread",
    "theme_matrix",
    "what_if",
    "without_precedence",
]
