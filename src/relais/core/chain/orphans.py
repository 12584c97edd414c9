"""Measures that nothing ties to the plan: a gap in the links, or a measure that stands alone."""

from __future__ import annotations

from relais.core.chain.graph import Chain


def orphans(chain: Chain) -> list[int]:
    """Measures without any link, in order of number."""
    return [number for number in chain.nodes if not chain.links_of[number]]


def without_precedence(chain: Chain) -> list[int]:
    """Measures with nothing before or after them, orphans included, in order of number."""
    return [n for n in chain.nodes if not chain.before[n] and not chain.after[n]]
