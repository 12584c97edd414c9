"""What is asked to propose a release of figures, and to judge one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.forms.byfile import LARGEST
from relais.apps.languages.fields import LocalText
from relais.apps.observatory.proposals.drafting import recipes


class ProposeForm(ActForm):
    """A file with what it does not say itself."""

    may_leave_empty = True

    recipe = forms.ChoiceField(label=_("What kind of file it is"))
    file = forms.FileField(
        label=_("File"),
        max_length=200,
        help_text=_("At most 5 MB. A larger one comes in by “relais data import”."),
    )
    edition = forms.CharField(
        label=_("Edition"),
        max_length=60,
        help_text=_(
            "As the source calls it: 2024, 2024-03. A correction has a name of its own: 2024-corrected."
        ),
    )
    published = forms.CharField(
        label=_("When the source published it"),
        max_length=10,
        required=False,
        help_text=_("2024, 2024-03 or 2024-03-15. Leave it empty when it is not known."),
    )
    period = forms.CharField(
        label=_("What period it is about"),
        max_length=10,
        required=False,
        help_text=_("Only for a file that does not say it: 2024, 2024-Q1, 2024-03 or 2024-03-15."),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Public, once it is accepted. For a correction: what was wrong?"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = ((slug, str(LocalText(recipe.name.text()))) for slug, recipe in recipes().items())
        choice: Any = self.fields["recipe"]
        choice.choices = sorted(named, key=lambda one: one[1])

    def clean_file(self) -> Any:
        """Not larger than one request should be."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 5 MB."))
        return file


class AcceptForm(ActForm):
    """Nothing has to be said to accept."""

    may_leave_empty = True

    why = forms.CharField(
        label=_("Note"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class RefuseForm(ActForm):
    """Whoever proposed it reads why."""

    why = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
