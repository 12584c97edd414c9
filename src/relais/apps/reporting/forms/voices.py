"""What an owner or an observer says of an action or a theme."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.reporting import vocabulary as v
from relais.apps.reporting.forms.fields import LONGEST, languages


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
    language = languages()
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
