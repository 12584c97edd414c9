"""Narrow a list by several facets at once, and count what each option would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Narrowed(Generic[Item]):
    """The items that are left, in their order, and per facet how many each option gives.

    The count of an option is what the reader would see on choosing it in place of the choice now made in that
    facet; the choices in other facets stay.
    """

    items: list[Item]
    counts: dict[str, Counter[str]]


def narrow(
    items: Iterable[Item],
    facets: Mapping[str, Callable[[Item], Collection[str]]],
    chosen: Mapping[str, Collection[str]],
) -> Narrowed[Item]:
    """Keep items that have one of the chosen options in every facet with a choice. One pass."""
    kept: list[Item] = []
    counts: dict[str, Counter[str]] = {name: Counter() for name in facets}
    for item in items:
        options = {name: options_of(item) for name, options_of in facets.items()}
        failed = [name for name, wanted in chosen.items() if wanted and not set(wanted) & set(options[name])]
        if not failed:
            kept.append(item)
        for name in facets if not failed else failed if len(failed) == 1 else ():
            counts[name].update(set(options[name]))
    return Narrowed(kept, counts)
