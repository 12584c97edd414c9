"""Columns of many households at once, in blocks of whole households that fit the cache."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import numpy as np

from relais.core.rights.bulk.plans import Plan, compute
from relais.core.rights.bulk.populations import Column, Population, empty_column
from relais.core.rights.bulk.selecting import select
from relais.core.rights.law import PERSON

BLOCK = 49_152  # persons: what stays in the cache of one core
_NUMPY = SimpleNamespace(**{**vars(np), "where": select})


def run(made: Plan, people: Population, *, block: int = BLOCK, workers: int = 1) -> dict[str, Column]:
    """A column for each thing asked, of persons or households: yes and no as such, all else as numbers.

    `workers` are threads: numpy computes without holding back the others.
    Raises WrongInput for an input without a column, or one of another length.
    """
    made.require_columns(people)
    nodes = {name: made.law.nodes[name] for name in made.asked}
    found = {name: empty_column(node, people) for name, node in nodes.items()}

    def fill(block: tuple[slice, slice]) -> None:
        households, persons = block
        for name, value in compute(made, people.part(households, persons), _NUMPY, _sums).items():
            found[name][persons if nodes[name].entity == PERSON else households] = value

    if workers == 1:
        deque(map(fill, people.blocks(block)), maxlen=0)
    else:
        with ThreadPoolExecutor(workers) as pool:
            deque(pool.map(fill, people.blocks(block)), maxlen=0)
    return found


def _sums(value: Any, people: Population) -> Column:
    each = np.broadcast_to(np.asarray(value), people.household_of.shape)
    if each.dtype == np.bool_:
        return np.bincount(people.household_of.take(np.flatnonzero(each)), minlength=people.households)
    sums = np.bincount(people.household_of, weights=each, minlength=people.households)
    return sums if each.dtype.kind == "f" else sums.astype(np.int64)
