"""The columns of a model: everyone alike, or each characteristic adding its own part."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linprog

from relais.core.figures.crossings.groups import Codes, NotToBeStudied
from relais.core.figures.crossings.likelihoods import Array


def null(strata: Sequence[Codes]) -> Array:
    """(strata, 1): an intercept."""
    return np.ones((len(strata), 1))


def additive(variables: Sequence[str], strata: Sequence[Codes]) -> Array:
    """(strata, effects): an intercept, and a column for each code but the first of its variable.

    Raises NotToBeStudied where there are too few strata, or where two characteristics cannot be told apart.
    """
    columns = [np.ones(len(strata))]
    for each in zip(*strata, strict=True):
        columns += [np.array([code == other for code in each], float) for other in sorted(set(each))[1:]]
    design = np.column_stack(columns)
    effects = design.shape[1]
    if len(strata) < effects + 2:
        raise NotToBeStudied(
            f"{len(strata)} strata are large enough, for {effects} effects of {', '.join(variables)}: "
            f"at least {effects + 2} are needed. Merge codes, or cross fewer characteristics"
        )
    if np.linalg.matrix_rank(design) < effects:
        raise NotToBeStudied(
            f"{', '.join(variables)}: in the strata that are large enough, one says what another says. "
            "Merge codes, or leave one out"
        )
    return design


def without_end(design: Array, shares: Sequence[float]) -> None:
    """Of yes or no: raises NotToBeStudied where an effect grows without end, because all say yes where it is,
    and all no where it is not (Albert and Anderson, 1984). `shares` said yes, by stratum.

    Such an effect is a direction in which every stratum of only yes goes up, every one of only no goes down,
    and no other moves: a linear programme finds one.
    """
    share = np.asarray(shares)
    way = np.select([share == 1, share == 0], [1.0, -1.0], 0.0)
    bound = np.where(way == 0, 0.0, 1.0)
    rows = np.where(way[:, None] == 0, design, way[:, None] * design)
    found = linprog(
        -rows[way != 0].sum(0), A_ub=np.vstack([rows, -rows]),
        b_ub=np.concatenate([bound, np.zeros(len(bound))]), bounds=(None, None),
    )  # fmt: skip
    if found.fun is not None and found.fun < -1e-6:
        raise NotToBeStudied(
            "in the strata of some codes all said yes, or all said no: merge these codes with others"
        )
