"""What a new edition changes of the one before: cells that are new, that differ, and that are gone."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Cell = TypeVar("Cell", bound=Hashable)
Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Change(Generic[Cell, Said]):
    """One cell: `before` None is new, `after` None is gone."""

    cell: Cell
    before: Said | None
    after: Said | None


def changes(
    before: Mapping[Cell, Said], after: Mapping[Cell, Said], *, is_whole: bool
) -> list[Change[Cell, Said]]:
    """What `after` says that `before` did not, in the order of `after`; then what is gone, if it `is_whole`.

    An edition that is not whole (some figures of a news page) takes nothing away by its silence.
    """
    said = [Change(cell, before.get(cell), now) for cell, now in after.items() if before.get(cell) != now]
    gone = [Change(cell, then, None) for cell, then in before.items() if cell not in after]
    return [*said, *gone] if is_whole else said
