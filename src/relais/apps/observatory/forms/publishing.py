"""What is asked of the cell to publish the figures of a year."""

from __future__ import annotations

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.observatory.models import Publication
from relais.apps.sheets.years import years
from relais.apps.ui.fields import Day


def unpublished() -> list[tuple[int, str]]:
    published = set(Publication.objects.values_list("year", flat=True))
    return [each for each in years() if each[0] not in published]


class PublishForm(ActForm):
    """Which year, and as they stood on which day. A year that is published cannot be chosen."""

    may_leave_empty = True

    year = forms.TypedChoiceField(label=_("Year"), coerce=int, choices=unpublished)
    as_of = Day(
        label=_("As they stood on"),
        initial=timezone.localdate,
        help_text=_("The figures that were current at the end of this day."),
    )
    why = forms.CharField(
        label=_("Note"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
