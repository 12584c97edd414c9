"""The most likely spread between strata, how far from it one is still likely, and all the likely ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq, minimize_scalar

from relais.core.figures.crossings.likelihoods import Fit, Likelihood

_LIKELY = 3.841458820694124  # chi-square with one degree of freedom leaves 5 % above it
_NEGLIGIBLE = 18.0  # e to the minus nine times as likely as the top
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(21)


@dataclass(frozen=True, slots=True)
class Found:
    """The fit at the most likely spread. `low` and `high` are the ends of the 95 % interval of the share of
    variance between strata, by the profile; `high` is 1 where no end was found within reach."""

    spread: float
    fit: Fit
    low: float
    high: float


def most_likely(model: Likelihood) -> Found:
    """The top of the profile, zero included: a coarse search first, so that it is not a small hill."""
    steps = np.log(np.geomspace(1e-3, model.reach, 16))
    best = int(np.argmin([_height(model, step) for step in steps]))
    around = steps[max(best - 1, 0)], steps[min(best + 1, len(steps) - 1)]
    near = minimize_scalar(
        lambda at: _height(model, at), bounds=around, method="bounded", options={"xatol": 1e-7}
    )
    spread = float(np.exp(near.x))
    none, top = model.fit(0.0), model.fit(spread)
    if none.deviance <= top.deviance:
        spread, top = 0.0, none
    low, high = _ends(model, spread, top.deviance + _LIKELY)
    return Found(spread, top, _share(model, low), 1.0 if high is None else _share(model, high))


def all_likely(model: Likelihood, found: Found) -> list[tuple[float, Fit]]:
    """Fits with their weights, which add up to 1: every spread counts by how likely it is.

    Before the answers all are taken to be equally likely (Gelman, 2006), by Gauss-Legendre quadrature.
    """
    low, high = _ends(model, found.spread, found.fit.deviance + _NEGLIGIBLE)
    half = ((model.reach if high is None else high) - low) / 2
    fits = [model.fit(low + half * (1 + node)) for node in _NODES]
    weights = _WEIGHTS * np.exp([(found.fit.deviance - fit.deviance) / 2 for fit in fits])
    return list(zip((weights / weights.sum()).tolist(), fits, strict=True))


def _height(model: Likelihood, logarithm: float) -> float:
    return model.fit(float(np.exp(logarithm))).deviance


def _share(model: Likelihood, spread: float) -> float:
    fit = model.fit(spread)
    return fit.between / (fit.between + fit.within)


def _ends(model: Likelihood, spread: float, deviance: float) -> tuple[float, float | None]:
    """The spreads on either side at which the profile is as high as this; 0, or None, where it is nowhere."""

    def above(spread: float) -> float:
        return model.fit(spread).deviance - deviance

    low = 0.0 if above(0.0) <= 0 else float(brentq(above, 0.0, spread, xtol=1e-6))
    return low, None if above(model.reach) <= 0 else float(brentq(above, spread, model.reach, xtol=1e-6))
