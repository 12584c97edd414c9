"""The five standing questions as a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.audit.actions import Conflict
from relais.apps.coordination import vocabulary as c
from relais.apps.reporting import vocabulary as v
from relais.apps.reporting.answers import FACTS, Answered
from relais.apps.reporting.forms.fields import answer, euro, languages, words
from relais.apps.reporting.models import NARRATIVE, Report
from relais.apps.ui.fields import Day

UNCHANGED = _("leave as it is")
PROPOSAL = (
    "decision", "phase", "completion", "completion_reason", "result_value", "result_date", "result_source"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Laid:
    """A question on the page of the form."""

    answered: Answered
    words: forms.BoundField
    answer: forms.BoundField
    facts: list[forms.BoundField]


class Narrative(forms.Form):
    """What owners write: the five standing questions, and what they mean for how the action stands."""

    language = languages()
    done_words, done_answer = (
        words(_("What was finished, for whom, how many? Two to five sentences."), 4),
        answer(),
    )
    spent_words, spent_answer = (
        words(_("For the period of this round. What is not known stays empty; 0 means nothing."), 2),
        answer(),
    )
    planned, committed, paid = (
        euro(_("Planned, in euro")),
        euro(_("Committed, in euro")),
        euro(_("Paid, in euro")),
    )
    worked_words, worked_answer = words(_("Which service, with whom? No names of persons."), 2), answer()
    staff = forms.DecimalField(
        label=_("Staff, in full-time equivalents"),
        required=False,
        min_value=0,
        max_digits=7,
        decimal_places=2,
    )
    partners = forms.CharField(label=_("Partners"), required=False, max_length=400)
    stalled_words, stalled_answer = (
        words(_("What was planned and did not start, or stopped? One or two sentences."), 3),
        answer(),
    )
    cause = forms.ChoiceField(
        label=_("Main cause"), required=False, choices=[("", _("none chosen")), *c.Cause.choices]
    )
    next_words, next_answer = words(_("The next step, and by when."), 3), answer()
    decision = forms.ChoiceField(
        label=_("Decision"), required=False, choices=[("", UNCHANGED), *c.Decision.choices]
    )
    phase = forms.ChoiceField(label=_("Phase"), required=False, choices=[("", UNCHANGED), *c.Phase.choices])
    completion = forms.IntegerField(
        label=_("How much of the work is done, of 100"), required=False, min_value=0, max_value=100
    )
    completion_reason = forms.CharField(label=_("How you know"), required=False, max_length=300)
    result_value = forms.DecimalField(
        label=_("Result that was measured"), required=False, max_digits=14, decimal_places=2
    )
    result_date = Day(label=_("Measured on"), required=False)
    result_source = forms.URLField(
        label=_("Where it can be read"), required=False, max_length=400, assume_scheme="https"
    )


class ReportForm(Narrative, ActForm):
    """The same on one page, draft or not."""

    def laid_out(self, answers: list[Answered]) -> list[Laid]:
        """The questions with their fields, each beside the answer of last time."""
        return [
            Laid(
                each,
                words=self[f"{each.question}_words"],
                answer=self[f"{each.question}_answer"],
                facts=[self[name] for name in FACTS[each.question]],
            )
            for each in answers
        ]

    @property
    def has_proposal(self) -> bool:
        """Whether something is filled in, or wrong, of how the action stands."""
        return any(self[name].value() not in (None, "") or self[name].errors for name in PROPOSAL)

    @classmethod
    def initial_of(cls, report: Report) -> dict[str, Any]:
        """What the form shows before anyone typed."""
        said = {name: getattr(report, name) for name in NARRATIVE}
        open_ones = {
            f"{question}_answer": v.Answer.TOLD for question in v.Question if not said[f"{question}_answer"]
        }
        return {**said, **open_ones, "seen": report.version}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for question in v.Question.values:  # “in words” is chosen beforehand: without words it is no answer
            if given.get(f"{question}_answer") == v.Answer.TOLD and not given.get(f"{question}_words"):
                given[f"{question}_answer"] = ""
        return given

    def show(self, conflict: Conflict) -> None:
        """Only what people write, in the words of the form; signatures are not theirs to merge."""
        written = {name: value for name, value in conflict.wanted.items() if name in self.fields}
        super().show(Conflict(conflict.row, written))
