"""What is undone or given back, and why."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm


class ReasonForm(ActForm):
    """Something is undone, for a reason."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea({"rows": 3}), max_length=600)


class ReviewForm(ActForm):
    """The cell validates, or returns with a note."""

    note = forms.CharField(
        label=_("Note to the owners"), required=False, widget=forms.Textarea({"rows": 3}), max_length=1000,
        help_text=_("Only needed to return the report: what must be mended."),
    )  # fmt: skip
