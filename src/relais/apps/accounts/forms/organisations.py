"""What is asked about an organisation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms.people import ManagingForm
from relais.apps.accounts.models import Organisation
from relais.core.texts.text import LANGUAGES, Text


class OrganisationForm(ManagingForm):
    """Its name in the languages in which it has one, and its web address."""

    may_leave_empty = True

    name_nl = forms.CharField(label=_("Name in Dutch"), max_length=200, required=False)
    name_fr = forms.CharField(label=_("Name in French"), max_length=200, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    url = forms.URLField(label=_("Web address"), max_length=400, required=False, assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.get(f"name_{code}") for code in LANGUAGES):
            raise ValidationError(_("Give its name in at least one language."))
        return cleaned

    @property
    def name(self) -> Text:
        """What was filled in, by language."""
        given = {code: self.cleaned_data[f"name_{code}"].strip() for code in LANGUAGES}
        return Text({code: words for code, words in given.items() if words})

    @staticmethod
    def initial_of(organisation: Organisation) -> dict[str, Any]:
        """What it is now."""
        names = {f"name_{code}": organisation.name.get(code, "") for code in LANGUAGES}
        return {**names, "url": organisation.url, "seen": organisation.version}
