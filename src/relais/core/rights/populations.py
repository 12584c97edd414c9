"""Many households side by side, as columns, and their parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

    def blocks(self, persons: int) -> Iterator[tuple[Population, slice, slice]]:
        """Parts of whole households, of about `persons` each and one household at least; and where the
        households and the persons of each stand in the whole."""
        each = max(1, self.households * persons // max(len(self.household_of), 1))
        starts = np.arange(0, max(self.households, 1), each)
        ends = np.append(starts[1:], self.households)
        begins = np.append(np.searchsorted(self.household_of, starts), len(self.household_of))
        for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
            households, members = slice(first, last), slice(begins[n], begins[n + 1])
            yield self._part(households, members), households, members

    def _part(self, households: slice, members: slice) -> Population:
        return Population(
            households.stop - households.start,
            np.subtract(self.household_of[members], households.start, dtype=np.intp),
            {name: column[members] for name, column in self.of_persons.items()},
            {name: column[households] for name, column in self.of_households.items()},
        )


def empty_column(node: Node, people: Population) -> Column:
    """Where results of `node` go: yes and no as such, all else as numbers."""
    return np.empty(people.length(node), np.bool_ if node.unit == BOOL else np.float64)
