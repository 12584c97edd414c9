"""What a study finds is what was put in; and nothing of it tells of strata that are too small."""

from __future__ import annotations

from itertools import product
from math import pi

import numpy as np
import pytest
from scipy.special import expit

from relais.core.figures.crossings.groups import Answers, Group, Kind, NotToBeStudied
from relais.core.figures.crossings.studies import Caution, study
from relais.core.figures.crossings.tests.make import make_answers

KINDS = pytest.mark.parametrize("kind", list(Kind))


@KINDS
def test_it_finds_the_shares_that_were_put_in(kind: Kind) -> None:
    """Beside the truth as drawn: the variance of these very strata, not of those they are drawn from."""
    answers, truth = make_answers(kind, persons=40_000)
    found = study(answers)
    drawn = float(np.var(list(truth.values()), ddof=1))
    within = 1.0 if kind is Kind.NUMBER else pi**2 / 3
    assert found.null.vpc == pytest.approx(drawn / (drawn + within), rel=0.12)
    assert found.null.low < drawn / (drawn + within) < found.null.high
    assert found.full.between == pytest.approx(0.25**2, rel=0.3)
    assert found.pcv == pytest.approx(1 - 0.25**2 / drawn, abs=0.05)
    assert found.cautions == ()


@KINDS
def test_the_intervals_hold_the_truth_as_often_as_they_say(kind: Kind) -> None:
    held = []
    for seed in range(5):
        answers, truth = make_answers(kind, persons=6_000, shape=(3, 4, 4), seed=seed)
        scale = expit if kind is Kind.YES_NO else float
        held += [each.low < scale(truth[each.codes]) < each.high for each in study(answers).strata]
    assert len(held) > 200
    assert 0.92 < np.mean(held) < 0.98


def test_with_few_strata_and_a_spread_of_zero_intervals_still_hold_the_truth() -> None:
    """With the most likely spread alone, about nine in ten would: at times it is zero."""
    held, at_zero = [], 0
    for seed in range(40):
        answers, truth = make_answers(Kind.NUMBER, persons=600, shape=(2, 2, 3), interaction=0.15, seed=seed)
        found = study(answers)
        at_zero += found.full.between == 0
        held += [each.low < truth[each.codes] < each.high for each in found.strata]
    assert at_zero > 5
    assert 0.93 < np.mean(held) < 0.98


@KINDS
def test_a_stratum_is_drawn_towards_what_its_characteristics_predict(kind: Kind) -> None:
    for each in study(make_answers(kind, persons=4_000)[0]).strata:
        assert min(each.additive, each.observed) - 1e-3 <= each.predicted
        assert each.predicted <= max(each.additive, each.observed) + 1e-3
        assert each.low < each.predicted < each.high
        assert each.interaction == pytest.approx(each.predicted - each.additive)
        assert each.interaction_low <= each.interaction <= each.interaction_high


def test_without_interactions_each_stratum_is_the_sum_of_its_characteristics() -> None:
    rows = [((a, b), x + y + z) for a, x in zip("pqr", (0, 1, 2), strict=True)
            for b, y in zip("stu", (0, 2, 5), strict=True) for z in (-1.0, 1.0) * 15]  # fmt: skip
    found = study(Answers.of(Kind.NUMBER, ("a", "b"), rows))
    assert found.full.between == 0 and found.pcv == 1
    assert Caution.ONLY_ADDITIVE in found.cautions and Caution.FEW_STRATA in found.cautions
    assert all(each.interaction == pytest.approx(0, abs=1e-6) for each in found.strata)


@KINDS
def test_nothing_tells_of_strata_that_are_too_small(kind: Kind) -> None:
    """Whatever the few answered, and however few they are, the study is the same to the last digit."""
    answers, _ = make_answers(kind)
    small = [("c0", "c1", "c5"), ("c2", "c3", "c0")]

    def told(count: int, mean: float) -> Answers:
        few = {codes: Group(count, mean, count * mean * (1 - mean)) for codes in small if count}
        return Answers(kind, answers.variables, {**without, **few})

    without = {codes: group for codes, group in answers.groups.items() if codes not in small}
    results = [study(told(*each)) for each in ((0, 0.0), (1, 1.0), (19, 0.0), (19, 1.0), (7, 3 / 7))]
    assert all(each == results[0] for each in results)
    assert set(results[0].hidden) == set(small)
    assert Caution.LEFT_OUT in results[0].cautions


def test_a_code_of_which_nobody_is_shown_is_not_named() -> None:
    answers, _ = make_answers(Kind.NUMBER)
    groups = {**answers.groups, ("rare", "c0", "c0"): Group(3, 1.0, 0.0)}
    assert "rare" not in str(study(Answers(answers.kind, answers.variables, groups)))


def test_the_unit_of_a_number_is_of_no_importance() -> None:
    answers, _ = make_answers(Kind.NUMBER)
    in_cents = {c: Group(g.count, 100 * g.mean + 7, 10_000 * g.squares) for c, g in answers.groups.items()}
    one, other = study(answers), study(Answers(Kind.NUMBER, answers.variables, in_cents))
    assert other.null.vpc == pytest.approx(one.null.vpc, rel=1e-5)
    assert other.pcv == pytest.approx(one.pcv, rel=1e-5)
    assert other.strata[0].predicted == pytest.approx(100 * one.strata[0].predicted + 7, rel=1e-5)


def test_yes_and_no_may_be_exchanged() -> None:
    answers, _ = make_answers(Kind.YES_NO)
    turned = {c: Group(g.count, 1 - g.mean, g.squares) for c, g in answers.groups.items()}
    one, other = study(answers), study(Answers(Kind.YES_NO, answers.variables, turned))
    assert other.null.vpc == pytest.approx(one.null.vpc, rel=1e-5)
    assert other.strata[3].predicted == pytest.approx(1 - one.strata[3].predicted, rel=1e-6)


def _answers(kind: Kind, *groups: tuple[str, int, float]) -> Answers:
    made = {tuple(codes): Group(count, mean, count * mean * (1 - mean)) for codes, count, mean in groups}
    return Answers(kind, tuple("abcd"[: len(groups[0][0])]), made)


def test_rare_answers_of_many_are_studied() -> None:
    groups = [(f"{a}{b}", 1_000, (1 + n % 3) / 1_000) for n, (a, b) in enumerate(product("xyz", "uvwst"))]
    found = study(_answers(Kind.YES_NO, *groups))
    assert all(0 < each.low < each.predicted < each.high < 0.01 for each in found.strata)


@pytest.mark.parametrize(
    ("answers", "minimum", "why"),
    [
        (_answers(Kind.NUMBER, ("x", 30, 0.5)), 20, "cross two, three or four"),
        (_answers(Kind.NUMBER, ("xy", 30, 0.5)), 19, "never published"),
        (_answers(Kind.NUMBER, ("xy", 19, 0.5)), 20, "no stratum has 20"),
        (_answers(Kind.YES_NO, ("xy", 30, 1), ("zy", 30, 1)), 20, "nothing to explain"),
        (_answers(Kind.NUMBER, ("xy", 30, 1), ("zy", 30, 0)), 20, "nothing to explain"),
        (
            _answers(Kind.YES_NO, *((f"{a}{b}", 30, share) for (a, b), share in zip(
                product("xy", "uvwz"), (0, 0, 0.5, 0.4, 0.5, 0.5, 1, 1), strict=True))), 20,
            "all said yes, or all said no",
        ),
        (_answers(Kind.NUMBER, ("xy", 30, 0.1), ("zy", 30, 0.2), ("xw", 30, 0.3)), 20, "at least 5"),
        (_answers(Kind.NUMBER, *((c, 30, n / 9) for n, c in enumerate(("xx", "yy", "zz")))), 20, "at least"),
        (
            _answers(Kind.NUMBER, *((f"{a}{b}{a}", 30, 0.5) for a in "xyz" for b in "uvwst")), 20,
            "says what another says",
        ),
        (
            _answers(Kind.YES_NO, *((f"{a}{b}", 30, 0.5 * (a != "x")) for a in "xyz" for b in "uvwst")), 20,
            "all said yes, or all said no",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_studied_is_refused_with_the_reason(answers: Answers, minimum: int, why: str) -> None:
    with pytest.raises(NotToBeStudied, match=why):
        study(answers, minimum)
