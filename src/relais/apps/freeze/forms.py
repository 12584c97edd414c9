"""What is asked of the cell to freeze a year, and of a reader to compare two freezes."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.freeze.models import Freeze
from relais.apps.sheets.years import years


class FreezeForm(ActForm):
    """Which year, and why: the reason is needed when the year was frozen before."""

    may_leave_empty = True
    year = forms.TypedChoiceField(label=_("Year"), coerce=int, choices=years)
    why = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Public. Needed when this year was frozen before: what was wrong or missing then?"),
    )


class Pair:
    """Two freezes to compare, as a reader chose them; else the last two years. Either may be None."""

    def __init__(self, query: QueryDict, freezes: list[Freeze]) -> None:
        by_name = {freeze.name: freeze for freeze in freezes}
        years = {freeze.year: freeze for freeze in reversed(freezes)}  # the latest edition of each
        last = [years[year] for year in sorted(years)][-2:]
        self.freezes = freezes
        self.new = by_name.get(query.get("to", "")) or (last[-1] if last else None)
        self.old = by_name.get(query.get("from", "")) or (last[0] if len(last) == 2 else None)

    @property
    def is_whole(self) -> bool:
        """Whether there are two different ones."""
        return self.old is not None and self.new is not None and self.old != self.new
