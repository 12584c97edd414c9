"""Every check over the same figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from relais.core.figures.audit.figure import Figure, Figures, Finding, Meaning, Structure
from relais.core.figures.audit.jumps import jumps
from relais.core.figures.audit.misprints import misprints
from relais.core.figures.audit.populations import conflicts, populations
from relais.core.figures.audit.shares import shares
from relais.core.figures.audit.sums import sums


def audit(
    every: Iterable[Figure], meanings: Mapping[str, Meaning], structure: Structure,
    breaks: Iterable[tuple[str, str]] = (),
) -> list[Finding]:  # fmt: skip
    """All that does not fit among figures that are current. `breaks`: definition and period from which one is
    marked. Raises KeyError for a figure of a definition without a meaning.
    """
    figures = Figures(tuple(every), meanings, structure)
    return [
        *misprints(figures), *shares(figures), *sums(figures), *populations(figures), *conflicts(figures),
        *jumps(figures, frozenset(breaks)),
    ]  # fmt: skip
