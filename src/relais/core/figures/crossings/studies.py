"""MAIHDA: how far strata lie apart, how much of it characteristics explain one by one, and each stratum.

After Merlo (2018) and Evans, Williams, Onnela and Subramanian (2018). Small strata are left out before
anything is computed, so that nothing here can tell of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

import numpy as np
from scipy.special import expit

from relais.core.figures.crossings.designs import additive, null, without_end
from relais.core.figures.crossings.groups import Answers, Codes, Group, Kind, NotToBeStudied
from relais.core.figures.crossings.likelihoods import Array, Likelihood
from relais.core.figures.crossings.linear import Linear
from relais.core.figures.crossings.logistic import Logistic
from relais.core.figures.crossings.predictions import Predictions, predictions
from relais.core.figures.crossings.spreads import Found, most_likely
from relais.core.figures.disclosure import SURVEY

FEW_STRATA = 20
_WIDE = 1.959963984540054  # standard errors on either side hold 95 %


class Caution(StrEnum):
    """What a reader of a study must know before believing it."""

    FEW_STRATA = "few strata"
    LEFT_OUT = "strata left out"
    NO_SPREAD = "no spread"
    ONLY_ADDITIVE = "only additive"
    UNBOUNDED = "unbounded"


@dataclass(frozen=True, slots=True)
class Model:
    """Variances between strata and of persons within them. `low` and `high` are of the share between."""

    between: float
    within: float
    low: float
    high: float

    @property
    def vpc(self) -> float:
        """The variance partition coefficient: the share of all variance that lies between strata."""
        return self.between / (self.between + self.within)


@dataclass(frozen=True, slots=True)
class Stratum:
    """One stratum. All but `codes` and `count` are means of answers; for yes or no, shares of 1.

    `predicted` is drawn towards what the characteristics predict one by one (`additive`), more so the fewer
    answers; `interaction` is the difference between the two. `low` and `high` are ends of 95 % intervals.
    """

    codes: Codes
    count: int
    observed: float
    predicted: float
    low: float
    high: float
    additive: float
    interaction: float
    interaction_low: float
    interaction_high: float


@dataclass(frozen=True)
class Study:
    """`null` knows strata alone, `full` each characteristic too. `hidden` are combinations of the same codes
    with fewer answers than `minimum`, none included: they are in no model."""

    kind: Kind
    variables: tuple[str, ...]
    minimum: int
    null: Model
    full: Model
    strata: tuple[Stratum, ...]
    hidden: tuple[Codes, ...]
    cautions: tuple[Caution, ...]

    @property
    def pcv(self) -> float | None:
        """The proportional change in variance: the share of the spread between strata that characteristics
        explain one by one. None where there is no spread; below 0 where they explain nothing."""
        return None if self.null.between == 0 else 1 - self.full.between / self.null.between


def study(answers: Answers, minimum: int = SURVEY.threshold) -> Study:
    """Both models, fitted to the strata with at least `minimum` answers.

    Raises NotToBeStudied for other than two to four variables, a minimum below that of surveys, too few
    strata, and answers that are all alike, in each stratum or wherever a characteristic is.
    """
    groups = _large(answers, minimum)
    strata = sorted(groups)
    likelihood = _likelihood(answers, [groups[codes] for codes in strata])
    design = additive(answers.variables, strata)
    if answers.kind is Kind.YES_NO:
        without_end(design, [groups[codes].mean for codes in strata])
    alone, full = most_likely(likelihood(null(strata))), most_likely(likelihood(design))
    codes_shown = (sorted(set(each)) for each in zip(*strata, strict=True))
    hidden = tuple(codes for codes in product(*codes_shown) if codes not in groups)
    return Study(
        answers.kind, answers.variables, minimum, _model(alone), _model(full),
        tuple(_strata(answers, groups, predictions(likelihood(design), full, design))), hidden,
        tuple(_cautions(alone, full, len(strata), bool(hidden))),
    )  # fmt: skip


def _large(answers: Answers, minimum: int) -> dict[Codes, Group]:
    if not 2 <= len(answers.variables) <= 4:
        raise NotToBeStudied(f"{len(answers.variables)} characteristics: cross two, three or four")
    if minimum < SURVEY.threshold:
        raise NotToBeStudied(f"a stratum of fewer than {SURVEY.threshold} answers is never published")
    groups = {codes: group for codes, group in answers.groups.items() if group.count >= minimum}
    if not groups:
        raise NotToBeStudied(f"no stratum has {minimum} answers: merge codes, or cross fewer characteristics")
    if not any(group.squares for group in groups.values()):
        raise NotToBeStudied("in each stratum all answers are alike: there is nothing to explain")
    return groups


def _likelihood(answers: Answers, groups: Sequence[Group]) -> Callable[[Array], Likelihood]:
    counts = np.array([group.count for group in groups], float)
    means = np.array([group.mean for group in groups])
    if answers.kind is Kind.YES_NO:
        return lambda design: Logistic(counts, np.rint(counts * means), design)
    return lambda design: Linear(counts, means, sum(group.squares for group in groups), design)


def _model(found: Found) -> Model:
    return Model(found.fit.between, found.fit.within, found.low, found.high)


def _cautions(alone: Found, full: Found, strata: int, are_hidden: bool) -> Iterator[Caution]:
    if strata < FEW_STRATA:
        yield Caution.FEW_STRATA
    if are_hidden:
        yield Caution.LEFT_OUT
    if alone.fit.between == 0:
        yield Caution.NO_SPREAD
    if full.fit.between == 0:
        yield Caution.ONLY_ADDITIVE
    if 1.0 in (alone.high, full.high):
        yield Caution.UNBOUNDED


def _strata(answers: Answers, groups: dict[Codes, Group], found: Predictions) -> Iterator[Stratum]:
    predicted = found.fixed + found.shift
    whole, part = _WIDE * found.whole, _WIDE * found.part
    ends = np.array([
        found.fixed, predicted, predicted - whole, predicted + whole, predicted - part, predicted + part,
    ])  # fmt: skip
    means = (expit(ends) if answers.kind is Kind.YES_NO else ends).T.tolist()
    for codes, (alone, mean, low, high, from_, to) in zip(sorted(groups), means, strict=True):
        yield Stratum(
            codes, groups[codes].count, groups[codes].mean, mean, low, high, alone,
            mean - alone, from_ - alone, to - alone,
        )  # fmt: skip
