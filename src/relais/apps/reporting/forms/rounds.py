"""Opening and closing a round, and validating several of its reports at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.reporting.models import Report
from relais.apps.ui.fields import Day


class RoundForm(ActForm):
    """A new round."""

    label = forms.SlugField(
        label=_("Name of the round"), max_length=20, help_text=_("In addresses and on paper: 2026.")
    )
    period_from = Day(label=_("Reports are about the time from"))
    period_to = Day(label=_("until"))
    due_date = Day(
        label=_("Reports are due on"),
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
