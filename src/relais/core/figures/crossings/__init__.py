"""Differences between people where several characteristics cross, from answers that a study brings along.

    with open_answers(file, "poor", ("sex", "family_type", "origin"), Kind.YES_NO) as answers:
    study(answers)          how far strata lie apart, how much of it the characteristics explain one by one,
                            and each stratum with its interval
    figures(study, …)       what may be published of it: rows of the observatory's own kind of file

Nouns: a *stratum* is everyone alike in two to four characteristics; its *answers* are kept as a count, a mean
and a spread, never as persons; the *null* model knows strata alone, the *additive* one each characteristic
too; what is left of a stratum beside the additive prediction is its *interaction*. The method is MAIHDA,
explained in `docs/explanation/intersections.md`, decided in ADR 30. It describes differences: a stratum is
never a cause.
"""
