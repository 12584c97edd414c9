"""Numbers: answer = effects + stratum + person, both normal. Exact, from the sums of each stratum.

Answers of one stratum share all that the model knows of them, so the likelihood of all persons is that of the
means and of the spread within strata. Effects are integrated out (restricted likelihood; Patterson and
Thompson, 1971); predictions are the best linear unbiased ones, their variances those of Henderson (1975).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from relais.core.figures.crossings.likelihoods import Array, Fit


@dataclass(frozen=True)
class Linear:
    """`counts` and `means` by stratum, `squares` within all of them, `design` (strata, effects).

    A spread is in standard deviations within strata.
    """

    counts: Array
    means: Array
    squares: float
    design: Array
    reach: float = 100.0

    def fit(self, spread: float) -> Fit:
        unit = spread**2 + 1 / self.counts  # the variance of a mean, were that within strata 1
        weighted = self.design.T / unit
        information = weighted @ self.design
        effects = np.linalg.solve(information, weighted @ self.means)
        fixed = self.design @ effects
        left = self.means - fixed
        free = self.counts.sum() - len(effects)
        within = (self.squares + (left**2 / unit).sum()) / free
        deviance = free * np.log(within) + np.log(unit).sum() + np.linalg.slogdet(information)[1]
        shrink = spread**2 / unit
        return Fit(
            float(deviance), float(within * spread**2), float(within), effects,
            within * np.linalg.inv(information), fixed, shrink * left, 1 - shrink,
        )  # fmt: skip
