"""A report as a page reads it: each question with its answer and figures, beside those of last time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.coordination.vocabulary import Cause, Decision, Phase
from relais.apps.reporting.models import Report
from relais.apps.reporting.prefilling import is_word_for_word
from relais.apps.reporting.vocabulary import Answer, Question


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or a choice beside the words. `value` is in words already; None: not known."""

    label: str | Promise
    value: str | Promise | None


@dataclass(frozen=True, slots=True)
class Answered:
    """One question of one report. `last` is the same question in an earlier report, where there is one."""

    question: Question
    answer: Answer | None
    words: str
    language: str
    facts: list[Fact]
    last: Answered | None = None
    is_unchanged: bool = False

    @property
    def is_told(self) -> bool:
        return self.answer == Answer.TOLD


def answered(report: Report, earlier: Report | None = None) -> list[Answered]:
    """The five questions in their order, each beside that of `earlier`."""
    return [_answered(report, question, earlier) for question in Question]


def proposals(report: Report) -> list[Fact]:
    """What the report says of how the action stands; what it leaves open is not among them."""
    said = [
        (_("Decision"), Decision(report.decision).label if report.decision else None),
        (_("Phase"), Phase(report.phase).label if report.phase else None),
        (_("Work done"), _of_hundred(report)),
        (_("Result that was measured"), _decimal(report.result_value)),
    ]
    return [Fact(label, value) for label, value in said if value is not None]


def _answered(report: Report, question: Question, earlier: Report | None) -> Answered:
    given: str = getattr(report, f"{question}_answer")
    return Answered(
        question=question,
        answer=Answer(given) if given else None,
        words=getattr(report, f"{question}_words"),
        language=report.language,
        facts=[Fact(label, told(getattr(report, name))) for name, (label, told) in FACTS[question].items()],
        last=_answered(earlier, question, None) if earlier else None,
        is_unchanged=earlier is not None and is_word_for_word(report, earlier, question),
    )


def _euro(value: int | None) -> str | None:
    return None if value is None else f"{number_format(value, force_grouping=True)} EUR"


def _decimal(value: Any) -> str | None:
    return None if value is None else number_format(value.normalize(), force_grouping=True)


def _text(value: str) -> str | None:
    return value or None


def _cause(value: str) -> str | Promise | None:
    return Cause(value).label if value else None


def _of_hundred(report: Report) -> str | None:
    return None if report.completion is None else f"{report.completion} / 100 ({report.completion_reason})"


Told = Callable[[Any], str | Promise | None]
FACTS: dict[Question, dict[str, tuple[str | Promise, Told]]] = {
    Question.DONE: {},
    Question.SPENT: {
        "planned": (_("Planned"), _euro),
        "committed": (_("Committed"), _euro),
        "paid": (_("Paid"), _euro),
    },
    Question.WORKED: {
        "staff": (_("Staff, in full-time equivalents"), _decimal),
        "partners": (_("Partners"), _text),
    },
    Question.STALLED: {"cause": (_("Main cause"), _cause)},
    Question.NEXT: {},
}
"""Figures and choices of each question, by the name of their field."""
