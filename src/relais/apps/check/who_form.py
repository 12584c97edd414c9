"""The questions with which every check begins: who lives together."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.check.persons import persons

MOST_CHILDREN, MOST_OTHERS = 12, 6
YES_OR_NO = [("no", _("no")), ("yes", _("yes"))]


class WhoForm(forms.Form):
    """Who lives at one address. A form that builds on it asks what it needs besides."""

    fewest_children: ClassVar = 1

    children = forms.TypedChoiceField(
        label=_("How many children live with you, also if only a part of the time?"), coerce=int, initial=1
    )
    has_partner = forms.TypedChoiceField(
        label=_("Does a partner live with you?"), widget=forms.RadioSelect,
        coerce=lambda said: said == "yes", choices=YES_OR_NO, initial="no",
    )  # fmt: skip
    others = forms.TypedChoiceField(
        label=_("How many other people live at your address?"), coerce=int,
        help_text=_("A parent or a housemate, for instance. Their being there can change the amount."),
        choices=[(n, n) for n in range(MOST_OTHERS + 1)],
    )  # fmt: skip
    use_last = forms.BooleanField(
        label=_("Where the amounts of today are not known, compute with the last known ones"),
        required=False, initial=True,
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        children: Any = self.fields["children"]
        children.choices = [(n, n) for n in range(self.fewest_children, MOST_CHILDREN + 1)]

    @property
    def persons(self) -> dict[str, str]:
        """Person to role, of a form that is valid."""
        given = self.cleaned_data
        return persons(given["children"], given["has_partner"], given["others"])
