"""The most likely spread between strata, and how far from it one is still likely: by its profile."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq, minimize_scalar

from relais.core.figures.crossings.likelihoods import Fit, Likelihood

_LIKELY = 3.841458820694124  # chi-square with one degree of freedom leaves 5 % above it


@dataclass(frozen=True, slots=True)
class Found:
    """The fit at the most likely spread. `low` and `high` are the ends of the 95 % interval of the share of
    variance between strata; `high` is 1 where no end was found within reach."""

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
        return Found(none, 0.0, _end(model, none.deviance, 1e-6, model.reach, 1.0))
    above = none.deviance - top.deviance > _LIKELY
    low = _end(model, top.deviance, 1e-6, spread, 0.0) if above else 0.0
    return Found(top, low, _end(model, top.deviance, spread, model.reach, 1.0))


def _height(model: Likelihood, logarithm: float) -> float:
    return model.fit(float(np.exp(logarithm))).deviance


def _end(model: Likelihood, lowest: float, start: float, stop: float, otherwise: float) -> float:
    """The share between strata where the profile, between two spreads, crosses what is still likely."""

    def above(spread: float) -> float:
        return model.fit(spread).deviance - lowest - _LIKELY

    if above(start) * above(stop) > 0:
        return otherwise
    fit = model.fit(float(brentq(above, start, stop, xtol=1e-6)))
    return fit.between / (fit.between + fit.within)
