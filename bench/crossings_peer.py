"""The same two models by statsmodels: MixedLM for numbers, variational Bayes for yes or no."""

from __future__ import annotations

import json
import sys
import time
import warnings

import numpy as np
import pandas as pd
import statsmodels.formula.api as models
from statsmodels.genmod.bayes_mixed_glm import BinomialBayesMixedGLM

FORMULAS = ("y ~ 1", "y ~ C(a) + C(b) + C(c)")


def linear(table: pd.DataFrame, formula: str) -> float:
    return float(models.mixedlm(formula, table, groups="stratum").fit().cov_re.iloc[0, 0])


def logistic(table: pd.DataFrame, formula: str) -> float:
    model = BinomialBayesMixedGLM.from_formula(formula, {"stratum": "0 + C(stratum)"}, table)
    return float(np.exp(2 * model.fit_vb().vcp_mean[0]))


def main(path: str, kind: str) -> None:
    warnings.simplefilter("ignore")
    started = time.perf_counter()
    table = pd.read_csv(path)
    table["stratum"] = table.a + table.b + table.c
    ready = time.perf_counter()
    found = [(logistic if kind == "yes-no" else linear)(table, formula) for formula in FORMULAS]
    row = {
        "what": f"{kind}: statsmodels", "between": f"{found[0]:.4f}", "and with effects": f"{found[1]:.4f}",
        "read s": f"{ready - started:.2f}", "fit s": f"{time.perf_counter() - ready:.2f}",
    }  # fmt: skip
    print(json.dumps(row))


main(*sys.argv[1:])
