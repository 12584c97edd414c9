"""The graph of the measures: which come first, which hold others up, and how to draw it.

Nouns: a `Link` is one typed arrow between two measures, a `Chain` is all measures with all their
links. *Precedence* is what the kinds `requires` and `enables` say about order; a *step* is one
"before → after". Every question is a function of a chain that gives plain values: `find_cycle`,
`reach`, `single_points`, `orphans`, `longest_chain`, `theme_matrix`; `layout` draws. Neighbours:
none; this room knows no other room.
"""

from relais.core.chain.components import Condensation, condense
from relais.core.chain.cycles import find_cycle
from relais.core.chain.depth import depths
from relais.core.chain.graph import Chain, LinkError
from relais.core.chain.links import FAMILIES, KINDS, PRECEDENCE, Link, Step, precedence
from relais.core.chain.longest import longest_chain, longest_chains
from relais.core.chain.matrix import Matrix, theme_matrix
from relais.core.chain.orphans import orphans, without_precedence
from relais.core.chain.reach import Reach, all_after, all_before, reach
from relais.core.chain.single_points import SinglePoint, held_by, single_points

__all__ = [
    "FAMILIES",
    "KINDS",
    "PRECEDENCE",
    "Chain",
    "Condensation",
    "Link",
    "LinkError",
    "Matrix",
    "Reach",
    "SinglePoint",
    "Step",
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
    "reach",
    "single_points",
    "theme_matrix",
    "without_precedence",
]
