"""Every table of rights as code, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator

from bench.rights import bulk, catalogue, single

MILLION = 1_000_000
ROUNDS, TIMES = 4, 3
Titled = tuple[str, list[dict[str, object]]]


def measure(more: int = 0) -> Iterator[Titled]:
    """Title and rows of each table. `more` persons are measured too, in fewer rounds."""
    traced, told = single.measure()
    yield (
        f"A small law, one household and how it came about (ms of processor, best of {single.ROUNDS})",
        traced,
    )
    yield "The same, and written out as text", told
    yield _many(MILLION), bulk.measure(MILLION, ROUNDS, TIMES)
    if more:
        yield _many(more), bulk.measure(more, 2, 1)
    yield from catalogue.measure()


def _many(persons: int) -> str:
    return f"A small law, {persons:,} persons (best of interleaved rounds; other work on the machine shows)"
