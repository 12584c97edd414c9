"""The rules of a plan as one compiled program, on a processor or a GPU. Needs JAX, an optional extra."""

from __future__ import annotations

from typing import Any
from functools import partial
import numpy as np
from relais.core.rights.plans import Plan, compute
from relais.core.rights.populations import Column, Population
from relais.core.rights.law import PERSON

def compiled(made: Plan):
    import jax
    from jax import numpy as jnp

    def sums(value, people):
        each = jnp.broadcast_to(jnp.asarray(value), people.household_of.shape)
        if each.dtype == bool: each = each.astype(jnp.int32)
        return jax.ops.segment_sum(each, people.household_of, people.households, indices_are_sorted=True)

    @partial(jax.jit, static_argnums=0)
    def program(households, household_of, of_persons, of_households):
        people = Population(households, household_of, of_persons, of_households)
        found = compute(made, people, jnp, sums)
        return {n: jnp.broadcast_to(jnp.asarray(v), (people.length(made.law.nodes[n]),)) for n, v in found.items()}

    def run(people):
        with jax.enable_x64(True):
            p={n.name for n in made.inputs}
            r = program(people.households, people.household_of, dict(people.of_persons), dict(people.of_households))
            return {n: np.asarray(v) for n, v in r.items()}
    return run
