"""Made-up answers with known variances: strata and answers are drawn, so their names are letters."""

from __future__ import annotations

from itertools import product

import numpy as np

from relais.core.figures.crossings.groups import Answers, Codes, Kind

VARIABLES = ("a", "b", "c")


def make_answers(
    kind: Kind, *, persons: int = 8_000, shape: tuple[int, ...] = (3, 4, 6), effects: float = 0.5,
    interaction: float = 0.25, seed: int = 1,
) -> tuple[Answers, dict[Codes, float]]:  # fmt: skip
    """Answers, and what each stratum is drawn around: for yes or no, its log odds. A person’s own part has
    variance 1 for numbers."""
    dice = np.random.default_rng(seed)
    parts = [dice.normal(0, effects, size) for size in shape]
    strata = list(product(*(range(size) for size in shape)))
    truth = np.array([sum(part[n] for part, n in zip(parts, each, strict=True)) for each in strata])
    truth += dice.normal(0, interaction, len(strata))
    who = dice.integers(0, len(strata), persons)
    noise = dice.normal(0, 1, persons) if kind is Kind.NUMBER else dice.logistic(0, 1, persons)
    drawn = truth[who] + noise
    said = drawn if kind is Kind.NUMBER else (drawn > 0).astype(float)
    names = [tuple(f"c{n}" for n in each) for each in strata]
    rows = ((names[n], float(answer)) for n, answer in zip(who, said, strict=True))
    variables = VARIABLES[: len(shape)]
    return Answers.of(kind, variables, rows), dict(zip(names, truth.tolist(), strict=True))
