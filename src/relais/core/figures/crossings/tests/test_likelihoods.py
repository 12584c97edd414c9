"""The likelihoods against the same written out another way: person by person, or by plain integration."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.optimize import minimize
from scipy.special import expit

from relais.core.figures.crossings.designs import null
from relais.core.figures.crossings.linear import Linear
from relais.core.figures.crossings.logistic import Logistic
from relais.core.figures.crossings.spreads import most_likely


def linear(rows: list[list[float]], design: np.ndarray) -> Linear:
    means = np.array([np.mean(row) for row in rows])
    squares = sum(float(np.sum((np.array(row) - np.mean(row)) ** 2)) for row in rows)
    return Linear(np.array([len(row) for row in rows], float), means, squares, design)


def test_balanced_groups_give_the_variances_of_the_textbook() -> None:
    rows = np.random.default_rng(3).normal(0, 1, (12, 25)) + np.arange(12)[:, None] / 4
    between = 25 * rows.mean(1).var(ddof=1)
    within = float(rows.var(1, ddof=1).mean())
    fit = most_likely(linear(rows.tolist(), np.ones((12, 1)))).fit
    assert fit.within == pytest.approx(within, rel=1e-6)
    assert fit.between == pytest.approx((between - within) / 25, rel=1e-5)
    assert fit.effects[0] == pytest.approx(rows.mean())


def test_strata_nearer_than_chance_have_no_spread() -> None:
    rows = [[0.0, 1.0, 2.0, 3.0], [3.0, 2.0, 1.0, 0.0], [1.0, 3.0, 0.0, 2.0]]
    found = most_likely(linear(rows, np.ones((3, 1))))
    assert (found.fit.between, found.low) == (0.0, 0.0)
    assert not found.fit.shift.any() and found.high > 0


def test_unequal_groups_with_effects_give_what_all_persons_give_together() -> None:
    """REML with the covariance of all persons written out, maximised over both variances at once."""
    dice = np.random.default_rng(5)
    sizes, design = [3, 9, 4, 12, 6, 8], np.column_stack([np.ones(6), [0, 0, 0, 1, 1, 1]])
    rows = [dice.normal(0.8 * dice.normal(), 1, size).tolist() for size in sizes]
    y, x = np.concatenate(rows), np.repeat(design, sizes, axis=0)
    same = np.equal.outer(*[np.repeat(range(6), sizes)] * 2).astype(float)

    def deviance(logs: np.ndarray) -> float:
        inverse = np.linalg.inv(np.exp(logs[0]) * same + np.exp(logs[1]) * np.eye(len(y)))
        information = x.T @ inverse @ x
        left = y - x @ np.linalg.solve(information, x.T @ inverse @ y)
        signs = np.linalg.slogdet(information)[1] - np.linalg.slogdet(inverse)[1]
        return float(signs + left @ inverse @ left)

    best = np.exp(minimize(deviance, np.zeros(2), method="Nelder-Mead", options={"xatol": 1e-8}).x)
    fit = most_likely(linear(rows, design)).fit
    assert [fit.between, fit.within] == pytest.approx(best, rel=1e-3)


@pytest.mark.parametrize("spread", [0.05, 0.7, 2.0])
def test_the_quadrature_is_the_integral(spread: float) -> None:
    counts, yes = np.array([30.0, 4000, 25, 200]), np.array([0.0, 1700, 25, 20])
    model = Logistic(counts, yes, null([("a",)] * 4))
    there = model._integrated(np.full(4, -0.3), spread)
    for n, k, log in zip(counts, yes, there.log, strict=True):
        tops = model._tops(np.full(4, -0.3), spread)[list(counts).index(n)]

        def height(z: float, n: float = n, k: float = k, log: float = log) -> float:
            at = -0.3 + spread * z
            return float(np.exp(k * at - n * np.logaddexp(0, at) - z**2 / 2 - log) / np.sqrt(2 * np.pi))

        assert quad(height, tops - 12, tops + 12, points=[tops], limit=400)[0] == pytest.approx(1, rel=1e-6)


@pytest.mark.parametrize("spread", [0.0, 0.4])
def test_effects_are_where_the_likelihood_is_flat(spread: float) -> None:
    design = np.column_stack([np.ones(4), [0, 0, 1, 1], [0, 1, 0, 1]])
    model = Logistic(np.array([40.0, 60, 50, 30]), np.array([10.0, 20, 30, 12]), design)
    fit = model.fit(spread)
    there = model._integrated(fit.fixed, spread)
    assert design.T @ there.slope == pytest.approx(0, abs=1e-5)
    step = 1e-4
    ahead, behind = (model._integrated(fit.fixed + by, spread) for by in (step, -step))
    assert there.slope == pytest.approx((ahead.log - behind.log) / (2 * step), abs=1e-4)
    assert there.curve == pytest.approx((behind.slope - ahead.slope) / (2 * step), rel=1e-4)


def test_without_spread_it_is_plain_logistic_regression() -> None:
    model = Logistic(np.array([40.0, 60]), np.array([10.0, 30]), np.ones((2, 1)))
    fit = model.fit(0.0)
    assert expit(fit.effects[0]) == pytest.approx(0.4)
    assert fit.covariance[0, 0] == pytest.approx(1 / (100 * 0.4 * 0.6))
    assert (fit.shift == 0).all() and fit.slack == pytest.approx(1)
