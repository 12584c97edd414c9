"""What a new report takes over from the last validated one: words to correct. Never a state or a name."""

from __future__ import annotations

from typing import Any

from relais.apps.reporting.models import Report
from relais.apps.reporting.vocabulary import Question

CARRIED = ("language", *(f"{question}_words" for question in Question.values), "staff", "partners", "cause")
"""Words and who works on it. Not the amounts (they are of one period), not the answers (each is given anew),
not what was proposed for the action, no state, no date, no signature, no evidence."""


def carried_from(report: Report | None) -> dict[str, Any]:
    """The fields with which the next report of the same action begins."""
    return {} if report is None else {name: getattr(report, name) for name in CARRIED}


def is_word_for_word(report: Report, earlier: Report, question: str) -> bool:
    """Whether an answer is the one of last time, unchanged: readers are told."""
    words: str = getattr(report, f"{question}_words").strip()
    return bool(words) and words == getattr(earlier, f"{question}_words").strip()
