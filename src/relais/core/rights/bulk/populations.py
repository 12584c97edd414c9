"""Many households side by side, as columns, and their parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from relais.core.rights.inputs import Input
from relais.core.rights.law import PERSON
from relais.core.rights.laws import Node
from relais.core.rights.units import BOOL

Column = NDArray[Any]
# How a column of each kind of answer is computed with: a day fits in 32 bits, and divides faster so.
KINDS = {"yes-no": np.bool_, "date": np.int32, "choice": np.int32, "number": np.float64}


@dataclass(frozen=True)
class Population:
    """Households side by side. `household_of`: the number of each person's household, from 0, rising.

    Columns by the full name of the input: days as 20250201, choices as the place of the option, EUR and
    counts as numbers. `households` is how many there are, those without members included.
    """

    households: int
    household_of: NDArray[np.integer[Any]]
    of_persons: Mapping[str, Column] = field(default_factory=dict)
    of_households: Mapping[str, Column] = field(default_factory=dict)

    def column(self, node: Node) -> Column:
        """The answers to an input. Raises KeyError when they were not given."""
        assert isinstance(node.what, Input)
        columns = self.of_persons if node.entity == PERSON else self.of_households
        return columns[node.name].astype(KINDS[node.what.kind], copy=False)

    def length(self, node: Node) -> int:
        """How many values of `node` there are."""
        return len(self.household_of) if node.entity == PERSON else self.households

    def blocks(self, persons: int) -> list[tuple[slice, slice]]:
        """Households and persons of parts: whole households, at most about `persons`, and as many in each."""
        parts = max(1, -(-len(self.household_of) // persons))
        each = max(1, -(-self.households // parts))
        starts = list(range(0, max(self.households, 1), each))
        begins = np.searchsorted(self.household_of, starts).tolist()
        ends, begun = [*starts[1:], self.households], [*begins[1:], len(self.household_of)]
        return list(zip(map(slice, starts, ends), map(slice, begins, begun), strict=True))

    def part(self, households: slice, persons: slice) -> Population:
        """These households and persons alone, the households numbered from 0 again."""
        return Population(
            households.stop - households.start,
            np.subtract(self.household_of[persons], households.start, dtype=np.intp),
            {name: column[persons] for name, column in self.of_persons.items()},
            {name: column[households] for name, column in self.of_households.items()},
        )


def empty_column(node: Node, people: Population) -> Column:
    """Where results of `node` go: yes and no as such, all else as numbers."""
    return np.empty(people.length(node), np.bool_ if node.unit == BOOL else np.float64)
