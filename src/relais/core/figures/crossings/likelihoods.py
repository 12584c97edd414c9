"""What both models give for a supposed spread between strata: how likely it is, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Fit:
    """All that follows from one spread, on the scale of the linear predictor.

    `deviance` is -2 log of the restricted likelihood, but for a constant. `between` and `within` are
    variances, between strata and of persons within one. `effects` have a `covariance`. For each stratum,
    `fixed` is what the effects predict, `shift` what the stratum adds (its mean given the answers), and
    `slack` the part of the variance of that shift which the answers leave open: near 0 for many, 1 for none.
    """

    deviance: float
    between: float
    within: float
    effects: Array
    covariance: Array
    fixed: Array
    shift: Array
    slack: Array


class Likelihood(Protocol):
    """A model of strata. `reach` is the largest spread that is tried."""

    @property
    def reach(self) -> float: ...

    def fit(self, spread: float) -> Fit:
        """At a standard deviation between strata, in the model's own unit."""
        ...
