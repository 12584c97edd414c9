"""What is asked of the cell to publish the figures of a year."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.observatory.models import Publication

FIRST_YEAR = 2020  # of the advice


class PublishForm(ActForm):
    """Which year, and as they stood on which day. A year that is published cannot be chosen."""

    may_leave_empty = True

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    as_of = forms.DateField(
        label=_("As they stood on"),
        initial=timezone.localdate,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        help_text=_("The figures that were current at the end of this day."),
    )
    why = forms.CharField(
        label=_("Note"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        published = set(Publication.objects.values_list("year", flat=True))
        years = range(timezone.localdate().year, FIRST_YEAR - 1, -1)
        choice: Any = self.fields["year"]
        choice.choices = [(year, str(year)) for year in years if year not in published]
