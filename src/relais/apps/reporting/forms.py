"""Forms of the yearly round: they validate, and never save."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.audit.actions import Conflict
from relais.apps.coordination import vocabulary as c
from relais.apps.languages.switch import NAMES
from relais.apps.reporting import vocabulary as v
from relais.apps.reporting.answers import FACTS, Answered
from relais.apps.reporting.models import NARRATIVE, Report
from relais.core.texts.text import LANGUAGES

LONGEST = 3000  # characters of an answer
UNCHANGED = _("leave as it is")


class RoundForm(ActForm):
    """A new round."""

    label = forms.SlugField(
        label=_("Name of the round"), max_length=20, help_text=_("In addresses and on paper: 2026.")
    )
    period_from = forms.DateField(
        label=_("Reports are about the time from"), widget=forms.DateInput({"type": "date"})
    )
    period_to = forms.DateField(label=_("until"), widget=forms.DateInput({"type": "date"}))
    due_date = forms.DateField(
        label=_("Reports are due on"),
        widget=forms.DateInput({"type": "date"}),
        help_text=_("After this day an action without a report is shown as silent."),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        start, end, due = (given.get(name) for name in ("period_from", "period_to", "due_date"))
        if start and end and start > end:
            self.add_error("period_to", _("The period ends before it begins."))
        if start and due and due < start:
            self.add_error("due_date", _("Reports are due before the period begins."))
        return given


class ButtonForm(ActForm):
    """A button: nothing to fill in."""


class ReasonForm(ActForm):
    """Something is undone, for a reason."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea({"rows": 3}), max_length=600)


class ReviewForm(ActForm):
    """The cell validates, or returns with a note."""

    note = forms.CharField(
        label=_("Note to the owners"), required=False, widget=forms.Textarea({"rows": 3}), max_length=1000,
        help_text=_("Only needed to return the report: what must be mended."),
    )  # fmt: skip


class ChosenReportsForm(ActForm):
    """Reports ticked in a list, each as "key-version": what was seen is what is validated."""

    reports = forms.MultipleChoiceField(
        label=_("Reports"), error_messages={"required": _("Tick at least one report.")}
    )

    def __init__(self, *args: Any, reports: list[Report], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {f"{report.pk}-{report.version}": report for report in reports}
        choice: Any = self.fields["reports"]
        choice.choices = [(key, key) for key in self.rows]
        choice.error_messages["invalid_choice"] = _("A report changed meanwhile: look at it again.")

    @property
    def chosen(self) -> list[Report]:
        """The ticked rows. Only after `is_valid()`."""
        return [self.rows[key] for key in self.cleaned_data["reports"]]


class LinkForm(ActForm):
    """Evidence that stands elsewhere."""

    title = forms.CharField(label=_("What it is"), max_length=200)
    url = forms.URLField(label=_("Address"), max_length=400, assume_scheme="https")


class FileForm(ActForm):
    """Evidence as a file."""

    title = forms.CharField(label=_("What it is"), max_length=200)
    file = forms.FileField(label=_("File"), max_length=255)


ANSWERS = [
    (v.Answer.TOLD.value, _("in words, as above")),
    (v.Answer.NOTHING.value, v.Answer.NOTHING.label),
    (v.Answer.UNKNOWN.value, v.Answer.UNKNOWN.label),
]


def _languages() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Language in which you write"), choices=[(code, NAMES[code]) for code in LANGUAGES],
        initial=get_language,
    )  # fmt: skip


def _words(help_text: Any, rows: int = 4) -> forms.CharField:
    area = forms.Textarea({"rows": rows, "maxlength": LONGEST})
    return forms.CharField(
        label=_("In words"), required=False, max_length=LONGEST, widget=area, help_text=help_text
    )


def _answer() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Answer"), required=False, choices=ANSWERS, widget=forms.RadioSelect, initial=v.Answer.TOLD
    )


def _euro(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=10**12,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )  # fmt: skip


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


class ReportForm(ActForm):
    """The five standing questions, and what they mean for how the action stands. Draft or not, one page."""

    language = _languages()
    done_words, done_answer = (
        _words(_("What was finished, for whom, how many? Two to five sentences."), 4),
        _answer(),
    )
    spent_words, spent_answer = (
        _words(_("For the period of this round. What is not known stays empty; 0 means nothing."), 2),
        _answer(),
    )
    planned, committed, paid = (
        _euro(_("Planned, in euro")),
        _euro(_("Committed, in euro")),
        _euro(_("Paid, in euro")),
    )
    worked_words, worked_answer = _words(_("Which service, with whom? No names of persons."), 2), _answer()
    staff = forms.DecimalField(
        label=_("Staff, in full-time equivalents"),
        required=False,
        min_value=0,
        max_digits=7,
        decimal_places=2,
    )
    partners = forms.CharField(label=_("Partners"), required=False, max_length=400)
    stalled_words, stalled_answer = (
        _words(_("What was planned and did not start, or stopped? One or two sentences."), 3),
        _answer(),
    )
    cause = forms.ChoiceField(
        label=_("Main cause"), required=False, choices=[("", _("none chosen")), *c.Cause.choices]
    )
    next_words, next_answer = _words(_("The next step, and by when."), 3), _answer()
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
    result_date = forms.DateField(
        label=_("Measured on"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    result_source = forms.URLField(
        label=_("Where it can be read"), required=False, max_length=400, assume_scheme="https"
    )

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
        if given.get("completion") is not None and not given.get("completion_reason"):
            self.add_error("completion_reason", _("A figure needs its reason: how do you know?"))
        if given.get("result_value") is not None and not given.get("result_date"):
            self.add_error("result_date", _("Say when it was measured."))
        return given

    def show(self, conflict: Conflict) -> None:
        """Only what people write, in the words of the form; signatures are not theirs to merge."""
        written = {name: value for name, value in conflict.wanted.items() if name in self.fields}
        super().show(Conflict(conflict.row, written))


class StatementForm(ActForm):
    """One voice on one thing: two judgements, the words, and what backs them."""

    activity = forms.ChoiceField(
        label=_("What was done"), choices=v.Activity.choices, widget=forms.RadioSelect
    )
    effect = forms.ChoiceField(
        label=_("What changed for families"), choices=v.Effect.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("In words"), max_length=LONGEST, widget=forms.Textarea({"rows": 6, "maxlength": LONGEST}),
        help_text=_("Anyone may read this, signed with the name of your organisation."),
    )  # fmt: skip
    language = _languages()
    links = forms.CharField(
        label=_("What backs it"), required=False, widget=forms.Textarea({"rows": 2}),
        help_text=_("Addresses of pages, one on a line."),
    )  # fmt: skip

    def clean_links(self) -> list[str]:
        """Each line as an address; raises when one is none."""
        lines = [line.strip() for line in self.cleaned_data["links"].splitlines() if line.strip()]
        one = forms.URLField(max_length=400, assume_scheme="https")
        if len(lines) > 10:
            raise ValidationError(_("Ten addresses at most."))
        return [str(one.clean(line)) for line in lines]
