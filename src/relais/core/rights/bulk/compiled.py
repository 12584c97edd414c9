"""The steps of a plan as one compiled program, for a processor or a GPU. Needs JAX, an optional extra."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial, reduce
from types import SimpleNamespace
from typing import Any

import numpy as np

from relais.core.rights.bulk.extras import needed
from relais.core.rights.bulk.plans import Plan, compute
from relais.core.rights.bulk.populations import KINDS, Column, Population, empty_column
from relais.core.rights.law import PERSON

BLOCK = 262_144  # persons: fewer cost more in calls, more do not fit the cache
FEW = 16  # numbers of a table: comparing with each place is faster than fetching
IN_BOUNDS = "promise_in_bounds"
NOTHING = -0.0  # what leaves every number as it is, also 0 and -0
# Else the compiler divides by multiplying with the reciprocal and adds constants up beforehand: then the last
# bit differs from the other evaluations, and with it who is below a ceiling.
EXACT = {"xla_disable_hlo_passes": "algsimp"}


@dataclass(frozen=True)
class Program:
    """A plan, compiled for each size of block at its first use."""

    made: Plan
    call: Callable[[int, float, Any, Mapping[str, Any], Mapping[str, Any]], Mapping[str, Any]]

    def run(self, people: Population, *, block: int = BLOCK) -> dict[str, Column]:
        """What `batch.run` gives, to the last bit; on a GPU the last bit may differ. Raises WrongInput."""
        (jax,) = needed("compiled", "jax")
        self.made.require_columns(people)
        nodes = {name: self.made.law.nodes[name] for name in self.made.asked}
        found = {name: empty_column(node, people) for name, node in nodes.items()}
        blocks = people.blocks(block)
        most = [max(part.stop - part.start for part in parts) for parts in zip(*blocks, strict=True)]
        room = self._room(_rounded(most[0] + 1), _rounded(most[1]))
        with jax.enable_x64(True):
            for households, persons in blocks:
                self._fill(room, people.part(households, persons))
                for name, value in self.call(
                    room.households, NOTHING, room.household_of, room.of_persons, room.of_households
                ).items():
                    place = persons if nodes[name].entity == PERSON else households
                    found[name][place] = np.asarray(value)[: place.stop - place.start]
        return found

    def _room(self, households: int, persons: int) -> Population:
        """Columns of one size for every block: all share one program, and no memory is asked for twice."""
        room = Population(households, np.zeros(persons, np.int32), {}, {})
        of_persons, of_households = dict[str, Column](), dict[str, Column]()
        for node in self.made.inputs:
            columns = of_persons if node.entity == PERSON else of_households
            columns[node.name] = np.zeros(room.length(node), KINDS[node.what.kind])  # type: ignore[union-attr]
        return replace(room, of_persons=of_persons, of_households=of_households)

    def _fill(self, room: Population, part: Population) -> None:
        """What is left of the block before, or of none, belongs to the last household, which nobody reads."""
        room.household_of[: len(part.household_of)] = part.household_of
        room.household_of[len(part.household_of) :] = room.households - 1
        for node in self.made.inputs:
            room.column(node)[: part.length(node)] = part.column(node)


def compiled(made: Plan) -> Program:
    """Compiles nothing yet. Raises NotInstalled where JAX is absent."""
    jax, jnp = needed("compiled", "jax", "jax.numpy")

    def multiplied(nothing: Any, one: Any, other: Any) -> Any:
        """Plus nothing that the compiler cannot know to be nothing: else it makes one step of a product and
        the sum that it goes into, rounded once, and the last bit differs."""
        product = jnp.multiply(one, other)
        return product + nothing if jnp.issubdtype(product.dtype, jnp.floating) else product

    def sums(value: Any, people: Population) -> Any:
        each = jnp.broadcast_to(jnp.asarray(value), people.household_of.shape)
        each = each.astype(jnp.int32) if each.dtype == bool else each
        return jax.ops.segment_sum(
            each, people.household_of, people.households, indices_are_sorted=True, mode=IN_BOUNDS
        )

    def taken(values: Any, places: Any, mode: str) -> Any:
        if len(values) > FEW:
            return jnp.asarray(values).at[places].get(mode=IN_BOUNDS)
        return reduce(
            lambda found, n: jnp.where(places == n, values[n], found), range(1, len(values)), values[0]
        )

    options = EXACT if jax.default_backend() == "cpu" else None

    @partial(jax.jit, static_argnums=0, compiler_options=options)
    def call(
        households: int, nothing: Any, household_of: Any, of_persons: Any, of_households: Any
    ) -> dict[str, Any]:
        xp = SimpleNamespace(**{**vars(jnp), "multiply": partial(multiplied, nothing), "take": taken})
        people = Population(households, household_of, of_persons, of_households)
        found = compute(made, people, xp, sums)
        return {
            name: jnp.broadcast_to(jnp.asarray(value), (people.length(made.law.nodes[name]),))
            for name, value in found.items()
        }

    return Program(made, call)


def _rounded(length: int) -> int:
    """Up to a thirty-second more: blocks of about one size have one."""
    step = max(32, 1 << max(length.bit_length() - 6, 0))
    return -(-length // step) * step
