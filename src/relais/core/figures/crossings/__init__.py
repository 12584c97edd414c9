"""Differences between people where several characteristics cross, from answers that a study brings along.

    read = read_answers(path, "poor", ("sex", "family_type", "origin"), Kind.YES_NO)
    found = study(read.answers)     how far strata lie apart, how much of it the characteristics explain one
                                    by one, and each stratum with its interval
    figures(found, about)           what may be published of it, as the observatory imports figures
    report(found, read, about)      and in words

Nouns: a *stratum* is everyone alike in two to four characteristics; its *answers* are kept as a count, a mean
and a spread, never as persons; the *null* model knows strata alone, the *additive* one each characteristic
too; what is left of a stratum beside the additive prediction is its *interaction*. The method is MAIHDA,
explained in `docs/explanation/intersections.md`, decided in ADR 24. It describes differences: a stratum is
never a cause.
"""

from relais.core.figures.crossings.groups import Answers, Codes, Group, Kind, NotToBeStudied
from relais.core.figures.crossings.publishing import NOTE, About, columns, figures
from relais.core.figures.crossings.reading import Read, read_answers
from relais.core.figures.crossings.reporting import report
from relais.core.figures.crossings.studies import Caution, Model, Stratum, Study, study

__all__ = [
    "NOTE", "About", "Answers", "Caution", "Codes", "Group", "Kind", "Model", "NotToBeStudied", "Read",
    "Stratum", "Study", "columns", "figures", "read_answers", "report", "study",
]  # fmt: skip
