"""Yes or no: log odds = effects + stratum, the stratum normal; persons of one stratum are a binomial count.

The stratum is integrated out by adaptive Gauss-Hermite quadrature (Pinheiro and Bates, 1995), effects by
Laplace's formula, which makes it restricted as in the linear model, where that is exact. The variance of a
person is π²/3, that of the logistic distribution (Goldstein, Browne and Rasbash, 2002).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, pi

import numpy as np
from scipy.special import expit, logsumexp

from relais.core.figures.crossings.likelihoods import Array, Fit

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(25)
_LOG_WEIGHTS = np.log(_WEIGHTS) + _NODES**2 / 2 - log(2 * pi) / 2


@dataclass(frozen=True, slots=True)
class _Integrated:
    """Of each stratum, over its shift: log likelihood, its first and its negative second derivative in the
    log odds; mean and variance of the shift in standard deviations."""

    log: Array
    slope: Array
    curve: Array
    mean: Array
    variance: Array


@dataclass(frozen=True)
class Logistic:
    """`counts` and how many said `yes` by stratum, `design` (strata, effects). A spread is in log odds."""

    counts: Array
    yes: Array
    design: Array
    reach: float = 8.0

    def fit(self, spread: float) -> Fit:
        effects, there = self._effects(spread)
        information = self.design.T * there.curve @ self.design
        deviance = -2 * there.log.sum() + np.linalg.slogdet(information)[1]
        return Fit(
            float(deviance), spread**2, pi**2 / 3, effects, np.linalg.inv(information), self.design @ effects,
            spread * there.mean, there.variance,
        )  # fmt: skip

    def _effects(self, spread: float) -> tuple[Array, _Integrated]:
        """The most likely ones, by Newton's method, halved while it goes too far: there is one top."""
        share = self.yes.sum() / self.counts.sum()
        effects = np.zeros(self.design.shape[1])
        effects[0] = log(share / (1 - share))
        there = self._integrated(self.design @ effects, spread)
        for _ in range(50):
            slope = self.design.T @ there.slope
            step = np.linalg.solve(self.design.T * there.curve @ self.design, slope)
            if slope @ step < 1e-10:
                break
            before = there.log.sum()
            while True:
                there = self._integrated(self.design @ (effects + step), spread)
                if there.log.sum() >= before - 1e-9:
                    break
                step = step / 2
            effects = effects + step
        return effects, there

    def _integrated(self, odds: Array, spread: float) -> _Integrated:
        top = self._tops(odds, spread)
        share = expit(odds + spread * top)
        scale = 1 / np.sqrt(1 + spread**2 * self.counts * share * (1 - share))
        z = top[:, None] + scale[:, None] * _NODES
        at = odds[:, None] + spread * z
        said = self.yes[:, None] * at - self.counts[:, None] * np.logaddexp(0, at) - z**2 / 2
        terms = said + _LOG_WEIGHTS + np.log(scale)[:, None]
        total = logsumexp(terms, axis=1)
        weight = np.exp(terms - total[:, None])
        share = expit(at)
        slopes = self.yes[:, None] - self.counts[:, None] * share
        curves = self.counts[:, None] * share * (1 - share)
        slope, mean = (weight * slopes).sum(1), (weight * z).sum(1)
        curve = (weight * curves).sum(1) - (weight * (slopes - slope[:, None]) ** 2).sum(1)
        return _Integrated(total, slope, curve, mean, (weight * (z - mean[:, None]) ** 2).sum(1))

    def _tops(self, odds: Array, spread: float) -> Array:
        """Where each stratum's shift is most likely: Newton's method, kept between bounds that close in."""
        low, high = spread * (self.yes - self.counts), spread * self.yes
        top = np.zeros_like(odds)
        for _ in range(200):
            share = expit(odds + spread * top)
            slope = top - spread * (self.yes - self.counts * share)
            low, high = np.where(slope < 0, top, low), np.where(slope > 0, top, high)
            new = top - slope / (1 + spread**2 * self.counts * share * (1 - share))
            new = np.where((new < low) | (new > high), (low + high) / 2, new)
            if np.abs(new - top).max() < 1e-10:
                break
            top = new
        return top
