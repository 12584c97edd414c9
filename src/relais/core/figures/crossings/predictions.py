"""What is predicted of each stratum, over all likely spreads: by one alone, intervals are too narrow.

Where the most likely spread is zero, that one would say that each stratum is just what its characteristics
predict, however few strata there are to know it from.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from relais.core.figures.crossings.likelihoods import Array, Fit, Likelihood
from relais.core.figures.crossings.spreads import Found, all_likely


@dataclass(frozen=True, slots=True)
class Predictions:
    """By stratum, on the scale of the linear predictor: `fixed` by the effects, `shift` beside them; standard
    errors of their sum (`whole`) and of the shift (`part`)."""

    fixed: Array
    shift: Array
    whole: Array
    part: Array


def predictions(model: Likelihood, found: Found, design: Array) -> Predictions:
    """Means over all likely spreads; variances within and between them."""
    weighted = all_likely(model, found)
    weights = np.array([weight for weight, _ in weighted])
    fixed = np.array([fit.fixed for _, fit in weighted])
    shift = np.array([fit.shift for _, fit in weighted])
    variances = np.array([_variances(fit, design) for _, fit in weighted])
    spread = np.stack([_around(fixed + shift, weights), _around(shift, weights)])
    whole, part = np.sqrt(np.tensordot(weights, variances, 1) + spread)
    return Predictions(weights @ fixed, weights @ shift, whole, part)


def _variances(fit: Fit, design: Array) -> Array:
    """(2, strata): of the whole and of the part. Effects that are not well known count in the whole as far
    as answers do not fix the stratum (`slack`), and in the part as far as they do."""
    effects = np.einsum("se,ef,sf->s", design, fit.covariance, design)
    open_still = fit.between * fit.slack
    return np.stack([open_still + fit.slack**2 * effects, open_still + (1 - fit.slack) ** 2 * effects])


def _around(values: Array, weights: Array) -> Array:
    return np.asarray(weights @ (values - weights @ values) ** 2)
