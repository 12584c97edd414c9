"""What a report still lacks before it can be kept or submitted. “Nothing” and “not known” are answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.coordination.vocabulary import Phase
from relais.apps.reporting.vocabulary import Answer, Question


def missing(told: Mapping[str, Any]) -> dict[str, str | Promise]:
    """Field to what is wrong with it; empty when the report is complete. `told` has the report's fields."""
    found: dict[str, str | Promise] = {}
    for question in Question.values:
        answer, words = told[f"{question}_answer"], told[f"{question}_words"]
        if not answer:
            found[f"{question}_words"] = _("Answer in words, or say “nothing” or “not known”.")
        elif answer == Answer.TOLD and not words.strip():
            found[f"{question}_words"] = _("Say it in words, or choose “nothing” or “not known”.")
    if told["stalled_answer"] == Answer.TOLD and not told["cause"]:
        found["cause"] = _("Choose the main cause.")
    if told["spent_answer"] == Answer.NOTHING and (told["committed"] or told["paid"]):
        found["spent_words"] = _("“Nothing” was spent, and yet an amount is given: one of them is not right.")
    if told["phase"] == Phase.STOPPED and told["stalled_answer"] != Answer.TOLD:
        found["stalled_words"] = _("The work has stopped, you say below: say here why.")
    if told["result_value"] is not None and not (told["result_date"] and told["result_source"]):
        found["result_value"] = _("A result needs its day, and an address where anyone can check it.")
    return found


def unfounded(told: Mapping[str, Any]) -> dict[str, str | Promise]:
    """What cannot be kept, not even in a draft: a figure without what it rests on. `told` as in `missing`."""
    found: dict[str, str | Promise] = {}
    if told["completion"] is not None and not told["completion_reason"]:
        found["completion_reason"] = _("A figure needs its reason: how do you know?")
    if told["result_value"] is not None and not told["result_date"]:
        found["result_date"] = _("Say when it was measured.")
    return found


def with_answers_in_words(told: Mapping[str, Any]) -> dict[str, Any]:
    """The same fields, where words without a chosen answer count as told in words."""
    said = {
        f"{question}_answer": Answer.TOLD.value
        for question in Question.values
        if not told[f"{question}_answer"] and told[f"{question}_words"].strip()
    }
    return {**told, **said}
