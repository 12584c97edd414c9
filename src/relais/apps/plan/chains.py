"""The chain of the plan's own measures: what its page says, with measures in place of numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relais.apps.plan import models
from relais.apps.plan.models import Measure, Theme
from relais.apps.plan.vocabulary import Confidence
from relais.core.chain import (
    Chain,
    Link,
    Matrix,
    Reach,
    longest_chain,
    longest_chains,
    reach,
    single_points,
    theme_matrix,
    without_precedence,
)

TOP = 10


@dataclass(frozen=True, slots=True)
class Ranked:
    """A measure and how far it reaches."""

    measure: Measure
    reach: Reach


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the chain page tells."""

    chain: Chain
    unlocking: list[Ranked]
    waiting: list[Ranked]
    single: list[tuple[Measure, int]]
    orphans: list[Measure]
    unordered: list[Measure]
    longest: list[Measure]
    longest_by_theme: list[tuple[Theme, list[Measure]]]
    matrix: Matrix
    matrix_rows: list[tuple[Theme, list[tuple[int, int]], int]]


def chain_of(measures: Iterable[Measure]) -> Chain:
    """The chain of `measures`, as `Measure.objects.whole()` gives them.

    Links of low confidence are left out: one of them would be enough to put a measure at the top.
    """
    measures = list(measures)
    links = (
        drawn(link) for measure in measures for link in measure.outgoing if link.confidence != Confidence.LOW
    )
    return Chain({measure.number: measure.theme.number for measure in measures}, links)


def chain_around(measure: Measure, links: Iterable[models.Link]) -> Chain:
    """The chain of one measure and its direct neighbours; `links` bring their ends with them."""
    links = list(links)
    ends = [measure, *(end for link in links for end in (link.source, link.target))]
    return Chain({end.number: end.theme.number for end in ends}, map(drawn, links))


def drawn(link: models.Link) -> Link:
    """A row of the database as the link that core.chain knows."""
    return Link(link.source.number, link.target.number, link.kind, link.origin, link.confidence)


def heat(count: int) -> int:
    """How dark a cell of the matrix is, 0 to 3: none, 1, 2 to 4, 5 and more."""
    return (count > 0) + (count > 1) + (count > 4)


def overview(measures: Iterable[Measure]) -> Overview:
    """What the chain says of `measures`, as `Measure.objects.whole()` gives them."""
    by_number = {measure.number: measure for measure in measures}
    themes = {measure.theme.number: measure.theme for measure in by_number.values()}
    chain = chain_of(by_number.values())
    ranked = [Ranked(by_number[number], found) for number, found in reach(chain).items()]

    def named(numbers: Iterable[int]) -> list[Measure]:
        return [by_number[number] for number in numbers]

    matrix = theme_matrix(chain)
    return Overview(
        chain=chain,
        unlocking=sorted((r for r in ranked if r.reach.unlocks), key=lambda r: -r.reach.unlocks)[:TOP],
        waiting=sorted((r for r in ranked if r.reach.waits), key=lambda r: -r.reach.waits)[:TOP],
        single=[(by_number[point.number], point.holds) for point in single_points(chain)[:TOP]],
        orphans=[measure for measure in by_number.values() if not measure.link_count],
        unordered=named(without_precedence(chain)),
        longest=named(longest_chain(chain)),
        longest_by_theme=[(themes[n], named(row)) for n, row in longest_chains(chain).items()],
        matrix=matrix,
        matrix_rows=[
            (themes[number], [(count, heat(count)) for count in row], total)
            for number, row, total in zip(matrix.themes, matrix.rows, matrix.row_totals, strict=True)
        ],
    )
