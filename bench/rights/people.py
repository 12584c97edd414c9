"""The households of the benchmark: the same for every engine, from a fixed seed, sorted by household.

Euros are multiples of 0.25, which 32 bits hold exactly: so no engine crosses a threshold by rounding, and
what it computes differs by its arithmetic alone.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SEED = 2020
SIZES = (1, 2, 3, 4, 5, 6)
SHARES = (0.405, 0.26, 0.135, 0.12, 0.05, 0.03)  # of households, by size: 2.24 persons each


@dataclass(frozen=True)
class People:
    """Columns of persons (`household_of` to `resources`) and of households (`rent`, `rents_socially`)."""

    household_of: NDArray[np.int64]  # from 0, rising
    birth_date: NDArray[np.int32]  # 20100131
    is_child: NDArray[np.bool_]
    is_student: NDArray[np.bool_]
    income: NDArray[np.float64]  # EUR/year
    resources: NDArray[np.float64]  # EUR/month
    rent: NDArray[np.float64]  # EUR/month
    rents_socially: NDArray[np.bool_]

    def save(self, folder: Path) -> None:
        for each in fields(self):
            np.save(folder / f"{each.name}.npy", getattr(self, each.name))


def load(folder: Path) -> People:
    return People(*(np.load(folder / f"{each.name}.npy") for each in fields(People)))


def draw(persons: int) -> People:
    """So many persons: adults first in each household, then children, some of them yet to be born."""
    some = np.random.default_rng(SEED)
    sizes = some.choice(SIZES, persons, p=SHARES)
    sizes = sizes[: np.searchsorted(np.cumsum(sizes), persons) + 1]
    household_of = np.repeat(np.arange(len(sizes)), sizes)[:persons]
    place = np.arange(persons) - np.searchsorted(household_of, household_of)
    is_couple = some.random(len(sizes))[household_of] < 0.6
    is_child = (place > 1) | ((place == 1) & ~is_couple)
    year = np.where(is_child, some.integers(1998, 2026, persons), some.integers(1950, 2000, persons))
    birth = year * 10000 + some.integers(1, 13, persons) * 100 + some.integers(1, 29, persons)
    earns = ~is_child & (some.random(persons) < 0.7)
    income = np.where(earns, np.round(some.gamma(3, 11_000, persons) * 4) / 4, 0)
    resources = np.round(income / 12 * 0.8 * 4) / 4
    rent = np.round(some.uniform(300, 1_500, len(sizes)) * 4) / 4 * (some.random(len(sizes)) < 0.6)
    return People(
        household_of, birth.astype(np.int32), is_child, some.random(persons) < 0.5, income, resources, rent,
        some.random(len(sizes)) < 0.1,
    )  # fmt: skip
